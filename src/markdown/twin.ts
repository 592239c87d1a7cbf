import path from 'node:path/posix';
import { twinPath } from '../address/address.ts';
import { safeUrl } from '../model/request/safe-url.ts';
import type { Constraint } from '../model/schema/schema.ts';
import { valueText } from '../model/schema/value-text.ts';
import { address, code, link, text, words } from './text.ts';
import type { TwinSay } from './words.ts';

/** What a twin needs besides the model of its page. */
export interface TwinOptions {
  readonly say: TwinSay;
  /** A number in the language of the page. */
  readonly count: (value: number) => string;
  /** Path of the page within the site. */
  readonly path: string;
  /** Path of the page that a link in a description leads to, with its anchor; see `PageInfo.links`. */
  readonly targetOf: (href: string) => string | undefined;
  /** Base URL of the site, in the language of the page. */
  readonly baseUrl: string;
  /** The slice of the page, with the base URL of the files that are published once for all languages. */
  readonly openapi: string;
  /** Title and version of the API. */
  readonly api: string;
  /** Guides that refer to the page, with their paths within the site. */
  readonly guides?: readonly { readonly title: string; readonly path: string }[];
  /** The whole document, on the page of the API: a URL, or like `openapi`. */
  readonly document?: string;
}

/** The same, with what the handlers of the nodes share. */
export interface Twin extends TwinOptions {
  /** A link to a published file, or to another site. */
  readonly toFile: (label: string, url: string) => string;
  /** A link to another page's twin. */
  readonly to: (label: string, href: string) => string;
  /** Paths of schemas whose values have been listed. */
  readonly listed: Set<string>;
  /** Schemas of bodies, as written. */
  readonly drawn: Set<string>;
  /** The target of a link in a description. */
  readonly target: (href: string) => string | undefined;
}

export function twinOf(options: TwinOptions): Twin {
  const { baseUrl } = options;
  const from = path.dirname(baseUrl + twinPath(options.path));
  const relative = (href: string): string => {
    const [page = ''] = href.split('#', 1);
    return path.relative(from, baseUrl + twinPath(page.replaceAll(/^\/+|\/+$/g, '')));
  };
  return {
    ...options,
    listed: new Set(),
    drawn: new Set(),
    toFile: (label, url) =>
      /^[a-z]+:|^\/\//i.test(url)
        ? external(url, label)
        : link(text(label), encodeURI(relativeUrl(from, url))),
    to: (label, href) => link(text(label), encodeURI(relative(href))),
    target: (href) => {
      const found = options.targetOf(href);
      return found === undefined ? undefined : encodeURI(relative(found));
    },
  };
}

/** The relative link from a folder to a path of the same site; a slash at its end stays. */
export function relativeUrl(from: string, url: string): string {
  return (path.relative(from, url) || '.') + (url.endsWith('/') ? '/' : '');
}

/** How many operations, in words. */
export function operationCount(count: number, { say, count: format }: Twin): string {
  return count === 1
    ? say('site.oneOperation')
    : say('site.countOperations', { count: format(count) });
}

/** A JSON value in a line. */
export function value(json: unknown): string {
  return code(valueText(json));
}

/** Facts: `min length 1`. */
export function facts(all: readonly (Constraint & { readonly href?: string })[]): string[] {
  return all.map(({ label, value: given, href }) =>
    words(
      text(label),
      given !== undefined && (href === undefined ? code(given) : external(href, given)),
    ),
  );
}

/** A link to another site; just its text if the URL is not safe to link to. */
export function external(url: unknown, label: string = String(url)): string {
  const safe = safeUrl(url);
  if (safe === undefined) return text(label);
  return label === url ? address(safe, true) : link(text(label), safe);
}
