import { asObject, asString, defined, isObject, type JsonObject } from '../json/guards.ts';
import { parseJson } from '../json/text.ts';
import { kebabSegmentOf } from '../model/page/anchor.ts';
import type { PageOptions } from '../slices/slice.ts';

/** A page that the stock plugin wrote, as Docusaurus reads it. */
export interface StockDoc {
  /** `docs/shop/list-books.api.mdx`. */
  readonly file: string;
  readonly title: string;
  readonly frontMatter: JsonObject;
}

/** The operation in a page's front matter, `api`, with those parts of the document that it needs. */
export type StockApi = JsonObject;

/** What all slices of a page have in common. */
export interface StockPage {
  readonly title: string;
  /** Identifies the API: secrets are kept for each. */
  readonly api: string;
  readonly options: PageOptions;
}

export function stockPage(doc: StockDoc | undefined, api: StockApi | undefined): StockPage {
  const { proxy, hide_send_button: hidden, mask_credentials: masks } = doc?.frontMatter ?? {};
  return {
    title: doc?.title ?? '',
    api: kebabSegmentOf(asString(asObject(api?.info).title) ?? ''),
    options: defined({
      hideSendButton: hidden === true ? hidden : undefined,
      proxy: asString(proxy),
      // Upstream's default.
      maskCredentials: masks === false ? undefined : true,
    }),
  };
}

/** `api` as upstream compresses it; undefined with its option `disableCompression`. */
export function compressedApi(doc: StockDoc | undefined): string | undefined {
  return asString(doc?.frontMatter.api);
}

/**
 * The operation in the front matter of a page.
 *
 * @param text The text that was compressed.
 * @throws Error that names the page, if it cannot be read.
 */
export function apiOf(doc: StockDoc | undefined, text: () => string): StockApi | undefined {
  try {
    const api = compressedApi(doc) === undefined ? doc?.frontMatter.api : parseJson(text());
    if (api === undefined || isObject(api)) return api;
    throw new TypeError('It is not an object.');
  } catch (error) {
    throw new Error(
      `${doc?.file}: "api" in the front matter cannot be read. ${error instanceof Error ? error.message : error}. Restore the line, or delete the page and generate it again.`,
    );
  }
}
