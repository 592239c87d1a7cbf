import fs from 'node:fs';
import path from 'node:path';
import { ABOUT, GUIDES, pageHref } from '../address/address.ts';
import { type Docs, SITE_DOCS } from '../address/docs.ts';
import { sliceFile } from '../address/files.ts';
import type { SiteApi } from '../client/app/site-data.ts';
import { LAYOUT, type Manifest, type ManifestApi } from '../generate/layout.ts';
import { defined } from '../json/guards.ts';
import { NOTHING, type Published, type PublishedApi } from './published.ts';

/** What is currently generated; no APIs before the first `npm run generate`. */
export function readManifest(siteDir: string): Manifest {
  const file = path.join(siteDir, LAYOUT.manifest);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : { apis: [] };
}

/** The APIs of a site, without older versions of them. */
export function currentApis({ apis }: Manifest): readonly ManifestApi[] {
  return apis.filter(({ id, versionOf = id }) => versionOf === id);
}

/** The API that the site starts with; none if there are several without a main one. */
export function mainApi(manifest: Manifest): ManifestApi | undefined {
  const apis = currentApis(manifest);
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
  const generated = new Set(manifest.apis.map(({ id }) => id));
  // Pages that are in the repository are there without a run that has generated them.
  const others = new Set(
    published.apis.filter(isCurrent).flatMap(({ id }) => (generated.has(id) ? [] : [id])),
  );
  return [...currentApis(manifest).map(fromManifest), ...[...others].flatMap(fromPages)];

  /** The places of an API, and of its older versions. */
  function placed(
    id: string,
    base: string,
  ): Pick<SiteApi, 'bases' | 'versions' | 'authentication'> {
    const older = published.apis.filter((api) => !isCurrent(api) && api.versionOf?.of === id);
    const [own, ...others] = placesOf(published.apis, id);
    return {
      ...defined({ authentication: own?.authentication }),
      bases: [base, ...[...others, ...older].map((api) => api.base)],
      ...(older.length > 0 && {
        versions: older.map(({ id, folder, base, authentication }) => ({
          id,
          folder,
          base,
          ...defined({ authentication }),
        })),
      }),
    };
  }

  function fromPages(id: string): SiteApi[] {
    const places = placesOf(published.apis, id);
    const [place] = places;
    const info = place?.pages.find(({ isInfo }) => isInfo) ?? place?.pages[0];
    if (!place || !info) return [];
    const { version, title, base, infoPath } = place;
    return [
      {
        id,
        label: title,
        version,
        base,
        ...(infoPath !== undefined && { infoPath }),
        ...placed(id, base),
        href: pageHref({ base, infoPath }),
        folder: place.folder,
        slice: info.slice,
        image: socialImage(id),
      },
    ];
  }

  function fromManifest(api: ManifestApi): SiteApi {
    const { id, label, group, logo, summary, infoId, place, about } = api;
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
      ...(group && { group }),
      ...(logo && { logo }),
      ...(id === main?.id && { main: true }),
      ...(about && { about }),
      ...(summary && { summary }),
      base,
      ...(infoPath !== undefined && { infoPath }),
      ...placed(id, base),
      href: pageHref({ base, infoPath }),
      folder,
      slice: `${folder}/${sliceFile(infoId, 'info')}`,
      image: socialImage(id),
    };
  }
}

/** Whether a published API is no older version of another one. */
function isCurrent({ id, versionOf }: PublishedApi): boolean {
  return versionOf === undefined || versionOf.of === id;
}

/** Whether readers of a site see it first: the current version of an API, in the version of the docs shown by default. */
export function isShownFirst(api: PublishedApi): boolean {
  return api.isLast && isCurrent(api);
}

/** Path of the image of an API, or of the site if it has no main API; without base URL. */
export function socialImage(api?: string): string {
  return api === undefined ? '/img/social.png' : `/img/social/${api}.png`;
}

/** Guides in a folder with an API's name belong to it, as do pages about the site: patterns of those whose API is not built. */
export function foreignGuides(
  siteDir: string,
  { apis }: Manifest,
  docs: Docs = SITE_DOCS,
): string[] {
  return [GUIDES, ABOUT].flatMap((name) => {
    const folder = path.join(siteDir, docs.path, name);
    if (!fs.existsSync(folder)) return [];
    return fs
      .readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !apis.some((api) => api.id === entry.name))
      .map((entry) => `${name}/${entry.name}/**`);
  });
}
