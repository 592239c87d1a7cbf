import { type ApiBase, pagePath } from './address.ts';

/** The feeds of a changelog, in the folder of its page. */
export const FEEDS = [
  { file: 'rss.xml', label: 'RSS', type: 'application/rss+xml' },
  { file: 'atom.xml', label: 'Atom', type: 'application/atom+xml' },
  { file: 'feed.json', label: 'JSON', type: 'application/feed+json' },
] as const;

/** Path of a feed within the site. */
export function feedPath(changelog: ApiBase & { readonly id: string }, file: string): string {
  return `${pagePath(changelog, changelog.id)}/${file}`;
}
