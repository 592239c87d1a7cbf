import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Environment, NOT_INSTALLED } from './environment.ts';
import { bytes, seconds } from './format.ts';
import { DOCS, ROOT } from './paths.ts';
import { type Chart, charts } from './report-charts.ts';
import { tables } from './report-tables.ts';
import { PARTS, type PartResult, type Results } from './results.ts';
import { markdownTable, type Table, textTable } from './table.ts';

/** The whole report for a terminal. */
export function textReport(results: Results): string {
  return [...tables(results), ...aboutTables(results)].map(textTable).join('\n');
}

/** The page of the site. */
export function pageReport(results: Results, drawn: readonly Chart[]): string {
  const date = byDate(results)[0]?.date.slice(0, 10);
  return [
    '---',
    'title: Benchmark',
    'description: Time, memory, bytes and completeness, compared with the stock OpenAPI plugin and theme.',
    'slug: /guides/authentik/benchmark',
    '# Written by `npm run bench`.',
    '---',
    '',
    `This site compared with the stock plugin and theme (\`docusaurus-plugin-openapi-docs\` and \`docusaurus-theme-openapi-docs\`), measured on one machine${date ? ` on ${date}` : ''}. The document is authentik's, unless a table says otherwise.`,
    '',
    ...drawn.flatMap(({ file, alt }) => [`![${alt}](./${file})`, '']),
    ...tables(results).map(markdownTable),
    '## Run it yourself',
    '',
    '```bash',
    'npm ci',
    'npm run bench -- --quick    # a quick impression, in less than five minutes',
    'npm run bench -- --write    # everything; takes hours, and up to 20 GB of memory',
    'npm run bench -- --help',
    '```',
    '',
    'This requires Chromium, and npm to download the stock plugin and theme. The raw figures are in [benchmark.json](./benchmark.json), and these tables as text in [benchmark.txt](./benchmark.txt).',
    '',
    ...aboutTables(results).map(markdownTable),
  ].join('\n');
}

/** Writes the report, its charts and the raw figures into the site's `docs/about/authentik/`. */
export function writeReport(results: Results): void {
  const drawn = charts(results);
  const files: Record<string, string> = {
    'benchmark.json': `${JSON.stringify(results, undefined, 2)}\n`,
    'benchmark.txt': textReport(results),
    'index.md': pageReport(results, drawn),
    ...Object.fromEntries(drawn.map(({ file, svg }) => [file, svg])),
  };
  fs.mkdirSync(DOCS, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    fs.writeFileSync(path.join(DOCS, name), content);
  }
  // The linter wants JSON in a form that JSON.stringify does not give it.
  const biome = path.join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  spawnSync(process.execPath, [biome, 'format', '--write', path.join(DOCS, 'benchmark.json')]);
}

function aboutTables(results: Results): Table[] {
  const environments = byDate(results).map(({ environment }) => environment);
  return [...(environments.length > 0 ? [machineTable(environments)] : []), runsTable(results)];
}

/** What parts found out, the last one first. */
function byDate(results: Results): PartResult[] {
  return PARTS.flatMap((part) => (results[part] as PartResult | undefined) ?? []).toSorted((a, b) =>
    b.date.localeCompare(a.date),
  );
}

/** Packages that decide about the figures. */
const PACKAGES =
  /^(@docusaurus\/(core|faster)|docusaurus-(plugin|theme)-openapi-docs|react|@goauthentik\/api)$/;

/** @param environments The last one first. */
function machineTable(environments: readonly Environment[]): Table {
  const [{ packages, ...machine }] = environments as [Environment];
  // Not every part needs the stock packages.
  const installed = (site: 'ours' | 'stock') =>
    environments
      .map((one) => one.packages[site])
      .find((versions) => !Object.values(versions).some((one) => one.endsWith(NOT_INSTALLED))) ??
    packages[site];
  const versions = (site: 'ours' | 'stock'): string[][] =>
    Object.entries(installed(site))
      .filter(([name]) => PACKAGES.test(name))
      .map(([name, version]) => [`${site}: ${name}`, version]);
  return {
    title: 'Machine and versions',
    columns: ['item', 'value'],
    words: true,
    rows: [
      ['processor', `${machine.cpu}, ${machine.cores} cores`],
      ['memory', bytes(machine.memory)],
      ['system', machine.os],
      ['Node.js', machine.node],
      ['Chromium', machine.chromium],
      ['commit', machine.commit],
      ...versions('ours'),
      ...versions('stock'),
    ],
  };
}

function runsTable(results: Results): Table {
  const rows = PARTS.flatMap((part) => {
    const result = results[part] as PartResult | undefined;
    if (!result) return [];
    const { date, environment, runs, quick, seconds: time, error } = result;
    const when = date.slice(0, 16).replace('T', ' ');
    const kind = `${runs}${quick ? ', quick' : ''}`;
    return [[part, when, environment.commit, kind, seconds(time), error ?? 'done']];
  });
  return {
    title: 'Parts',
    about:
      'Each figure is the median of its runs. Memory is the peak of the sum over all processes of a build (PSS on Linux), sampled four times per second. KB, MB and GB are powers of 1,000 bytes.',
    columns: ['part', 'when (UTC)', 'commit', 'runs', 'took', 'result'],
    words: true,
    rows,
  };
}
