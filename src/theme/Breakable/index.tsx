import { Fragment, type ReactNode } from 'react';

export interface Props {
  readonly children: string;
}

/** Shorter text fits in a line everywhere and stays one piece, to be searched for in the HTML. */
const LONG = 30;

/** A name or path that may break after `/`, `_`, `.`, `-` and before an upper-case letter. */
export default function Breakable({ children }: Props): ReactNode {
  if (children.length <= LONG) {
    return children;
  }
  const pieces = children.split(/(?<=[/_.-])(?=[^/_.-])|(?<=[a-z0-9])(?=[A-Z])/);
  return pieces.map((piece, index) => (
    // An index as key: the pieces of one text never change places.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}
