import type { Props } from '@theme/CodeBlock/Line/Token';
import type { ReactNode } from 'react';

/** Prism's token types to the classes of code in the reference, which define the colors. */
const TYPES: Readonly<Record<string, string>> = {
  c: 'comment prolog doctype cdata',
  s: 'string attr-value char url scalar',
  k: 'keyword atrule selector important',
  n: 'number boolean constant',
  a: 'property key tag attr-name function builtin variable',
};

const CLASSES = new Map(
  Object.entries(TYPES).flatMap(([name, types]) => types.split(' ').map((type) => [type, name])),
);

/** A token of code in a guide, colored by its class. */
export default function CodeBlockLineToken({ token, children }: Props): ReactNode {
  const className = token.types.map((type) => CLASSES.get(type)).findLast(Boolean);
  return <span className={className}>{children}</span>;
}
