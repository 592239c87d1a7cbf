import { pageHref } from '../address/address.ts';
import type { PageModel } from '../model/page/page.ts';
import { changelogPage, releasePage } from './changes.ts';
import { infoPage } from './info-page.ts';
import { operationPage } from './operation.ts';
import { schemaListPage, schemaPage, tagPage } from './other-pages.ts';
import { blocks } from './text.ts';
import { type Twin, type TwinOptions, twinOf } from './twin.ts';

/**
 * The Markdown twin of a page: all that the document says there, as CommonMark with GFM, from the same model as the
 * page's HTML. Pure: the same model gives the same bytes. Whatever the document contains is text.
 */
export function pageMarkdown(page: PageModel, options: TwinOptions): string {
  const twin = twinOf(options);
  return `${blocks(contentsOf(page, twin), footerOf(page, twin))}\n`;
}

/** Where the page comes from: its part of the document, and the API. */
function footerOf(page: PageModel, twin: Twin): string {
  const { say, openapi, api, document } = twin;
  return [
    twin.toFile(say('ref.openapiPage'), openapi),
    ...(document === undefined ? [] : [twin.toFile(say('ref.openapiWhole'), document)]),
    ...(page.kind === 'info' ? [] : [twin.to(api, pageHref(page.page))]),
  ].join(' · ');
}

function contentsOf(page: PageModel, twin: Twin): string {
  switch (page.kind) {
    case 'info':
      return infoPage(page, twin);
    case 'tag':
      return tagPage(page, twin);
    case 'schema':
      return schemaPage(page, twin);
    case 'schemaList':
      return schemaListPage(page, twin);
    case 'changelog':
      return changelogPage(page, twin);
    case 'release':
      return releasePage(page, twin);
    default:
      return operationPage(page, twin);
  }
}
