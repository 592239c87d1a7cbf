import type { ReactNode } from 'react';
import type { SchemaNode } from '../../model/schema/schema.ts';
import { valueText } from '../../model/schema/value-text.ts';

export interface Props {
  readonly children: SchemaNode['examples'][number];
}

/** A JSON value in a line of text. */
export default function Value({ children }: Props): ReactNode {
  return <code>{valueText(children)}</code>;
}
