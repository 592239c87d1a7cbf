import type { ReactNode } from 'react';
import type { SchemaNode } from '../../model/schema.ts';

type Json = SchemaNode['examples'][number];

export interface Props {
  readonly children: Json;
}

/** Strings that would be read as something else, or not be seen, keep their quotes. */
const AMBIGUOUS = /^$|^\s|\s$|^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

function textOf(value: Json): string {
  return typeof value === 'string' && !AMBIGUOUS.test(value) ? value : JSON.stringify(value);
}

/** A JSON value within a line of text. */
export default function Value({ children }: Props): ReactNode {
  return <code>{textOf(children)}</code>;
}
