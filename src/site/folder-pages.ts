import fs from 'node:fs';
import path from 'node:path';
import { Parser } from 'htmlparser2';
import { addressOf, htmlOf, pathOf, pathOfHtml } from '../address/address.ts';
import type { BuiltLanguage } from './languages.ts';
import { htmlFiles } from './search-guides.ts';

/**
 * Gives each folder that contains pages, but is not one itself, a page that redirects: readers shorten URLs,
 * and `/guides/shop/` looks like one. It redirects to the target of the first link into the folder
 * on the page above it: where the navigation starts.
 *
 * @param only Folders that may get such a page, as paths within the site; all of them by default.
 */
export function writeFolderPages(
  { code, outDir, baseUrl, others }: BuiltLanguage,
  only?: ReadonlySet<string>,
): void {
  const files = htmlFiles(outDir, [...others, 'assets']);
  // Like the site's own pages: a file in a folder of its name, or beside it.
  const trailingSlash = files.some((file) => file.endsWith('/index.html'));
  const pages = new Map(files.map((file) => [pathOfHtml(file), file]));
  for (const at of foldersOf(files)) {
    if (pages.has(at) || (only && !only.has(at))) continue;
    const above = pages.get(path.posix.dirname(at).replace(/^\.$/, ''));
    const html = above === undefined ? '' : fs.readFileSync(path.join(outDir, above), 'utf8');
    const below = Array.from(pages.keys()).filter((page) => page.startsWith(`${at}/`));
    const linked = linksOf(html, baseUrl).find((page) => below.includes(page));
    const target = linked ?? below.sort()[0];
    if (target === undefined) continue;
    const file = htmlOf(at, { trailingSlash });
    const address = addressOf(encodeURI(target), { baseUrl, trailingSlash });
    fs.writeFileSync(path.join(outDir, file), leadOn(address.replaceAll('&', '&amp;'), code));
    // For nested folders, the links of the redirect's target are searched.
    pages.set(at, pages.get(target) ?? file);
  }
}

/** All ancestor folders of some files, outermost first. */
function foldersOf(files: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const file of files) {
    const names = file.split('/').slice(0, -1);
    for (let depth = 1; depth <= names.length; depth++)
      folders.add(names.slice(0, depth).join('/'));
  }
  const depthOf = (folder: string): number => folder.split('/').length;
  return [...folders].sort((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1));
}

/** URLs without a host belong to the site itself. */
const SITE = 'https://site.invalid';

/** The pages of the site that a page links to, in the order of the links, as named in `pages`. */
function linksOf(html: string, baseUrl: string): string[] {
  const links: string[] = [];
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name !== 'a' || !href?.startsWith(baseUrl) || !URL.canParse(href, SITE)) return;
      const { origin, pathname } = new URL(href, SITE);
      // Descriptions may contain links that are not URLs of pages.
      if (origin === SITE) links.push(pathOf(pathname, { baseUrl }) ?? '');
    },
  });
  parser.end(html);
  return links;
}

/**
 * Static hosts have no common way to redirect. No text: the page is gone before it can be read. Of the
 * characters special in attributes, an encoded URL can only contain `&`.
 */
function leadOn(to: string, language: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${to}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${to}">
<link rel="canonical" href="${to}">
</head>
<body>
<p><a href="${to}">${to}</a></p>
</body>
</html>
`;
}
