import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DeployError } from '../../../src/deploy/error.ts';
import { headersOf, kindsOf } from '../../../src/deploy/kinds.ts';
import { type Manifest, NOTHING_DEPLOYED, type SiteFile } from '../../../src/deploy/manifest.ts';
import { planDeployment, STEPS, type Step } from '../../../src/deploy/plan.ts';

const file = (text: string): SiteFile => ({
  sha256: createHash('sha256').update(text).digest('hex'),
  bytes: text.length,
});

/** A site by its paths and contents. */
const site = (files: Readonly<Record<string, string>>): Map<string, SiteFile> =>
  new Map(Object.entries(files).map(([path, text]) => [path, file(text)]));

const deployed = (files: Readonly<Record<string, string>>): Manifest => ({
  files: site(files),
  kept: new Map(),
});

const OPTIONS = { keepAssets: 2, maxRemovals: 50 };

const PAGES = { 'index.html': 'home', '404.html': 'missing', 'a/index.html': 'a', 'a.json': '{}' };

const uploadsOf = (plan: ReturnType<typeof planDeployment>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(plan.uploads).map(([step, files]) => [step, files.map(({ path }) => path)]),
  );

describe('what a file is', () => {
  const kindOf = kindsOf(['404.html', 'de/404.html', 'a/b/404.html']);

  it.each([
    ['assets/js/main.94c94326.js', 'assets'],
    ['assets/js/runtime~main.69cd8d43.js', 'assets'],
    ['assets/search/shop.a929d486/0-0.json', 'assets'],
    ['assets/search/texts.31b3727e/fragment/en_cd8547f.pf_fragment', 'assets'],
    ['assets/files/books-fcc139c7bcc06120c0d5af2cc10864a1.csv', 'assets'],
    ['de/assets/css/styles.9f610179.css', 'assets'],
    // Of an API with the id "assets", not of a language.
    ['reference/assets/list-books.json', 'data'],
    ['reference/assets/get-0123456789.json', 'data'],
    ['assets/logo.svg', 'data'],
    ['img/social/shop.png', 'data'],
    ['reference/shop/list-books.json', 'data'],
    ['oauth2-redirect.js', 'data'],
    ['licenses.txt', 'data'],
    ['reference/shop/list-books/index.html', 'pages'],
    ['a/b/404.html', 'pages'],
    ['reference/shop/list-books.md', 'markdown'],
    ['index.html', 'pages'],
    ['de/index.html', 'pages'],
    ['de/404.html', 'entries'],
    ['search.json', 'entries'],
    ['de/search.json', 'entries'],
    ['reference/search.json', 'data'],
    ['sitemap.xml', 'entries'],
    ['sitemap-3.xml', 'entries'],
    ['_headers', 'entries'],
    ['.well-known/api-catalog', 'entries'],
    ['reference/shop/llms.txt', 'entries'],
    ['reference/shop/changes/feed.json', 'entries'],
    ['reference/shop/changes/atom.xml', 'entries'],
    ['index.html.gz', 'pages'],
    ['sitemap.xml.gz', 'entries'],
    ['a/index.html.br', 'pages'],
  ])('%s: %s', (path, kind) => {
    expect(kindOf(path)).toBe(kind);
  });

  it.each([
    ['a.html', 'pages', 'text/html; charset=utf-8', 'no-cache'],
    [
      'assets/js/a.01234567.js',
      'assets',
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ],
    ['a.md', 'markdown', 'text/markdown; charset=utf-8', 'no-cache'],
    ['a.JSON', 'data', 'application/json', 'no-cache'],
    ['_headers', 'entries', 'text/plain; charset=utf-8', 'no-cache'],
    ['a/constructor', 'data', 'application/octet-stream', 'no-cache'],
    ['x.toString', 'data', 'application/octet-stream', 'no-cache'],
  ] as const)('%s has its header fields', (path, kind, type, cacheControl) => {
    expect(headersOf(path, kind)).toEqual({ type, cacheControl });
  });

  it('the catalog has the type that its standard requires', () => {
    expect(headersOf('.well-known/api-catalog', 'entries').type).toMatch(
      /^application\/linkset\+json;/,
    );
  });
});

describe('a plan', () => {
  it('uploads everything at a first deployment, what nothing refers to first', () => {
    const files = { ...PAGES, 'assets/js/a.01234567.js': '', 'sitemap.xml': '', 'a.md': '' };
    const plan = planDeployment(site(files), NOTHING_DEPLOYED, OPTIONS);
    expect(uploadsOf(plan)).toEqual({
      'new-data': ['a.json', 'a.md', 'assets/js/a.01234567.js'],
      'new-pages': ['a/index.html'],
      pages: ['index.html'],
      entries: ['404.html', 'sitemap.xml'],
    });
    expect(plan.removals).toEqual([]);
    expect(Object.keys(plan.uploads)).toEqual(Object.keys(STEPS));
  });

  it('has nothing to do for the same site, and makes nothing older', () => {
    const kept = new Map([['assets/js/old.01234567.js', { ...file(''), deployments: 2 }]]);
    const plan = planDeployment(site(PAGES), { files: site(PAGES), kept }, OPTIONS);
    expect(Object.values(plan.uploads).flat()).toEqual([]);
    expect(plan.unchanged).toHaveLength(4);
    expect(plan.manifest.kept).toEqual(kept);
  });

  it.each<[what: string, path: string, step: Step]>([
    ['new slice', 'b.json', 'new-data'],
    ['new page', 'b/index.html', 'new-pages'],
    ['changed page', 'a/index.html', 'pages'],
    ['changed slice', 'a.json', 'pages'],
    ['changed home page', 'index.html', 'pages'],
    ['home page of a new language', 'de/index.html', 'new-pages'],
    ['new feed', 'a/rss.xml', 'entries'],
  ])('uploads a %s in its step', (_what, path, step) => {
    const plan = planDeployment(site({ ...PAGES, [path]: 'now' }), deployed(PAGES), OPTIONS);
    expect(Object.entries(uploadsOf(plan)).filter(([, paths]) => paths.length > 0)).toEqual([
      [step, [path]],
    ]);
  });

  it('is in the order of code units, whatever the order of the folder', () => {
    const names = ['ä.json', 'Z.json', 'a-b.json', 'a.json', 'a/b.json', 'İ.json'];
    const files = (order: string[]) =>
      site({ ...PAGES, ...Object.fromEntries(order.map((name) => [name, name])) });
    const plans = [names, names.toReversed()].map(
      (order) => planDeployment(files(order), NOTHING_DEPLOYED, OPTIONS).uploads,
    );
    expect(plans[0]).toEqual(plans[1]);
    expect(plans[0]?.['new-data'].map(({ path }) => path)).toEqual(names.toSorted());
  });

  it('keeps hashed assets for pages that are still open, and everything else not', () => {
    const old = 'assets/js/old.01234567.js';
    const before = deployed({ ...PAGES, [old]: 'x', 'b.json': '' });
    let plan = planDeployment(site(PAGES), before, OPTIONS);
    expect(plan.removals.map(({ path }) => path)).toEqual(['b.json']);
    const ages = [plan.kept];
    for (const text of ['1', '2', '3']) {
      plan = planDeployment(site({ ...PAGES, 'a.json': text }), plan.manifest, OPTIONS);
      ages.push(plan.kept);
    }
    expect(ages.map((kept) => kept.map(({ deployments }) => deployments))).toEqual([
      [1],
      [2],
      [],
      [],
    ]);
    const again = planDeployment(site(PAGES), before, { ...OPTIONS, keepAssets: 0 });
    expect(again.removals.map(({ path }) => path)).toEqual([old, 'b.json']);
  });

  it('removes kept assets once, and uses those again that return', () => {
    const old = 'assets/js/old.01234567.js';
    const kept = new Map([[old, { ...file('x'), deployments: 2 }]]);
    const last = { files: site(PAGES), kept };
    const later = planDeployment(site({ ...PAGES, 'a.json': '1' }), last, OPTIONS);
    expect(later.removals.map(({ path }) => path)).toEqual([old]);
    expect(later.manifest.kept.size).toBe(0);
    const back = planDeployment(site({ ...PAGES, [old]: 'x' }), last, OPTIONS);
    expect(Object.values(back.uploads).flat()).toEqual([]);
    expect(back.removals).toEqual([]);
    expect(back.manifest.kept.size).toBe(0);
  });

  it('removes folders that have no file anymore, from the inside out', () => {
    const before = deployed({ ...PAGES, 'b/c/index.html': '', 'b/c/d/x.json': '', 'a/x.json': '' });
    const plan = planDeployment(site(PAGES), before, OPTIONS);
    expect(plan.emptyFolders).toEqual(['b/c/d', 'b/c', 'b']);
  });

  it.each([
    ['csp.txt', { 'csp.txt': 'new' }, { 'csp.txt': 'old' }, /csp\.txt has changed/],
    [
      'assets/a.01234567.js',
      { 'assets/a.01234567.js': 'new' },
      { 'assets/a.01234567.js': 'old' },
      /contain a hash.*: assets\/a\.01234567\.js\./,
    ],
    ['x', { 'x/y.json': '' }, { x: '' }, /has become a folder.*: x\./],
    ['x/y', { x: '' }, { 'x/y.json': '' }, /the other way around.*: x\/y\.json\./],
  ])('has a note on %s', (_path, now, before, note) => {
    const last = deployed({ ...PAGES, ...(before as Record<string, string>) });
    const plan = planDeployment(
      site({ ...PAGES, ...(now as Record<string, string>) }),
      last,
      OPTIONS,
    );
    expect(plan.notes).toHaveLength(1);
    expect(plan.notes[0]).toMatch(note);
  });
});

describe('a site of which too much is gone', () => {
  const many = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`p${i}/index.html`, '']));
  const assets = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`assets/js/${i}.01234567.js`, '']),
  );
  const plan = (now: Record<string, string>, maxRemovals = 50) =>
    planDeployment(site(now), deployed({ ...PAGES, ...many, ...assets }), {
      ...OPTIONS,
      maxRemovals,
    });

  it('has no plan', () => {
    expect(() => plan(PAGES)).toThrow(
      expect.objectContaining({
        reason: 'too-many-removals',
        message: expect.stringMatching(/^6 of the 10 files .* more than 50 %.*--max-removals 100/),
      }),
    );
  });

  it('has one if half of it is gone, or if it is meant to be', () => {
    const { 'p0/index.html': _, ...five } = many;
    expect(plan({ ...PAGES, 'p0/index.html': '' }).removals).toHaveLength(5);
    expect(plan(five).removals.length).toBe(5);
    expect(plan(PAGES, 100).removals).toHaveLength(6);
  });

  it('has one if only its assets have other names', () => {
    expect(plan({ ...PAGES, ...many }).kept).toHaveLength(40);
  });

  it.each<Record<string, string>>([{}, { 'readme.txt': '' }])(
    'never has one without a page: %j',
    (now) => {
      expect(() => plan(now, 100)).toThrow(DeployError);
      expect(() => plan(now, 100)).toThrow('not a built site');
    },
  );
});
