import { Fragment, type ReactNode } from 'react';
import { urlPieces } from '../../client/page/url-pieces.ts';

export interface Props {
  /** URL of the server; empty if the document names none. */
  readonly base: string;
  readonly path: string;
}

/** A URL that may break after a slash, and nowhere else if there is room. The console replaces the server. */
export default function EndpointUrl({ base, path }: Props): ReactNode {
  return (
    <>
      {base !== '' && (
        <span data-base="">
          <Pieces of={urlPieces(base)} />
        </span>
      )}
      <Pieces of={urlPieces(path)} />
    </>
  );
}

function Pieces({ of: pieces }: { readonly of: readonly string[] }): ReactNode {
  return pieces.map((piece, index) => (
    // The index is the key: the pieces of a URL never change places.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}
