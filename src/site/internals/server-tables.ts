import type { GeneratedPage } from '../../client/app/generated-page.tsx';
import { ownFile } from '../../own-files.ts';
import { parseRoutes } from './browser-routes.ts';
import { registryLines, type Tables } from './browser-tables.ts';
import { pagesModule } from './page-modules.ts';
import { UnknownTables } from './unknown-tables.ts';

/**
 * Docusaurus puts what it knows about all pages into the bundle for static rendering, which then changes with each of
 * them. Ours reads it when pages are rendered: its code depends neither on the number of pages nor on their titles.
 */

/** The module of all generated pages. */
const PAGES_MODULE = 'pages.js';

/** Pages that share a chunk, if they go through the Markdown compiler. */
const PAGES = 50;

export interface ServerTables {
  /** Modules that take the place of Docusaurus' files, by the names of these. */
  readonly modules: Readonly<Record<keyof Tables, string>>;
  /** Further files beside them, by name. */
  readonly beside: Readonly<Record<string, string>>;
}

interface Line {
  readonly at: number;
  readonly chunk: string;
  readonly source: string;
}

/**
 * The tables for static rendering.
 *
 * @param isPage Whether a module, `@site/docs/...`, is a generated page.
 * @param modulePages The pages that need no Markdown compiler, by their sources.
 * @param besideFile Returns the path of a file of `beside`.
 * @throws UnknownTables if a table does not have the format of Docusaurus 3.10.
 */
export function serverTables(
  { 'registry.js': registry, 'routes.js': routes }: Pick<Tables, 'registry.js' | 'routes.js'>,
  isPage: (module: string) => boolean,
  modulePages: ReadonlyMap<string, GeneratedPage>,
  besideFile: (name: string) => string,
): ServerTables {
  const lines = registryLines(registry);
  const pages = pagesIn(lines, isPage);
  if (pages.length === 0) throw new UnknownTables('registry.js has no chunk of a reference page');
  const compiled = pages.filter(({ source }) => !modulePages.has(source));
  compiled.forEach(({ at }, number) => {
    const chunk = `reference-${Math.floor(number / PAGES)}`;
    lines[at] = (lines[at] ?? '').replace(
      /webpackChunkName: "[^"]+"/,
      () => `webpackChunkName: "${chunk}"`,
    );
  });
  const table = pages.flatMap(({ chunk, source }) => {
    const page = modulePages.get(source);
    return page ? [[chunk, page] as const] : [];
  });
  const gone = new Set(pages.flatMap(({ at, source }) => (modulePages.has(source) ? [at] : [])));
  const kept = lines.filter((_, at) => !gone.has(at)).map(dataLine);
  const load = `() => import(/* webpackChunkName: "reference-pages" */ ${JSON.stringify(besideFile(PAGES_MODULE))})`;
  return {
    modules: {
      'registry.js': [
        importing('dataChunk', 'server-data.ts'),
        importing('pageChunks', 'generated-page.tsx'),
        'export default {',
        `  ...pageChunks(${load}),`,
        ...kept,
        '};',
      ].join('\n'),
      'routes.js': [
        "import ComponentCreator from '@docusaurus/ComponentCreator';",
        importing('generatedRoutes', 'server-data.ts'),
        'export default generatedRoutes(ComponentCreator);',
      ].join('\n'),
      'routesChunkNames.json': dataModule('routesChunkNames.json'),
      'globalData.json': dataModule('globalData.json'),
    },
    beside: {
      [PAGES_MODULE]: pagesModule(),
      'pages.json': JSON.stringify(Object.fromEntries(table)),
      'routes.json': JSON.stringify(parseRoutes(routes)),
    },
  };
}

function importing(name: string, file: string): string {
  return `import { ${name} } from ${JSON.stringify(ownFile(`client/app/${file}`))};`;
}

/** A module that exports a JSON file of Docusaurus. */
function dataModule(name: string): string {
  const lines = [
    importing('generatedData', 'server-data.ts'),
    `export default generatedData(${JSON.stringify(name)});`,
  ];
  return lines.join('\n');
}

/** The lines of pages, in the order of their sources. */
function pagesIn(lines: readonly string[], isPage: (module: string) => boolean): Line[] {
  const entry = /^ {2}"([^"]+)": \[\(\) => import\(\/\* webpackChunkName: "\1" \*\/ "([^"]+)"\)/;
  return lines
    .flatMap((line, at) => {
      const [, chunk, source] = entry.exec(line) ?? [];
      return chunk !== undefined && source !== undefined && isPage(source)
        ? [{ at, chunk, source }]
        : [];
    })
    .sort((a, b) => (a.source < b.source ? -1 : 1));
}

/** The data of the docs plugin has all sidebars and pages of a version. */
const DATA =
  /^ {2}("[^"]+"): \[\(\) => import\(\/\* webpackChunkName: \1 \*\/ "@generated\/(docusaurus-plugin-content-docs\/[^"]+\.json)"\).*\],$/;

function dataLine(line: string): string {
  return line.replace(
    DATA,
    (_, chunk: string, name: string) => `  ${chunk}: dataChunk(${JSON.stringify(name)}),`,
  );
}
