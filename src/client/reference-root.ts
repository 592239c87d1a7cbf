import type { ReactNode } from 'react';

/**
 * The element around everything that is drawn from a slice. There are three, and the site's plugin
 * chooses: the static rendering draws, the browser keeps what was drawn, and the development
 * server, which renders nothing statically, draws in the browser.
 */
export interface ReferenceRootProps {
  /** `<api>/<page id>`. */
  readonly slice: string;
  readonly className?: string;
  /** In a page that holds others: a name that only this has there. It stands in front of all ids inside. */
  readonly embed?: string;
  readonly children: ReactNode;
}

/** Name of the element, `data-part`. */
export function partOf({ slice, embed }: ReferenceRootProps): string {
  return embed ?? `slice ${slice}`;
}

/** What the ids inside of it begin with. */
export function anchorPrefix({ embed }: ReferenceRootProps): string {
  return embed === undefined ? '' : `${embed}.`;
}
