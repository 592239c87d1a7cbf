import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import { pathKey, pathOf } from '../../address/address.ts';
import { drawnFiles, partsOfFile } from '../../address/files.ts';
import { LAYOUT } from '../../generate/layout.ts';
import type { Published } from '../published.ts';
import { isInShard, pageWeight, parseShard, placesOf, type Shard } from '../shards/cut.ts';
import { internal } from './level.ts';

const PIECE = {
  name: 'shard-pages',
  loss: 'Each shard renders all pages of the site, not only its own.',
};

/** The variable by which `build` says which pages a process of Docusaurus renders. */
const VARIABLE = 'REFERENCE_SHARD';

/** Environment variables for a process that renders the pages of a shard, and nothing else. */
export function shardEnv({ number, of }: Shard): NodeJS.ProcessEnv {
  return { [VARIABLE]: `${number}/${of}` };
}

type SiteContext = Pick<LoadContext, 'siteDir' | 'baseUrl' | 'i18n'>;

/** What Docusaurus calls for the static rendering of all pages. */
export interface Rendering {
  executeSSG(given: Given): Promise<unknown>;
}

interface Given {
  readonly props: { readonly routesPaths: readonly string[] };
}

/**
 * In a process for a shard: lets Docusaurus render the pages of the shard only, and ends the process when it has.
 * Links are checked, and everything else is written, once all pages are in one place.
 *
 * @param load Returns the module of Docusaurus that renders.
 */
export function renderShard(
  context: SiteContext,
  published: Published,
  load = (): Rendering =>
    createRequire(path.join(context.siteDir, 'package.json'))(
      '@docusaurus/core/lib/ssg/ssgExecutor.js',
    ),
): void {
  const shard = parseShard(process.env[VARIABLE] ?? '');
  if (!shard) return;
  const pages = pagesIn(shard, context, published);
  internal(
    PIECE,
    () => cut(load(), pages),
    () => {},
  );
}

function cut(rendering: Rendering, pages: ReadonlySet<string>): void {
  const { executeSSG: execute } = rendering;
  if (typeof execute !== 'function') throw new Error('Docusaurus renders pages in another way');
  rendering.executeSSG = async (given) => {
    const paths = given.props.routesPaths.filter((page) => pages.has(pathKey(page)));
    if (paths.length > 0)
      await execute({ ...given, props: { ...given.props, routesPaths: paths } });
    endShard();
    return { collectedData: {} };
  };
}

/** In a process for a shard: ends it. Nothing but pages is written by it. */
export function endShard(): void {
  if (parseShard(process.env[VARIABLE] ?? '')) process.exit(0);
}

/** The pages of a shard in the current language, as `pathKey`: of those that can be kept. */
export function pagesIn(
  shard: Shard,
  { siteDir, baseUrl, i18n }: SiteContext,
  { apis }: Published,
): ReadonlySet<string> {
  const { keys } = drawnFiles(path.join(siteDir, LAYOUT.drawn), i18n.currentLocale);
  const known: object = fs.existsSync(keys) ? JSON.parse(fs.readFileSync(keys, 'utf8')) : {};
  const byPath = new Map(Object.keys(known).map((key) => [pathOf(`${key}/`, { baseUrl }), key]));
  const pages = apis
    .flatMap((api) => api.pages)
    .flatMap(({ path: page, slice }) => {
      const key = byPath.get(page);
      return key === undefined ? [] : [{ key, slice }];
    });
  const languages = [...new Set([i18n.defaultLocale, ...i18n.locales])];
  const language = { index: languages.indexOf(i18n.currentLocale), count: languages.length };
  const places = placesOf(
    pages.map(({ slice }) =>
      pageWeight(partsOfFile(slice)?.kind, fs.statSync(path.join(siteDir, slice)).size),
    ),
  );
  return new Set(
    pages
      .filter((_, index) => isInShard(shard, places[index] ?? 0, language))
      .map(({ key }) => key),
  );
}
