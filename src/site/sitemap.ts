import path from 'node:path';
import type { PluginOptions } from '@docusaurus/plugin-sitemap';
import { pathOf } from '../address/address.ts';
import { isPageFile, partsOfFile } from '../address/files.ts';
import { lastChanges } from '../generate/git.ts';
import { pageDates } from '../generate/page-dates.ts';
import { readManifest } from './manifest.ts';
import { readVersions, supersededPaths } from './versions.ts';

type CreateItems = NonNullable<PluginOptions['createSitemapItems']>;
type Item = Awaited<ReturnType<CreateItems>>[number];

/**
 * The sitemap's entries, with the date of the last change if git knows it: for a guide its last commit, for a
 * reference page the commit of the document that changed it. Nothing else has one: no date is better than a
 * wrong one. Pages of older versions are left out if the current version has the same page, whose URL is canonical.
 */
export function sitemapItems(siteDir: string): CreateItems {
  return async ({ defaultCreateSitemapItems, ...params }) => {
    const { siteConfig, routes } = params;
    const items = await defaultCreateSitemapItems(params);
    const top = siteConfig.url + siteConfig.baseUrl;
    const dates = new Map<string | undefined, number>();
    const files = filesIn(routes);
    for (const api of readManifest(siteDir).apis) {
      const times = await pageDates(siteDir, api);
      for (const { path: route, file } of files) {
        const parts = partsOfFile(file);
        const time = parts?.folder === api.place.outputDir ? times.get(parts.page) : undefined;
        if (time !== undefined) dates.set(pathOf(route, siteConfig), time);
      }
    }
    // A change of a hand-written file changes its page.
    const guides = files.filter(({ file }) => !isPageFile(file));
    const changes = await lastChanges(
      siteDir,
      guides.map(({ file }) => file),
    );
    for (const { path: route, file } of guides) {
      const time = changes.get(file);
      if (time !== undefined) dates.set(pathOf(route, siteConfig), time);
    }
    const pathIn = ({ url }: Item) => pathOf(url, { baseUrl: top });
    const superseded = supersededPaths(readVersions(siteDir));
    return items
      .filter((item) => !superseded.has(pathIn(item) ?? ''))
      .map((item) => dated(item, dates.get(pathIn(item))));
  };
}

function dated(item: Item, time: number | undefined): Item {
  return time === undefined ? item : { ...item, lastmod: new Date(time * 1000).toISOString() };
}

type Routes = Parameters<CreateItems>[0]['routes'];

/** The Markdown files of pages. */
function filesIn(routes: Routes): { path: string; file: string }[] {
  return routes.flatMap(({ path: address, metadata, routes: below }) => {
    const file = metadata?.sourceFilePath?.replaceAll(path.sep, '/');
    const own = file && /\.mdx?$/.test(file) ? [{ path: address, file }] : [];
    return [...own, ...filesIn(below ?? [])];
  });
}
