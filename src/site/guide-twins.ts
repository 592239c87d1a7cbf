import fs from 'node:fs';
import path from 'node:path';
import { htmlOf, pathOf, slicePath, twinPath } from '../address/address.ts';
import { embedMarkdown } from '../markdown/embed.ts';
import { guideMarkdown } from '../markdown/guide.ts';
import { relativeUrl } from '../markdown/twin.ts';
import type { TwinSay } from '../markdown/words.ts';
import { buildPage } from '../model/page/build-page.ts';
import type { Say } from '../model/page/words.ts';
import type { BuiltLanguage } from './languages.ts';
import { type PublishedApi, type PublishedPage, readSlice } from './published.ts';

interface GuideTwins {
  readonly siteDir: string;
  readonly language: BuiltLanguage;
  readonly trailingSlash: boolean | undefined;
  readonly apis: readonly PublishedApi[];
  readonly say: TwinSay;
  readonly modelSay: Say;
}

/**
 * Writes the Markdown twins of guides beside their pages, from the HTML of these. A file of the site with the name of a
 * twin stays.
 *
 * @param guides Paths of all guides within the site.
 */
export function writeGuideTwins(guides: readonly string[], twins: GuideTwins): void {
  const { language, trailingSlash } = twins;
  const { outDir, baseUrl } = language;
  const pages = new Map(
    twins.apis.flatMap((api) => api.pages.map((page) => [page.path, { api, page }] as const)),
  );
  const known = new Set(guides);
  const hasTwin = (page: string): boolean =>
    known.has(page) || fs.existsSync(path.join(outDir, twinPath(page)));
  for (const guide of guides) {
    const [html, twin] = [
      path.join(outDir, htmlOf(guide, { trailingSlash })),
      path.join(outDir, twinPath(guide)),
    ];
    if (!fs.existsSync(html) || fs.existsSync(twin)) continue;
    const from = path.posix.dirname(baseUrl + twinPath(guide));
    const markdown = guideMarkdown(fs.readFileSync(html, 'utf8'), {
      urlOf: (href) => urlOf(href, { from, baseUrl, hasTwin, isGuide: (page) => known.has(page) }),
      embedOf: (name, href, isLine) => {
        const found = pages.get(pathOf(href, { baseUrl }) ?? '');
        return found && embedOf(isLine || name.startsWith('endpoint.'), guide, found, twins);
      },
    });
    if (markdown === undefined) continue;
    fs.mkdirSync(path.dirname(twin), { recursive: true });
    fs.writeFileSync(twin, markdown);
  }
}

interface From {
  readonly from: string;
  readonly baseUrl: string;
  readonly hasTwin: (path: string) => boolean;
  readonly isGuide: (path: string) => boolean;
}

/** Links within the site are relative, so that they also work in a copy of the files; those to pages lead to twins. */
function urlOf(href: string, { from, baseUrl, hasTwin, isGuide }: From): string {
  const [address = '', hash] = href.split('#');
  if (!address.startsWith(baseUrl) || address.startsWith('//')) return href;
  const page = pathOf(address, { baseUrl });
  const isPage = page !== undefined && hasTwin(page);
  const target = isPage ? baseUrl + encodeURI(twinPath(page)) : address;
  // Twins of the reference have no anchors.
  const anchor = hash === undefined || (isPage && !isGuide(page)) ? '' : `#${hash}`;
  return relativeUrl(encodeURI(from), target) + anchor;
}

/** The part of the reference that a guide shows, from the slice of its page. */
function embedOf(
  isLine: boolean,
  guide: string,
  { api, page }: { readonly api: PublishedApi; readonly page: PublishedPage },
  { siteDir, language, say, modelSay }: GuideTwins,
): string {
  const slice = readSlice(siteDir, page);
  const model = buildPage(slice, { say: modelSay, base: api.base, ending: '' });
  return embedMarkdown(model, isLine, {
    say,
    count: (value) => value.toLocaleString(language.code),
    path: guide,
    baseUrl: language.baseUrl,
    openapi: language.siteUrl + slicePath(api, page.page),
    api: api.title,
    targetOf: () => undefined,
  });
}
