import fs from 'node:fs';
import path from 'node:path';
import { GUIDES, HERE, pageHref, sliceName } from '../address/address.ts';
import type { SiteApi } from '../client/app/site-data.ts';
import { LAYOUT, type Manifest, type ManifestApi } from '../generate/layout.ts';

/** What is currently generated; no APIs before the first `npm run generate`. */
export function readManifest(siteDir: string): Manifest {
  const file = path.join(siteDir, LAYOUT.manifest);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : { apis: [] };
}

/** Paths of all generated files, relative to the site's folder, with `/`. */
export function readGenerated(siteDir: string): string[] {
  const record = JSON.parse(fs.readFileSync(path.join(siteDir, LAYOUT.record), 'utf8'));
  return Object.keys(record.files);
}

/** The API that the site starts with; none if there are several without a main one. */
export function mainApi({ apis }: Manifest): ManifestApi | undefined {
  return apis.length === 1 ? apis[0] : apis.find(({ main }) => main);
}

/** The part of the manifest that pages can use. */
export function siteApis(manifest: Manifest): SiteApi[] {
  const main = mainApi(manifest);
  return manifest.apis.map(({ id, label, version, summary, infoId }) => ({
    id,
    label,
    version,
    ...(id === main?.id && { main: true }),
    ...(summary && { summary }),
    href: pageHref({ api: id }),
    slice: sliceName({ api: id }, infoId),
    image: socialImage(id),
  }));
}

/** Path of the image of an API, or of the site if it has no main API; without base URL. */
export function socialImage(api?: string): string {
  return api === undefined ? '/img/social.png' : `/img/social/${api}.png`;
}

/** Guides in a folder with an API's name belong to it: patterns of those whose API is not built. */
export function foreignGuides(siteDir: string, { apis }: Manifest): string[] {
  const guides = path.join(siteDir, HERE.docsDir, GUIDES);
  if (!fs.existsSync(guides)) return [];
  return fs
    .readdirSync(guides, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !apis.some((api) => api.id === entry.name))
    .map((entry) => `${GUIDES}/${entry.name}/**`);
}
