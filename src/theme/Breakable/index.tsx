import { Fragment, type ReactNode } from 'react';

export interface Props {
  readonly children: string;
}

/** Shorter text fits on a line everywhere and stays in one piece, so that it can be found in the HTML. */
const LONG = 30;

/** A name or path that may break after `/`, `_`, `.`, `-` and before an uppercase letter. */
export default function Breakable({ children }: Props): ReactNode {
  if (children.length <= LONG) return children;
  const pieces = children.split(/(?<=[/_.-])(?=[^/_.-])|(?<=[a-z0-9])(?=[A-Z])/);
  return pieces.map((piece, index) => (
    // The index is the key: the pieces of a text never change places.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}
