import fs from 'node:fs';
import path from 'node:path';
import type { DeployPlan } from '../../src/deploy/plan.ts';

/** What of a built site is needed to see whether a host has all of it that readers need. */
export class BuiltSite {
  readonly files: ReadonlyMap<string, string>;
  /** Paths of hashed files: the scripts of a page may load any of them. */
  readonly assets: readonly string[];
  readonly #refs = new Map<string, readonly string[]>();

  constructor(readonly folder: string) {
    const names = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll(path.sep, '/'))
      .filter((file) => fs.statSync(path.join(folder, file)).isFile())
      .filter((file) => !path.basename(file).startsWith('.openapi-reference-site'));
    this.files = new Map(names.map((file) => [file, this.read(file)]));
    this.assets = names.filter((file) => /^(?:\w\w\/)?assets\//.test(file));
  }

  read(file: string): string {
    return fs.readFileSync(path.join(this.folder, file), 'latin1');
  }

  /** Paths of the files that a file leads to, as a static host finds them: those of links, and those that a page loads. */
  refsOf(file: string): readonly string[] {
    const known = this.#refs.get(file);
    if (known) return known;
    const text = this.read(file);
    const found = file.endsWith('.html')
      ? Array.from(text.matchAll(/\s(?:href|src)="(\/[^"#?]*)/g), ([, at = '']) => at)
      : Array.from(
          text.matchAll(/(?:<loc>|\]\()(?:https?:\/\/[^/]+)?(\/[^<)#?]*)/g),
          ([, at = '']) => at,
        );
    const refs = [...new Set(found)].map((at) => fileOf(decodeURI(at)));
    this.#refs.set(file, refs);
    return refs;
  }
}

function fileOf(address: string): string {
  return `${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`;
}

/** A static host: which site each of its files is from. */
export type Host = Map<string, BuiltSite>;

/** What leads readers and machines to pages. */
const isDoor = (file: string): boolean => /\.html$|^sitemap\.xml$|(?:^|\/)llms\.txt$/.test(file);

/**
 * What a host lacks, for pages that can be reached from its home page, its sitemap or its lists: files that a page leads
 * to, and scripts of the site that a page is from.
 *
 * @param sites Those whose files it has. A page that did not change is from both.
 */
export function missingOn(host: Host, sites: readonly BuiltSite[]): string[] {
  const missing: string[] = [];
  const complete = sites.filter(({ assets }) => assets.every((file) => host.has(file)));
  const seen = new Set(['index.html', '404.html', 'sitemap.xml', 'llms.txt', 'search.json']);
  for (const file of seen) {
    const site = host.get(file);
    // At a first deployment, the entry points are not there yet.
    if (!site) continue;
    const text = site.files.get(file);
    const loads = file.endsWith('.html') || file === 'search.json';
    if (loads && !complete.some(({ files }) => files.get(file) === text))
      missing.push(`${file}: assets`);
    if (!isDoor(file)) continue;
    for (const ref of site.refsOf(file)) {
      // Hosts redirect to a folder.
      const target = [ref, `${ref}/index.html`].find((one) => host.has(one));
      if (target === undefined) missing.push(`${file}: ${ref}`);
      else seen.add(target);
    }
  }
  return missing;
}

/** The files of each step of a plan, in another order for each seed: tools upload many files at once. */
export function stepsOf(plan: DeployPlan, seed: number): string[][] {
  return [...Object.values(plan.uploads), plan.removals].map((files) =>
    shuffled(
      files.map((file) => file.path),
      seed,
    ),
  );
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const all = [...items];
  let state = seed;
  for (let at = all.length - 1; at > 0; at--) {
    state = (state * 48_271 + 11) % 2_147_483_647;
    const other = state % (at + 1);
    [all[at], all[other]] = [all[other] as T, all[at] as T];
  }
  return all;
}
