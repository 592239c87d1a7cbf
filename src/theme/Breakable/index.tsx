import { Fragment, type ReactNode } from 'react';
import { namePieces } from '../../client/page/url-pieces.ts';

export interface Props {
  readonly children: string;
  /** Where it may break; after `/`, `_`, `.`, `-` and before an uppercase letter if absent. */
  readonly pieces?: readonly string[];
}

/** Shorter text fits on a line everywhere and stays in one piece, so that it can be found in the HTML. */
const LONG = 30;

/** A name or path that only breaks where words start. */
export default function Breakable({ children, pieces }: Props): ReactNode {
  if (!pieces && children.length <= LONG) return children;
  return (pieces ?? namePieces(children)).map((piece, index) => (
    // The index is the key: the pieces of a text never change places.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}
