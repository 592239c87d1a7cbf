import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestText, NOTHING_DEPLOYED } from '../../src/deploy/manifest.ts';
import { type DeployPlan, planDeployment } from '../../src/deploy/plan.ts';
import { readSite } from '../../src/deploy/site.ts';
import { BuiltSite, type Host, missingOn, stepsOf } from '../support/deployed-site.ts';
import { siteOf } from './sites.ts';

const SITES = {
  before: path.join(siteOf('changed'), '../before'),
  changed: siteOf('changed'),
  small: siteOf('small'),
};

const built = new Map<string, BuiltSite>();
function siteAt(folder: string): BuiltSite {
  const known = built.get(folder) ?? new BuiltSite(folder);
  built.set(folder, known);
  return known;
}

const filesOf = (folder: string) =>
  readSite(folder, folder, (name) => name.startsWith('.openapi-reference-site'));

async function planFor(from: string | undefined, to: string, keepAssets: number) {
  const last =
    from === undefined ? NOTHING_DEPLOYED : { files: await filesOf(from), kept: new Map() };
  return planDeployment(await filesOf(to), last, { keepAssets, maxRemovals: 50 });
}

/** Carries out a plan file by file. @returns what was missing after each of them. */
function carryOut(steps: readonly string[][], host: Host, to: BuiltSite): string[] {
  const sites = [...new Set([...host.values(), to])];
  const missing: string[] = [];
  for (const files of steps)
    for (const file of files) {
      if (to.files.has(file)) host.set(file, to);
      else host.delete(file);
      missing.push(...missingOn(host, sites).map((what) => `after ${file}: ${what}`));
    }
  return missing;
}

const hostWith = (from: string | undefined): Host => {
  const site = from === undefined ? undefined : siteAt(from);
  return new Map([...(site?.files.keys() ?? [])].map((file) => [file, site as BuiltSite]));
};

const isChange = (plan: DeployPlan): boolean => Object.values(plan.uploads).flat().length > 0;

describe.each([
  ['nothing', 'before'],
  ['before', 'changed'],
  ['changed', 'small'],
  ['small', 'before'],
] as const)('a deployment, step by step, from %s to %s', (fromName, toName) => {
  const from = fromName === 'nothing' ? undefined : SITES[fromName];
  const to = SITES[toName];

  it.each([1, 2, 3])('never breaks a page, in order %i of the files of a step', async (seed) => {
    const plan = await planFor(from, to, 1);
    expect(isChange(plan)).toBe(true);
    const host = hostWith(from);
    expect(missingOn(host, [...new Set(host.values())])).toEqual([]);
    expect(carryOut(stepsOf(plan, seed), host, siteAt(to)).slice(0, 5)).toEqual([]);
    const assets = from === undefined ? [] : siteAt(from).assets;
    // A page that has been open since before can still load everything.
    expect(assets.filter((file) => !host.has(file))).toEqual([]);
  });

  it('leaves the new site, and nothing else', async () => {
    const plan = await planFor(from, to, 0);
    const host = hostWith(from);
    expect(carryOut(stepsOf(plan, 1), host, siteAt(to))).toEqual([]);
    const site = siteAt(to);
    expect([...host.keys()].sort()).toEqual([...site.files.keys()].sort());
    for (const [file, origin] of host)
      expect(origin.files.get(file) === site.files.get(file), file).toBe(true);
    expect(plan.manifest.kept.size).toBe(0);
  });
});

it('another order breaks pages, so that the order is what counts', async () => {
  const { small, before } = SITES;
  const plan = await planFor(before, small, 1);
  const steps = stepsOf(plan, 1).reverse();
  const missing = carryOut(steps, hostWith(before), siteAt(small));
  expect(missing.some((what) => what.endsWith(': assets'))).toBe(true);
  expect(missing.some((what) => what.endsWith('.html'))).toBe(true);
});

it('one operation is a few files, and the same site none', async () => {
  const plan = await planFor(SITES.before, SITES.changed, 1);
  const pages = plan.uploads.pages.map((file) => file.path).filter((file) => /html$/.test(file));
  // Its own page, and that of its tag, which has its description.
  expect(pages).toEqual([
    'reference/bookshop/catalogue/index.html',
    'reference/bookshop/set-cover/index.html',
  ]);
  const again = await planFor(SITES.changed, SITES.changed, 1);
  expect(isChange(again)).toBe(false);
  expect(manifestText(again.manifest)).toBe(
    manifestText({ files: plan.manifest.files, kept: new Map() }),
  );
});

it('everything in a site is something that the plan knows', async () => {
  const { uploads } = await planFor(undefined, SITES.small, 1);
  const data = uploads['new-data'].filter(({ kind }) => kind === 'data');
  const unexpected = data
    .map((file) => file.path)
    .filter((file) => !/\.(?:json|yaml|png|svg)$|^licenses\.txt$|^oauth2-redirect\.js$/.test(file));
  expect(unexpected).toEqual([]);
});
