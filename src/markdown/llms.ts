import type { TagPageModel } from '../model/page/page.ts';
import { operationItem } from './links.ts';
import { blocks, code, heading, list, text, words } from './text.ts';
import { type TwinOptions, twinOf } from './twin.ts';

/** An API in an index for language models. */
export interface IndexedApi {
  readonly title: string;
  readonly version: string;
  /** A one-line description. */
  readonly summary?: string;
  /** Path of its introduction, with a slash in front. */
  readonly introduction: string;
  /** Its document as JSON, with the base URL of published files. */
  readonly document?: string;
}

/**
 * `llms.txt` of an API (https://llmstxt.org): its operations by tag, with title, method, path and what their
 * descriptions add, each a link to its twin.
 *
 * @param options With the path of the file as that of a page, without its extension.
 */
export function apiIndex(
  api: IndexedApi,
  tags: readonly TagPageModel[],
  options: Pick<TwinOptions, 'say' | 'count' | 'path' | 'baseUrl'>,
): string {
  const twin = twinOf({ ...options, openapi: '', api: '', targetOf: () => undefined });
  const { say } = twin;
  const about = [
    { line: twin.to(say('site.introduction'), api.introduction) },
    ...(api.document ? [{ line: twin.toFile(say('ref.openapiWhole'), api.document) }] : []),
  ];
  const contents = blocks(
    heading(1, text(`${api.title} ${api.version}`)),
    quoted(api.summary),
    list(about),
    ...tags.flatMap((tag) => [
      heading(2, words(text(tag.title), tag.name !== tag.title && code(tag.name))),
      ...tag.groups.flatMap(({ name, operations }) => [
        tag.groups.length > 1 && name !== undefined ? heading(3, text(name)) : '',
        list(operations.map((operation) => operationItem(operation, twin))),
      ]),
    ]),
  );
  return `${contents}\n`;
}

function quoted(summary: string | undefined): string {
  return summary ? `> ${text(summary)}` : '';
}

/** A page of the site that is none of the reference. */
export interface IndexedGuide {
  readonly title: string;
  readonly description?: string;
  /** Relative to the site. */
  readonly url: string;
}

export interface SiteIndex {
  readonly title: string;
  readonly tagline?: string;
  /** With the path of each one's own index. */
  readonly apis: readonly (IndexedApi & { readonly index: string })[];
  readonly guides: readonly IndexedGuide[];
}

/** `llms.txt` of a site: its APIs, each with a link to its own index, and its guides. */
export function siteIndex(
  { title, tagline, apis, guides }: SiteIndex,
  options: Pick<TwinOptions, 'say' | 'count' | 'baseUrl'>,
): string {
  const twin = twinOf({ ...options, path: '', openapi: '', api: '', targetOf: () => undefined });
  const { say, baseUrl } = twin;
  const contents = blocks(
    heading(1, text(title)),
    quoted(tagline),
    ...apis.flatMap((api) => [
      heading(2, text(`${api.title} ${api.version}`)),
      api.summary && text(api.summary),
      list([
        { line: twin.to(say('site.introduction'), api.introduction) },
        { line: twin.toFile(say('site.allOperations'), baseUrl + api.index) },
        ...(api.document ? [{ line: twin.toFile(say('ref.openapiWhole'), api.document) }] : []),
      ]),
    ]),
    guides.length > 0 ? heading(2, say('site.theGuides')) : '',
    list(
      guides.map(({ title: name, description, url }) => {
        const line = twin.toFile(name, baseUrl + url);
        return { line: description ? `${line}: ${text(description)}` : line };
      }),
    ),
  );
  return `${contents}\n`;
}
