import fs from 'node:fs';
import path from 'node:path';
import { addressOf, type GonePage, htmlOf, pagePath } from '../address/address.ts';
import { lastAddresses } from '../generate/addresses.ts';
import type { FeedSite } from './feeds.ts';
import { escaped } from './html-text.ts';
import type { PublishedApi } from './published.ts';

/** In the folder of an API, beside its pages. */
const STYLES = 'gone.css';

const CSS = `:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 15vh auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: inherit; }
code { font: 0.9375em ui-monospace, monospace; }
`;

/**
 * Writes a page at the address of each operation, schema and tag that an earlier version had and none has now: when it
 * was removed, and what to use instead. Search engines leave it out.
 */
export async function writeGonePages(
  api: Pick<PublishedApi, 'id' | 'base' | 'infoPath' | 'title'>,
  site: FeedSite,
): Promise<void> {
  const { siteDir, outDir, url } = site;
  const { gone = new Map<string, GonePage>() } = await lastAddresses(siteDir, api.id);
  if (gone.size === 0) return;
  for (const [id, page] of gone) {
    const file = path.join(outDir, htmlOf(pagePath(api, id), url));
    if (fs.existsSync(file)) continue;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, gonePage(page, api, site));
  }
  fs.writeFileSync(path.join(outDir, pagePath(api, STYLES)), CSS);
}

function gonePage(
  { title, name, version, release, note, instead, isGuess }: GonePage,
  api: Pick<PublishedApi, 'base' | 'infoPath' | 'title'>,
  { url, locale, translate }: FeedSite,
): string {
  const hrefOf = (page: string): string => addressOf(encodeURI(pagePath(api, page)), url);
  const link = (page: string, text: string): string =>
    `<a href="${escaped(hrefOf(page))}">${escaped(text)}</a>`;
  const removed = escaped(
    translate({ id: 'site.gone', message: 'It was removed in version {version}.' }, { version }),
  );
  const use = isGuess
    ? translate({ id: 'site.gone.similar', message: 'The one with the most similar name:' })
    : translate({ id: 'site.gone.instead', message: 'Use instead:' });
  const changes = translate(
    { id: 'ref.changesIn', message: 'What changed in {version}' },
    { version },
  );
  return `<!doctype html>
<html lang="${escaped(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(`${title} | ${api.title}`)}</title>
<meta name="robots" content="noindex">
<link rel="stylesheet" href="${escaped(url.baseUrl + pagePath(api, STYLES))}">
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p><code>${escaped(name)}</code></p>
<p>${removed}</p>
${note === undefined ? '' : `<p>${escaped(note)}</p>\n`}${instead ? `<p>${escaped(use)} ${link(instead.page, instead.title)}</p>\n` : ''}<p>${link(release, changes)} · ${link('', api.title)}</p>
</main>
</body>
</html>
`;
}
