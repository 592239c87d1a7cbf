import fs from 'node:fs';
import path from 'node:path';
import { addressOf, htmlOf, pagePath, type SiteUrl, standInOf } from '../address/address.ts';
import { lastAddresses } from '../generate/addresses.ts';
import type { PublishedApi } from './published.ts';

/** In the folder of an API, beside its pages. A policy may forbid inline scripts. */
const SCRIPT = 'moved.js';

/** Redirects to the new address with the anchor of the old one, which `http-equiv` would lose. */
const FOLLOW = "location.replace(document.querySelector('a').href + location.hash);\n";

/**
 * Writes a page at each former address of an API's pages that redirects to the new one.
 *
 * @param outDir Folder of the site.
 */
export async function writeMovedPages(
  siteDir: string,
  outDir: string,
  api: Pick<PublishedApi, 'id' | 'base' | 'infoPath'>,
  url: SiteUrl,
): Promise<void> {
  const moves = await lastAddresses(siteDir, api.id);
  for (const from of moves.moved.keys()) {
    const to = addressOf(encodeURI(pagePath(api, standInOf(from, moves))), url);
    const file = path.join(outDir, htmlOf(pagePath(api, from), url));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, redirect(to, url.baseUrl + pagePath(api, SCRIPT)));
  }
  if (moves.moved.size > 0) fs.writeFileSync(path.join(outDir, pagePath(api, SCRIPT)), FOLLOW);
}

/** Static hosts have no common way to redirect, so a page does it. An id has no characters to escape. */
function redirect(to: string, script: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Moved</title>
<meta name="robots" content="noindex">
<noscript><meta http-equiv="refresh" content="0; url=${to}"></noscript>
<link rel="canonical" href="${to}">
</head>
<body>
<p><a href="${to}">This page has moved.</a></p>
<script src="${script}"></script>
</body>
</html>
`;
}
