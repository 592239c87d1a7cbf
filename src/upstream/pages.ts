import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { pageName } from '../address/address.ts';
import { FILE_KIND, mdxFile, sliceFile } from '../address/files.ts';
import type { Plan, PlannedPage } from '../slices/plan.ts';
import type { Slice } from '../slices/slices.ts';
import { upstreamCache } from './cache.ts';
import { buildOutline } from './outline.ts';
import type { Upstream } from './plugin.ts';
import { buildSidebar, type SidebarItem, type UpstreamItem } from './sidebar.ts';
import { loadedKey, type PagesAt, pageSource } from './source.ts';

export interface ReferencePages {
  /** Path below the API's folder to content. */
  readonly files: ReadonlyMap<string, string>;
  readonly sidebar: readonly SidebarItem[];
  /** Changes with the set of pages, their names and their order, but not with their content. */
  readonly key: string;
}

/**
 * Has upstream write the pages and the sidebar of an API in a temporary folder, and compares the result with
 * the plan: upstream loses pages silently.
 *
 * Upstream's output depends only on the outline, so for the outline of an earlier run it is taken from
 * `cache`.
 *
 * @param cache Folder for upstream's output, a file for each API.
 * @throws Error if upstream fails, or writes other pages than planned: an internal error.
 */
export async function writePages(
  plan: Plan,
  slices: readonly Slice[],
  where: Omit<PagesAt, 'infoId'>,
  upstream: Upstream,
  cache: string,
): Promise<ReferencePages> {
  const infoId = plan.pages.find((page) => page.kind === 'info')?.id ?? '';
  const at = { ...where, infoId };
  const sources = slices.map((slice) => ({
    page: slice.page,
    source: pageSource(slice, path.posix.basename(sliceOf(slice.page)), at),
  }));
  const outline = JSON.stringify(buildOutline(plan));
  const ofUpstream = sources.filter(({ page }) => !OWN_KINDS.has(page.kind));
  const made = await upstreamCache(path.join(cache, `${plan.api}.json`), outline, () =>
    makePages(plan, ofUpstream, outline, upstream),
  );
  const sidebar = buildSidebar(made, plan, where.place);
  const key = createHash('sha256').update(JSON.stringify(sidebar));
  for (const slice of slices) key.update(loadedKey(slice, at));
  return {
    files: new Map(sources.map(({ page, source }) => [fileOf(page), source])),
    sidebar,
    key: key.digest('hex'),
  };
}

/** Kinds of pages that upstream does not have. */
const OWN_KINDS: ReadonlySet<string> = new Set(['schemaList', 'changelog', 'release']);

interface Source {
  readonly page: PlannedPage;
  readonly source: string;
}

/** Runs upstream, and verifies that it wrote each page as given. */
async function makePages(
  plan: Plan,
  sources: readonly Source[],
  outline: string,
  upstream: Upstream,
): Promise<UpstreamItem[]> {
  const scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'openapi-reference-'));
  try {
    const named = sources.map(({ page, source }) => [
      `${FILE_KIND[page.kind]} ${pageName(page.id)}`,
      source,
    ]);
    await fs.writeFile(path.join(scratch, 'outline.json'), outline);
    await fs.writeFile(path.join(scratch, 'pages.json'), JSON.stringify(Object.fromEntries(named)));
    // A page consists of its source only: including front matter, which templates would paste unescaped.
    await fs.writeFile(path.join(scratch, 'page.mustache'), '{{{markdown}}}');
    const grouped = plan.tagGroups.length > 0;
    const output = await upstream.run({ folder: scratch, api: plan.api, grouped });
    return await collect(path.join(scratch, 'docs', plan.api), sources, output);
  } finally {
    await fs.rm(scratch, { recursive: true, force: true });
  }
}

/** Relative path of a page's file, as upstream names it. */
export function fileOf(page: PlannedPage): string {
  return mdxFile(page.id, FILE_KIND[page.kind]);
}

/** Relative path of a page's slice. */
export function sliceOf(page: PlannedPage): string {
  return sliceFile(page.id, FILE_KIND[page.kind]);
}

async function collect(
  folder: string,
  sources: readonly Source[],
  output: string,
): Promise<UpstreamItem[]> {
  const written = await fs.readdir(folder, { recursive: true }).catch(() => []);
  const mdx = new Set(
    written.map((file) => file.replaceAll(path.sep, '/')).filter((file) => file.endsWith('.mdx')),
  );
  const lost: string[] = [];
  for (const { page, source } of sources) {
    const file = fileOf(page);
    const isThere = mdx.delete(file);
    if (!isThere || (await fs.readFile(path.join(folder, file), 'utf8')) !== source)
      lost.push(page.id);
  }
  if (lost.length > 0 || mdx.size > 0) {
    throw new Error(
      `docusaurus-plugin-openapi-docs did not write the planned pages. Missing or different: ${list(lost)}; unplanned: ${list([...mdx])}.\n${output}`,
    );
  }
  return parseSidebar(await fs.readFile(path.join(folder, 'sidebar.ts'), 'utf8'));
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(', ');
  return names.length === 0
    ? 'none'
    : names.length > 10
      ? `${shown} and ${names.length - 10} more`
      : shown;
}

/** The object literal in upstream's `sidebar.ts` is JSON5, and as such YAML in flow style. */
function parseSidebar(source: string): UpstreamItem[] {
  const literal = /= (\{[\s\S]*\});\s*export default/.exec(source)?.[1];
  if (!literal)
    throw new Error(
      `docusaurus-plugin-openapi-docs wrote a sidebar in an unknown format:\n${source.slice(0, 500)}`,
    );
  return parse(literal, { maxAliasCount: 0 }).apisidebar;
}
