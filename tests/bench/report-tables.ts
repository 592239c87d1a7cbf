import { FACT_KINDS } from './facts.ts';
import { bytes, integer, milliseconds, orDash, percent, ratio, seconds } from './format.ts';
import { CATEGORIES } from './lighthouse.ts';
import type { Measured } from './measure.ts';
import { changesTable } from './report-changes.ts';
import { growthTable } from './report-growth.ts';
import { portalTable } from './report-portal.ts';
import { rebuildTable } from './report-rebuild.ts';
import { answersTable, searchTable } from './report-search.ts';
import { shardsTable } from './report-shards.ts';
import type { Again, PartData, PartName, PerSite, Results, SiteRuns } from './results.ts';
import type { Visit } from './slow-phone.ts';
import { median, summarize } from './statistics.ts';
import type { Table } from './table.ts';

export const SITES = ['ours', 'stock'] as const;
const COLUMNS = ['what', 'ours', 'stock', 'ours / stock'];

/** All tables that the results are enough for, in the order of the report. */
export function tables(results: Results): Table[] {
  const made: { readonly [P in PartName]: (data: PartData[P]) => Table[] } = {
    authentik: authentikTables,
    bytes: (data) => [bytesTable(data)],
    phone: phoneTables,
    lighthouse: (data) => [lighthouseTable(data)],
    facts: (data) => [factsTable(data)],
    growth: (data) => [growthTable(data)],
    rebuild: (data) => [rebuildTable(data)],
    search: (data) => [answersTable(data), searchTable(data)],
    changes: (data) => [changesTable(data)],
    portal: (data) => [portalTable(data)],
    shards: (data) => [shardsTable(data)],
  };
  const tableOf = <P extends PartName>(part: P): Table[] => {
    const data = results[part]?.data as PartData[P] | undefined;
    return data === undefined ? [] : made[part](data);
  };
  return (Object.keys(made) as PartName[]).flatMap((part) => tableOf(part));
}

/** A row for a figure that both sites have. */
function row<T>(
  name: string,
  sites: PerSite<T>,
  figure: (site: T) => number | undefined,
  format: (value: number) => string,
): string[] {
  const [ours, stock] = SITES.map((site) => {
    const value = sites[site];
    return value === undefined ? undefined : figure(value);
  });
  return [name, orDash(ours, format), orDash(stock, format), ratio(ours, stock)];
}

function authentikTables({ operations, schemas, sites, again }: PartData['authentik']): Table[] {
  const over = (pick: (run: SiteRuns['runs'][number]) => number | undefined) => (site: SiteRuns) =>
    site.output ? median(site.runs.flatMap((run) => pick(run) ?? [])) : undefined;
  const total = (figure: keyof Measured & ('peakMemory' | 'largestProcess')) =>
    over(({ generate, build }) => Math.max(generate[figure], build?.[figure] ?? 0));
  const failures = SITES.flatMap((site) => {
    const why = sites[site]?.skipped ?? sites[site]?.runs.at(-1)?.failure;
    return why ? [`${site}: ${why}.`] : [];
  });
  const heaps = SITES.filter((site) => sites[site]?.runs.at(-1)?.heap === 'machine').map(
    (site) => `${site}: does not build with the default heap of Node.js, and was given more.`,
  );
  const build: Table = {
    title: 'Build of authentik',
    about: `${integer(operations)} operations and ${integer(schemas)} schemas, from scratch: no caches, no pages. Ours also has a page for each schema; stock has none. Our build also checks that the pages are up to date.`,
    columns: COLUMNS,
    rows: [
      row(
        'generate, time',
        sites,
        over((run) => run.generate.seconds),
        seconds,
      ),
      row(
        'generate, peak memory',
        sites,
        over((run) => run.generate.peakMemory),
        bytes,
      ),
      row(
        'build, time',
        sites,
        over((run) => run.build?.seconds),
        seconds,
      ),
      row(
        'build, peak memory',
        sites,
        over((run) => run.build?.peakMemory),
        bytes,
      ),
      row(
        'both, time',
        sites,
        over((run) => run.generate.seconds + (run.build?.seconds ?? 0)),
        seconds,
      ),
      row('both, peak memory', sites, total('peakMemory'), bytes),
      row('largest process', sites, total('largestProcess'), bytes),
      row('files in the output', sites, (site) => site.output?.files, integer),
      row('bytes in the output', sites, (site) => site.output?.bytes, bytes),
    ],
    notes: [...failures, ...heaps],
  };
  return again ? [build, againTable(again)] : [build];
}

function againTable({
  unchanged,
  oneChanged,
  withoutChangelog: without,
}: NonNullable<PartData['authentik']['again']>): Table {
  const rows: [string, Partial<Again>][] = [
    ['generate, nothing changed', unchanged],
    ['generate and build, one operation changed', oneChanged],
  ];
  if (without?.build)
    rows.push([
      'generate and build from scratch, without the changelog',
      { seconds: without.generate.seconds + without.build.seconds },
    ]);
  return {
    title: 'Further runs of our site',
    columns: ['what', 'time', 'pages and data files written', 'unchanged'],
    rows: rows.map(([name, { seconds: time, written, unchanged: left }]) => [
      name,
      orDash(time, seconds),
      orDash(written, integer),
      orDash(left, integer),
    ]),
  };
}

function bytesTable(data: PartData['bytes']): Table {
  type Site = NonNullable<PartData['bytes']['ours']>;
  const before = (site: Site) => summarize(site.scripts.map((page) => page.before));
  const after = (site: Site) => summarize(site.scripts.map((page) => page.after));
  const pages = SITES.flatMap((site) => data[site]?.pages.pages ?? []);
  const samples = SITES.flatMap((site) => data[site]?.scripts.length ?? []);
  const missing = SITES.filter((site) => (data[site]?.pages.missing ?? 0) > 0);
  return {
    title: 'Bytes of a page',
    about: `Before a page can be read: its HTML, and the style sheets, scripts and preloads it refers to, for all ${integer(Math.max(0, ...pages))} operation pages. Scripts in a browser: everything loaded when the network is idle, before and after the pointer moves over the navigation bar, for ${Math.max(0, ...samples)} of them. gzip, level 9.`,
    columns: COLUMNS,
    rows: [
      row('before reading, median', data, (site) => site.pages.all.median, bytes),
      row('before reading, 95th percentile', data, (site) => site.pages.all.p95, bytes),
      row('before reading, largest', data, (site) => site.pages.all.max, bytes),
      row('of this HTML, median', data, (site) => site.pages.document.median, bytes),
      row('of this style sheets, median', data, (site) => site.pages.styles.median, bytes),
      row('of this scripts, median', data, (site) => site.pages.scripts.median, bytes),
      row('requests, median', data, (site) => site.pages.requests.median, integer),
      row('requests, most', data, (site) => site.pages.requests.max, integer),
      row('scripts in a browser, before intent', data, (site) => before(site).median, bytes),
      row('scripts after intent, median', data, (site) => after(site).median, bytes),
      row('scripts after intent, 95th percentile', data, (site) => after(site).p95, bytes),
      row('scripts after intent, largest', data, (site) => after(site).max, bytes),
    ],
    notes: [
      ...missing.map((site) => `${site}: ${data[site]?.pages.missing} operations have no page.`),
      'stock renders parameters, bodies and responses in the browser: they cannot be read until its scripts, and the scripts that these load, have run.',
    ],
  };
}

/** The figures of a visit, and how each is written. */
const VISIT_FIGURES: readonly (readonly [
  name: string,
  figure: (one: Visit) => number | undefined,
  format: (value: number) => string,
])[] = [
  ['content visible', (one) => one.contentVisible, milliseconds],
  ['first paint', (one) => one.firstPaint, milliseconds],
  ['largest paint', (one) => one.largestPaint, milliseconds],
  ['blocking time', (one) => one.blocking, milliseconds],
  ['layout shift', (one) => one.shift, (value) => value.toFixed(3)],
];

function phoneTables(data: PartData['phone']): Table[] {
  const markers = data.map(({ page, markers: names }) => `${page}: ${names.join(', ')}`);
  const compared = data.flatMap(({ page, visits, withoutScripts }) =>
    visits.ours && withoutScripts ? [{ page, ours: visits.ours, withoutScripts }] : [],
  );
  const stock: Table = {
    title: 'On a slow phone',
    about:
      'Chromium with 4x CPU slowdown, 1.6 Mbit/s, 150 ms per request, gzip, no cache. The content counts as visible with the first painted frame in which the names of a parameter and of a property are visible.',
    columns: COLUMNS,
    rows: data.flatMap(({ page, visits }) =>
      VISIT_FIGURES.map(([name, figure, format]) =>
        row(`${page}: ${name}`, visits, figure, format),
      ),
    ),
    notes: [`Names looked for: ${markers.join('; ')}.`],
  };
  if (compared.length === 0) return [stock];
  const bare: Table = {
    title: 'What our scripts cost on a slow phone',
    about:
      'The same pages as above, and the same again with all of their scripts removed. The two were visited in turns.',
    columns: ['what', 'ours', 'without scripts', 'ours / without scripts'],
    rows: compared.flatMap(({ page, ours, withoutScripts }) =>
      VISIT_FIGURES.map(([name, figure, format]) => {
        const [a, b] = [figure(ours), figure(withoutScripts)];
        return [`${page}: ${name}`, orDash(a, format), orDash(b, format), ratio(a, b)];
      }),
    ),
  };
  return [stock, bare];
}

function lighthouseTable(data: PartData['lighthouse']): Table {
  const scores = (
    site: PartData['lighthouse'][number]['scores'][(typeof SITES)[number]],
  ): string => (site ? CATEGORIES.map((category) => site[category]).join(' / ') : '–');
  return {
    title: 'Lighthouse',
    about: 'Mobile: performance / accessibility / best practices / SEO.',
    columns: ['what', 'ours', 'stock'],
    rows: data.map((page) => [page.page, scores(page.scores.ours), scores(page.scores.stock)]),
  };
}

function factsTable(data: PartData['facts']): Table {
  const kinds = ['all', ...FACT_KINDS] as const;
  const count = (kind: (typeof kinds)[number]): number =>
    Math.max(0, ...SITES.map((site) => data[site]?.shares[kind].all ?? 0));
  return {
    title: 'Facts in static HTML',
    about:
      "What the document says about each operation, and how much of it is in the text of the page's HTML, before any script runs.",
    columns: ['what', 'facts', 'ours', 'stock'],
    rows: kinds
      .filter((kind) => count(kind) > 0)
      .map((kind) => [
        kind,
        integer(count(kind)),
        ...SITES.map((site) => (data[site] ? percent(data[site].shares[kind]) : '–')),
      ]),
    notes: [
      'Each schema counts once per parameter, body or response. A short name may match other text on the page by chance, which favors the site that shows less.',
    ],
  };
}
