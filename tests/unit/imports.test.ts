import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../../src');

const THEME = {
  model: 'all',
  history: 'all',
  client: 'all',
  slices: 'type',
  document: 'type',
  css: 'all',
} as const;

/** What each folder of `src/` may import, as `src/README.md` says. `type` allows types only. */
const RULES: Record<string, Record<string, 'all' | 'type'>> = {
  address: {},
  json: {},
  openapi: {},
  problems: {},
  document: { problems: 'all' },
  slices: { document: 'type', model: 'all' },
  rules: { document: 'all', slices: 'all', model: 'all', problems: 'all' },
  changes: { document: 'all', slices: 'all', problems: 'all' },
  history: { changes: 'all', document: 'all', slices: 'all', model: 'all', problems: 'all' },
  model: { document: 'type', slices: 'type' },
  markdown: { model: 'all' },
  upstream: { slices: 'all', document: 'type', problems: 'all' },
  generate: {
    document: 'all',
    slices: 'all',
    model: 'all',
    rules: 'all',
    changes: 'all',
    history: 'all',
    upstream: 'all',
    problems: 'all',
  },
  stock: { document: 'all', generate: 'all', slices: 'all', upstream: 'all', problems: 'all' },
  coverage: { document: 'all', problems: 'all', slices: 'type' },
  search: { model: 'all', slices: 'all' },
  mcp: { search: 'all', slices: 'type' },
  deploy: {},
  site: {
    document: 'all',
    generate: 'all',
    slices: 'all',
    search: 'all',
    model: 'all',
    markdown: 'all',
    stock: 'all',
    upstream: 'all',
    client: 'type',
    problems: 'all',
  },
  'stock-pages': { document: 'all', model: 'all', slices: 'type' },
  client: {
    'stock-pages': 'all',
    model: 'all',
    search: 'all',
    markdown: 'all',
    slices: 'type',
    document: 'type',
    problems: 'type',
  },
  theme: THEME,
  'theme-app': { ...THEME, theme: 'all' },
  'theme-search': { ...THEME, theme: 'all' },
  'theme-site': { ...THEME, theme: 'all' },
  pages: { ...THEME, theme: 'all' },
  cli: {
    problems: 'all',
    document: 'all',
    slices: 'all',
    model: 'all',
    rules: 'all',
    changes: 'all',
    history: 'all',
    upstream: 'all',
    generate: 'all',
    coverage: 'all',
    search: 'all',
    mcp: 'all',
    deploy: 'all',
    site: 'all',
    client: 'all',
    theme: 'all',
  },
};

/** What every part of the code has to know: where things and its own files are, and what JSON and OpenAPI are. */
const LEAVES = new Set(['address', 'json', 'openapi', 'own-command.ts', 'own-files.ts']);

/** Constants of a types file that carry a name that two sides agree on, not code. */
const CONSTANTS = new Set(['LIVE_EVENTS', 'PLUGIN', 'TAB_KEY', 'DATA_ATTRIBUTES']);

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
  readonly typeOnly: boolean;
  readonly statement: string;
}

const imports = files(SRC).flatMap(importsOf);

describe('imports between the folders of src/', () => {
  it('finds the imports that it judges', () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  it.each(Object.keys(RULES))('%s imports what it may', (folder) => {
    const wrong = imports.filter((entry) => entry.folder === folder && !isAllowed(entry));
    expect(wrong.map(({ file, statement }) => `${file}: ${statement}`)).toEqual([]);
  });

  it('knows every folder', () => {
    const folders = fs
      .readdirSync(SRC, { withFileTypes: true })
      .filter((entry) => entry.isDirectory());
    const known = [...Object.keys(RULES), 'css'];
    expect(folders.map((entry) => entry.name).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('no theme replaces a component of src/theme, which is a clone’s own and comes last', () => {
    const namesIn = (theme: string): string[] => {
      const folder = path.join(SRC, theme);
      return files(folder).map((file) => path.relative(folder, file));
    };
    const own = new Set(namesIn('theme'));
    expect(own.size).toBeGreaterThan(100);
    for (const theme of ['theme-app', 'theme-search', 'theme-site'])
      expect(namesIn(theme).filter((name) => own.has(name))).toEqual([]);
  });

  it('theme components import each other as @theme/* only', () => {
    const relative = imports.filter(
      ({ folder, target, statement }) =>
        folder.startsWith('theme') &&
        target === folder &&
        /['"]\.\.?\//.test(statement) &&
        !/['"]\.\//.test(statement),
    );
    expect(relative.map(({ file, statement }) => `${file}: ${statement}`)).toEqual([]);
  });
});

function isAllowed({ folder, target, typeOnly, statement }: Import): boolean {
  if (target === folder || LEAVES.has(target)) return true;
  const allowed = RULES[folder]?.[target];
  if (allowed === 'all') return true;
  if (allowed === undefined) return false;
  const names =
    /\{([^}]*)\}/
      .exec(statement)?.[1]
      ?.split(',')
      .map((name) => name.trim()) ?? [];
  return (
    typeOnly ||
    (names.length > 0 &&
      names.every((name) => name === '' || name.startsWith('type ') || CONSTANTS.has(name)))
  );
}

function files(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => path.join(folder, file));
}

function importsOf(file: string): Import[] {
  const source = fs.readFileSync(file, 'utf8');
  const [folder = ''] = path.relative(SRC, file).split(path.sep);
  const statements = source.matchAll(
    /^(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  );
  return [...statements].flatMap((match) => {
    const target = targetOf(match[1] ?? match[2] ?? '', file);
    return target === undefined
      ? []
      : [
          {
            file: path.relative(SRC, file),
            folder,
            target,
            typeOnly: /^(import|export) type\s/.test(match[0]),
            statement: match[0],
          },
        ];
  });
}

/** Folder of `src/` that a specifier leads to; undefined for packages. */
function targetOf(specifier: string, file: string): string | undefined {
  if (specifier.startsWith('@theme/')) return 'theme';
  const base = specifier.startsWith('@site/src/')
    ? path.join(SRC, specifier.slice('@site/src/'.length))
    : specifier.startsWith('.')
      ? path.resolve(path.dirname(file), specifier)
      : undefined;
  if (base === undefined || !base.startsWith(SRC + path.sep)) return undefined;
  const [folder = ''] = path.relative(SRC, base).split(path.sep);
  return folder;
}
