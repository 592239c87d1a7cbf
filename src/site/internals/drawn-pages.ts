import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { LoadedVersion } from '@docusaurus/plugin-content-docs';
import type { AllContent, LoadContext } from '@docusaurus/types';
import type { Compiler, Configuration } from 'webpack';
import { pathKey } from '../../address/address.ts';
import { sidebarId } from '../../address/docs.ts';
import { drawnFiles } from '../../address/files.ts';
import type { PageGuides } from '../../client/app/page-guides.ts';
import type { ApiTable } from '../../client/app/site-data.ts';
import { LAYOUT } from '../../generate/layout.ts';
import { cached } from '../../json/cached.ts';
import { asObject } from '../../json/guards.ts';
import { ownFile } from '../../own-files.ts';
import { idsIn, loadedVersions, type Published } from '../published.ts';
import { internal, warnOnce } from './level.ts';
import { bodyOf } from './page-modules.ts';

const PIECE = {
  name: 'drawn-pages',
  loss: 'Every build renders all pages, also those that have not changed.',
};

/** Rendered pages take at most this room, in bytes: about eight builds of authentik in two languages. */
const MOST = 500e6;

type SiteContext = Pick<LoadContext, 'siteDir' | 'generatedFilesDir' | 'i18n'>;

function filesOf({ siteDir, i18n }: SiteContext) {
  return drawnFiles(path.join(siteDir, LAYOUT.drawn), i18n.currentLocale);
}

/**
 * Lets static rendering keep the result of each page of the reference, and take it from there as long as nothing
 * changes that the page is made of.
 *
 * @returns changes of the server's configuration of the bundler; none if it is not as expected.
 */
export function keepDrawnPages(
  context: SiteContext,
  { entry }: Configuration,
): Pick<Configuration, 'entry' | 'plugins'> & { readonly alias: Record<string, string> } {
  return internal(
    PIECE,
    () => {
      const { main } = asObject(entry);
      if (typeof main !== 'string' || path.basename(main) !== 'serverEntry.js')
        throw new Error('Docusaurus renders pages in another way');
      return {
        alias: { '@reference/server-entry': main },
        entry: { main: ownFile('client/app/server-entry.ts') },
        plugins: [new CodeKey(context)],
      };
    },
    () => ({ alias: {} }),
  );
}

interface PageInputs {
  /**
   * Whether nothing of the site changes how Markdown is compiled: plugins of the compiler are no modules of the bundle,
   * so no hash would follow them.
   */
  readonly isPlainMarkdown: boolean;
  readonly guides: PageGuides;
  readonly table: ApiTable;
}

/**
 * Writes a hash for each page of what belongs to it alone: its slice, what Docusaurus knows about it, its sidebar, the
 * guides that refer to it, and what is known about its API: another API is no reason to render a page again. Only pages that
 * are as generated get one; the MDX of others may show anything.
 */
export function writePageKeys(
  context: SiteContext,
  { apis }: Published,
  allContent: AllContent,
  { isPlainMarkdown, guides, table }: PageInputs,
): void {
  const known = new Map(table.apis.map((api) => [api.id, api]));
  const { keys } = filesOf(context);
  const versions = new Map(
    loadedVersions(allContent).map(({ id, version }) => [`${id} ${version.versionName}`, version]),
  );
  const pages: Record<string, string> = {};
  for (const { id, versionOf, docsPluginId, docsVersion, pages: own } of isPlainMarkdown
    ? apis
    : []) {
    const version = versions.get(`${docsPluginId} ${docsVersion}`);
    if (!version) continue;
    const docs = new Map(version.docs.map((doc) => [doc.id, doc]));
    const sidebars = new Map<string | undefined, string>();
    const api = known.get(versionOf?.of ?? id);
    for (const { docId, source, slice, path: page } of own) {
      const doc = docs.get(docId);
      const body = bodyOf(context.siteDir, source);
      if (!doc || !body) continue;
      const around = cached(sidebars, doc.sidebar, () =>
        hashOf([
          ...aroundPages(version, docs, doc.sidebar),
          api,
          table.menus[sidebarId(docsPluginId, docsVersion, doc.sidebar ?? '')],
        ]),
      );
      const text = fs.readFileSync(path.join(context.siteDir, slice), 'utf8');
      pages[pathKey(doc.permalink)] = hashOf([doc, body, around, text, guides[page]]);
    }
  }
  write(keys, JSON.stringify(pages));
}

type Docs = ReadonlyMap<string, LoadedVersion['docs'][number]>;

/** What the pages of a sidebar have around them: the version of the docs, and the sidebar with its labels and links. */
function aroundPages(
  { docs: _, sidebars, drafts: __, ...version }: LoadedVersion,
  docs: Docs,
  name: string | undefined,
): unknown[] {
  const items = name === undefined ? [] : (sidebars[name] ?? []);
  const linked = items.flatMap(idsIn).map((id) => {
    const doc = docs.get(id ?? '');
    if (!doc) return id;
    const { title, permalink, unlisted, frontMatter } = doc;
    const { sidebar_label, sidebar_class_name, sidebar_custom_props } = frontMatter;
    return [
      id,
      title,
      permalink,
      unlisted,
      sidebar_label,
      sidebar_class_name,
      sidebar_custom_props,
    ];
  });
  return [version, items, linked];
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}

/** Writes a hash of all code of static rendering, but for what Docusaurus generates and the pages' own modules. */
class CodeKey {
  readonly #context: SiteContext;

  constructor(context: SiteContext) {
    this.#context = context;
  }

  apply(compiler: Compiler): void {
    const { siteDir, generatedFilesDir } = this.#context;
    const { code } = filesOf(this.#context);
    // A build that fails here must not leave the key of another one.
    fs.rmSync(code, { force: true });
    compiler.hooks.thisCompilation.tap(PIECE.name, (compilation) => {
      compilation.hooks.finishModules.tap(PIECE.name, (modules) => {
        const hashes: string[] = [];
        for (const module of modules) {
          const file = module.nameForCondition();
          if (file?.startsWith(generatedFilesDir)) continue;
          const source = module.originalSource()?.source() ?? module.identifier();
          const name = path.relative(siteDir, file ?? '');
          hashes.push(createHash('sha256').update(`${name}\0`).update(source).digest('hex'));
        }
        if (hashes.length === 0) warnOnce(PIECE, new Error('the bundler names no modules'));
        else write(code, hashOf([hashes.sort(), definitionsIn(compiler.options.plugins, siteDir)]));
      });
    });
  }
}

/** What plugins replace names in the code with, the environment included. */
function definitionsIn(plugins: readonly unknown[], siteDir: string): string[] {
  return plugins.flatMap((plugin) => {
    const { definitions, _args } = plugin as { definitions?: unknown; _args?: unknown };
    const name = plugin?.constructor.name ?? '';
    return /^(?:Define|Environment|Provide)Plugin$/.test(name)
      ? [JSON.stringify([name, definitions, _args]).replaceAll(siteDir, '')]
      : [];
  });
}

function write(file: string, content: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

/** Removes the rendered pages that were not used for the longest time, beyond the room that they may take. */
export function pruneDrawnPages(context: SiteContext, most = MOST): void {
  // `merge` has put the pages of all languages there: those of the next one are not used yet.
  if (process.env.REFERENCE_NOTES) return;
  const { pages: folder } = filesOf(context);
  if (!fs.existsSync(folder)) return;
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .map((file) => ({ file, stat: fs.statSync(file) }))
    .filter(({ stat }) => stat.isFile())
    .sort((a, b) => b.stat.mtimeMs - a.stat.mtimeMs);
  let bytes = 0;
  for (const { file, stat } of files) {
    bytes += stat.size;
    if (bytes > most) fs.rmSync(file, { force: true });
  }
}
