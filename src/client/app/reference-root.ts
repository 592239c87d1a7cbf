import type { ReactNode } from 'react';
import { embedPrefix } from '../../address/anchor.ts';
import { partsOfFile } from '../../address/files.ts';
import type { PageModel } from '../../model/page/page.ts';

/**
 * The element around everything rendered from a slice. It has three implementations, chosen by the site's
 * plugin: static rendering renders it, the browser keeps the result, and the development server, which
 * renders nothing statically, renders it in the browser.
 */
export interface ReferenceRootProps {
  /** File of the slice, relative to the site's folder. */
  readonly slice: string;
  /** Path of the API's pages within the site. */
  readonly base: string;
  /** Path of the page within the site, if it is the page of the slice, which has a Markdown twin. */
  readonly path?: string;
  readonly className?: string;
  /** On a page with several of them: a unique name, which prefixes all ids inside. */
  readonly embed?: string;
  readonly children: ReactNode;
}

/** Name of the element, `data-part`. */
export function partOf({ slice, embed }: ReferenceRootProps): string {
  return embed ?? `slice ${partsOfFile(slice)?.page}`;
}

/** Prefix of the ids inside. */
export function anchorPrefix({ embed }: ReferenceRootProps): string {
  return embed === undefined ? '' : embedPrefix(embed);
}

/**
 * Classes of the element. The server decides whether there is a second column: a CSS rule that waits for the
 * samples would shift the text once they arrive.
 */
export function classOf({ className = '' }: ReferenceRootProps, page: PageModel): string {
  return hasAside(page) ? className : `${className} ref-narrow`.trim();
}

/** Whether wide screens show samples or examples in a second column: see `css/reference.css`. */
function hasAside(page: PageModel): boolean {
  if (page.kind === 'schema') return page.examples.length > 0;
  if (page.kind !== 'operation' && page.kind !== 'webhook') return false;
  const { samples, requestBody, responses } = page;
  const content = [requestBody, ...responses].flatMap((body) => body?.content ?? []);
  return samples.length > 0 || content.some(({ examples }) => examples.length > 0);
}
