import fs from 'node:fs';
import path from 'node:path';
import { GUIDES, pageHref } from '../address/address.ts';
import { type Docs, SITE_DOCS } from '../address/docs.ts';
import { sliceFile } from '../address/files.ts';
import type { SiteApi } from '../client/app/site-data.ts';
import { LAYOUT, type Manifest, type ManifestApi } from '../generate/layout.ts';
import { NOTHING, type Published, type PublishedApi } from './published.ts';

/** What is currently generated; no APIs before the first `npm run generate`. */
export function readManifest(siteDir: string): Manifest {
  const file = path.join(siteDir, LAYOUT.manifest);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : { apis: [] };
}

/** The API that the site starts with; none if there are several without a main one. */
export function mainApi({ apis }: Manifest): ManifestApi | undefined {
  return apis.length === 1 ? apis[0] : apis.find(({ main }) => main);
}

/** The places of an API in all versions of its docs; the one that readers see first is the first. */
export function placesOf(apis: readonly PublishedApi[], id: string): PublishedApi[] {
  const own = apis.filter((api) => api.id === id);
  return [...own.filter(({ isLast }) => isLast), ...own.filter(({ isLast }) => !isLast)];
}

/** What pages can use of the APIs; before Docusaurus has loaded their pages, as they were generated. */
export function siteApis(manifest: Manifest, published: Published = NOTHING): SiteApi[] {
  const main = mainApi(manifest);
  return manifest.apis.map((api) => {
    const { id, label, summary, infoId, place } = api;
    const places = placesOf(published.apis, id);
    const {
      version,
      base,
      infoPath,
      folder = place.outputDir,
    } = places[0] ?? { ...api, folder: undefined };
    return {
      id,
      label,
      version,
      ...(id === main?.id && { main: true }),
      ...(summary && { summary }),
      base,
      ...(infoPath !== undefined && { infoPath }),
      bases: [base, ...places.slice(1).map((other) => other.base)],
      href: pageHref({ base, infoPath }),
      slice: `${folder}/${sliceFile(infoId, 'info')}`,
      image: socialImage(id),
    };
  });
}

/** Path of the image of an API, or of the site if it has no main API; without base URL. */
export function socialImage(api?: string): string {
  return api === undefined ? '/img/social.png' : `/img/social/${api}.png`;
}

/** Guides in a folder with an API's name belong to it: patterns of those whose API is not built. */
export function foreignGuides(
  siteDir: string,
  { apis }: Manifest,
  docs: Docs = SITE_DOCS,
): string[] {
  const guides = path.join(siteDir, docs.path, GUIDES);
  if (!fs.existsSync(guides)) return [];
  return fs
    .readdirSync(guides, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !apis.some((api) => api.id === entry.name))
    .map((entry) => `${GUIDES}/${entry.name}/**`);
}
