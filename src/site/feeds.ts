import fs from 'node:fs';
import path from 'node:path';
import { Feed } from 'feed';
import { addressOf, NO_ORIGIN, pagePath, type SiteUrl } from '../address/address.ts';
import { FEEDS, feedPath } from '../address/feeds.ts';
import { partsOfFile } from '../address/files.ts';
import { CHANGE_GROUPS, type ChangeGroup } from '../model/page/change-groups.ts';
import type { ChangedSubject, Release } from '../slices/history.ts';
import { escaped } from './html-text.ts';
import type { TranslateConfig } from './languages.ts';
import { type PublishedApi, readSlice } from './published.ts';

/** What the texts of feeds need. */
export interface FeedSite {
  readonly siteDir: string;
  readonly outDir: string;
  readonly url: SiteUrl & { readonly url: string };
  readonly locale: string;
  readonly translate: TranslateConfig;
}

/**
 * Writes the feeds of an API's changelog, beside its page: RSS, Atom and JSON, with an entry for each release whose date
 * is known. None if there is no changelog, no release has a date, or the site does not know its own address.
 */
export function writeFeeds(api: PublishedApi, site: FeedSite): void {
  const list = api.pages.find(({ slice }) => partsOfFile(slice)?.kind === 'changelog');
  if (!list || site.url.url === NO_ORIGIN) return;
  const { releases = [] } = readSlice(site.siteDir, list)['x-page'];
  const dated = releases.filter(({ date }) => date !== undefined);
  if (dated.length === 0) return;
  const texts: Readonly<Record<(typeof FEEDS)[number]['file'], () => string>> = {
    'rss.xml': () => feedOf(api, list.page, dated, site).rss2(),
    // Here, titles are HTML.
    'atom.xml': () => feedOf(api, list.page, dated, site, escaped).atom1(),
    'feed.json': () => feedOf(api, list.page, dated, site).json1(),
  };
  for (const { file } of FEEDS) {
    const target = path.join(site.outDir, feedPath({ ...api, id: list.page }, file));
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, texts[file]());
  }
}

function feedOf(
  api: PublishedApi,
  page: string,
  releases: readonly Release[],
  { url, locale, translate }: FeedSite,
  titleText: (title: string) => string = String,
): Feed {
  const absolute = (id: string) => url.url + addressOf(encodeURI(pagePath(api, id)), url);
  const title = translate({ id: 'site.feed', message: '{label}: changelog' }, { label: api.title });
  const link = absolute(page);
  const feed = new Feed({
    title,
    description: title,
    id: link,
    link,
    language: locale,
    copyright: '',
    updated: dateOf(releases[0]),
    generator: 'docusaurus-openapi-reference',
    feedLinks: Object.fromEntries(
      FEEDS.map(({ file }) => [
        file === 'feed.json' ? 'json' : file.replace('.xml', ''),
        `${url.url}${url.baseUrl}${feedPath({ ...api, id: page }, file)}`,
      ]),
    ),
  });
  for (const release of releases) {
    const at = absolute(release.page);
    feed.addItem({
      title: titleText(`${api.title} ${release.version}`),
      id: at,
      link: at,
      date: dateOf(release),
      description: summaryOf(release, translate),
      content: contentOf(release, translate),
    });
  }
  return feed;
}

/** At midnight UTC: only the day is known. */
function dateOf(release: Release | undefined): Date {
  return new Date(`${release?.date}T00:00:00Z`);
}

const TITLES: Readonly<Record<ChangeGroup, string>> = {
  breaking: 'Breaking changes',
  deprecated: 'Deprecated',
  removed: 'Removed',
  added: 'Added',
  changed: 'Changed',
  texts: 'Descriptions and examples',
};

function summaryOf({ counts }: Release, translate: TranslateConfig): string {
  return CHANGE_GROUPS.filter((group) => counts[group])
    .map((group) => `${titleOf(group, translate)}: ${counts[group]}`)
    .join(', ');
}

function titleOf(group: ChangeGroup, translate: TranslateConfig): string {
  return translate({ id: `ref.group.${group}`, message: TITLES[group] });
}

/** HTML, in which all texts of the document are escaped. */
function contentOf({ groups }: Release, translate: TranslateConfig): string {
  return CHANGE_GROUPS.flatMap((group) => {
    const subjects = groups[group] ?? [];
    if (subjects.length === 0) return [];
    const items = subjects
      .map((subject) => `<li>${escaped(nameOf(subject, translate))}</li>`)
      .join('');
    return [`<h2>${escaped(titleOf(group, translate))}</h2><ul>${items}</ul>`];
  }).join('');
}

function nameOf(
  { link, label, operations, changes }: ChangedSubject,
  translate: TranslateConfig,
): string {
  const names = changes.flatMap(({ at, name }) => at ?? name ?? []);
  const subject = link
    ? [link.method, link.path ?? link.title].filter(Boolean).join(' ')
    : (label ?? countOf(operations, translate));
  const others = [...new Set(names)].filter((name) => name !== subject);
  return [subject, others.join(', ')].filter(Boolean).join(': ');
}

/** What something without a name is a change of. */
function countOf(operations: number | undefined, translate: TranslateConfig): string {
  if (operations === undefined)
    return translate({ id: 'ref.changedApi', message: 'The API as a whole' });
  return operations === 1
    ? translate({ id: 'site.oneOperation', message: '1 operation' })
    : translate(
        { id: 'site.countOperations', message: '{count} operations' },
        { count: String(operations) },
      );
}
