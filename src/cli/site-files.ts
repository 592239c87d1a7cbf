import fs from 'node:fs';
import path from 'node:path';
import { guidePath } from '../address/address.ts';
import { ownFile, PACKAGE } from '../own-files.ts';

/** Files of a site by their paths from its folder, with `/`. */
export type SiteFiles = ReadonlyMap<string, string>;

/** An API of a new site. */
export interface NewApi {
  readonly id: string;
  /** Path from the site's folder, or URL. */
  readonly document: string;
  /** The document and what it reads; empty for a URL. */
  readonly files: SiteFiles;
  /** An operationId that a guide can name, if there is one. */
  readonly operation?: string;
}

/** The smallest site that consists of references, without its packages, documents, and guides. */
export function siteFiles(): SiteFiles {
  return template('site');
}

/**
 * The files of a site to own.
 *
 * @param name Of its folder.
 * @param own The manifest of our package.
 * @param given Its APIs; without any, it gets an example.
 */
export function newSiteFiles(name: string, own: OwnManifest, given: readonly NewApi[]): SiteFiles {
  const apis = given.length > 0 ? given : [{ ...EXAMPLE, files: template('example') }];
  const files = new Map([...template('site'), ...template('own')]);
  files.set('package.json', `${JSON.stringify(manifest(name, own), null, 2)}\n`);
  insert(files, LIST, '  // apis\n', apis.map(entry).join(''));
  const guide = `docs/${guidePath('start')}.md`;
  files.set(guide, files.get(guide) + embedded(apis));
  return new Map([...files, ...apis.flatMap((api) => [...api.files])]);
}

const LIST = 'openapi/apis.ts';

const EXAMPLE = { id: 'books', document: 'openapi/openapi.yaml', operation: 'listBooks' };

/** The files of a template, whose names have a suffix: they are neither modules nor files of ours. */
function template(name: 'site' | 'own' | 'example'): Map<string, string> {
  const folder = ownFile(`cli/template/${name}`);
  const entries = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    entries
      .filter((file) => file.endsWith(SUFFIX))
      .map((file) => [
        file.slice(0, -SUFFIX.length).replaceAll(path.sep, '/'),
        fs.readFileSync(path.join(folder, file), 'utf8'),
      ]),
  );
}

const SUFFIX = '.template';

function insert(files: Map<string, string>, file: string, mark: string, text: string): void {
  files.set(
    file,
    (files.get(file) ?? '').replace(mark, () => text),
  );
}

function entry({ id, document }: NewApi): string {
  return `  { id: ${quoted(id)}, document: ${quoted(document)} },\n`;
}

/** As a string of JavaScript. */
function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}

/** The part of a guide that shows an operation. With several APIs, its name could be that of another one. */
function embedded([api, another]: readonly NewApi[]): string {
  if (api?.operation === undefined || another) return '';
  return `
It can also show parts of the reference by their names in the document, which are never out of date:

<Operation id="${api.operation}" />
`;
}

/** The part of our `package.json` that that of a site is made from. */
export interface OwnManifest {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

const COMMANDS = ['start', 'build', 'serve', 'check', 'coverage'];

/** A site's `package.json`, with our own version, and those of Docusaurus and React that we need. */
function manifest(name: string, { version, peerDependencies }: OwnManifest): object {
  // The newest of several.
  const range = (peer: string): string => peerDependencies[peer]?.split('||').at(-1)?.trim() ?? '*';
  const dependencies = [
    ...Object.keys(peerDependencies).map((peer) => [peer, range(peer)]),
    ['@mdx-js/react', '^3.0.0'],
    [PACKAGE, `^${version}`],
  ];
  return {
    name:
      name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'api-reference',
    version: '0.0.0',
    private: true,
    scripts: {
      ...Object.fromEntries(COMMANDS.map((command) => [command, `${PACKAGE} ${command}`])),
      typecheck: 'tsc',
    },
    dependencies: Object.fromEntries(dependencies.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))),
    devDependencies: {
      '@docusaurus/types': range('@docusaurus/core'),
      '@types/node': '^20.19.0',
      typescript: '^6.0.0',
    },
    engines: { node: '>=20.19' },
  };
}
