import fs from 'node:fs';
import path from 'node:path';
import { pagePath } from '../address/address.ts';
import type { NamedVersion, SiteVersions } from '../client/app/versions.ts';
import { LAYOUT } from '../generate/layout.ts';
import { append } from '../json/append.ts';
import { asObject } from '../json/guards.ts';
import { pathShape } from '../openapi/path-shape.ts';
import type { PageVersion, SliceDocument } from '../slices/slice.ts';
import { type PublishedApi, readSlice } from './published.ts';

/** A page as a version of an API has it. */
export interface VersionPage {
  /** Page id; empty for the introduction. */
  readonly page: string;
  /** What it is about, in several forms, the best one first: see `subjectsOf`. */
  readonly subjects: readonly string[];
}

/**
 * Finds the pages of the same subject in all versions of each API. Only pages that Docusaurus has loaded count: every
 * link leads to a page, whatever was generated when. Versions of an API are those in one version of the docs.
 */
export function siteVersions(apis: readonly PublishedApi[], siteDir: string): SiteVersions {
  const groups = new Map<string, (PublishedApi & { readonly versionOf: PageVersion })[]>();
  for (const { versionOf, ...api } of apis)
    if (versionOf)
      append(groups, JSON.stringify([api.docsPluginId, api.docsVersion, versionOf.of]), {
        ...api,
        versionOf,
      });
  const found: Record<string, SiteVersions[string]> = {};
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const members = group.toSorted((a, b) => a.versionOf.position - b.versionOf.position);
    const versions = members.map(
      ({ versionOf: { name }, base, infoPath }): NamedVersion => ({
        name,
        base,
        ...(infoPath !== undefined && { infoPath }),
      }),
    );
    const pages = members.map(({ pages }) =>
      pages.map((page): VersionPage => {
        const slice = readSlice(siteDir, page);
        return { page: page.isInfo ? '' : page.page, subjects: subjectsOf(slice) };
      }),
    );
    const same = samePages(pages);
    for (const [position, { base }] of members.entries())
      found[base] = { versions, position, pages: Object.fromEntries(same[position] ?? []) };
  }
  return found;
}

/**
 * The pages of the same subject, for each version.
 *
 * @param versions The pages of each version.
 * @returns for each version, the id of a page to those in all versions.
 */
export function samePages(
  versions: readonly (readonly VersionPage[])[],
): ReadonlyMap<string, readonly (string | null)[]>[] {
  const indexes = versions.map((pages) => {
    const index = new Map<string, string>();
    for (const { page, subjects } of pages)
      for (const subject of subjects) if (!index.has(subject)) index.set(subject, page);
    return index;
  });
  return versions.map(
    (pages, own) =>
      new Map(
        pages.map(({ page, subjects }) => [
          page,
          indexes.map((index, at) => {
            if (at === own) return page;
            const subject = subjects.find((one) => index.has(one));
            return subject === undefined ? null : (index.get(subject) ?? null);
          }),
        ]),
      ),
  );
}

/**
 * What a page is about, in forms that another version of the document may share: an operation keeps its operationId
 * when its path changes, and its method and path when it is renamed. Names of path parameters do not matter.
 */
export function subjectsOf(slice: SliceDocument): string[] {
  const { kind, name, path: place = '', method = '' } = slice['x-page'];
  if (kind !== 'operation' && kind !== 'webhook') return [`${kind} ${name ?? ''}`];
  const item = asObject(asObject(kind === 'webhook' ? slice.webhooks : slice.paths)[place]);
  const operations = { ...item, ...asObject(item.additionalOperations) };
  const operation = Object.entries(operations).find(([key]) => key.toLowerCase() === method)?.[1];
  const { operationId } = asObject(operation);
  return [
    ...(typeof operationId === 'string' ? [`${kind} id ${operationId}`] : []),
    `${kind} ${method} ${pathShape(place)}`,
  ];
}

/** Writes what static rendering, the sitemap and the search read. */
export function writeVersions(siteDir: string, versions: SiteVersions): void {
  const file = path.join(siteDir, LAYOUT.versions);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(versions));
}

/** What was written. */
export function readVersions(siteDir: string): SiteVersions {
  return JSON.parse(fs.readFileSync(path.join(siteDir, LAYOUT.versions), 'utf8'));
}

/**
 * Whether the current version has a page of the same subject. Search engines and our own search then lead there.
 *
 * @param page Page id; empty for the introduction.
 */
export function isSuperseded(versions: SiteVersions, base: string, page: string): boolean {
  const own = versions[base];
  return own !== undefined && own.position > 0 && typeof own.pages[page]?.[0] === 'string';
}

/** The paths of all superseded pages. */
export function supersededPaths(versions: SiteVersions): ReadonlySet<string> {
  const paths = Object.entries(versions).flatMap(([base, { versions: all, position, pages }]) =>
    Object.keys(pages)
      .filter((page) => isSuperseded(versions, base, page))
      .map((page) => pagePath(all[position] ?? { base }, page)),
  );
  return new Set(paths);
}
