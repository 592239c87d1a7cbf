import fs from 'node:fs';
import path from 'node:path';
import { connectedDocument, realDocuments } from '../support/documents.ts';
import { copyParts, copyProject, ELSEWHERE, linkPackages, ROOT, run } from '../support/site.ts';
import { addPages } from '../support/small-site.ts';
import { wideDocument } from '../support/wide-document.ts';
import { hostileDocument } from './hostile-document.ts';

interface TestSite {
  /** Where the copy of the project is, below the folder of the test site. */
  readonly project?: string;
  readonly prepare: (project: string) => void;
  /** Default: `build`. */
  readonly command?: 'merge';
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Where the site is built, below the project. */
  readonly out?: string;
}

const ENGLISH = ['--locale', 'en'];
const BOOKSHOP = ['--document', 'openapi/bookshop.yaml', ...ENGLISH];
const PLAYGROUND = ['--document', 'openapi/playground.yaml'];

function preparePlayground(project: string): void {
  copyProject(project);
  fs.cpSync(
    path.join(import.meta.dirname, 'console/document.yaml'),
    path.join(project, 'openapi/playground.yaml'),
  );
}

/** The playground, in a site that leaves out our search. */
function prepareWithoutSearch(project: string): void {
  preparePlayground(project);
  const config = path.join(project, 'docusaurus.config.ts');
  const text = fs.readFileSync(config, 'utf8');
  const changed = text.replace("loadApp: 'intent',", "loadApp: 'intent', search: false,");
  if (changed === text) throw new Error('docusaurus.config.ts has no such option');
  fs.writeFileSync(config, changed);
}

/**
 * Before and after `changeOperation`: a property of an operation of the bookshop, and the operation's description, which
 * Docusaurus reads when it loads the page.
 */
export const CHANGED = [
  ['What the cover shows, for those who cannot see it.', 'Text for the alt attribute.'],
  [
    'summary: Set the cover\n',
    'summary: Set the cover\n      description: Replaces the picture that was there before.\n',
  ],
] as const;

/** Without the lock file, which versions of packages it has is not known, and nothing of a build is used again. */
function copyLocked(project: string): void {
  copyProject(project);
  fs.copyFileSync(path.join(ROOT, 'package-lock.json'), path.join(project, 'package-lock.json'));
}

/** An API in three versions, from which its changelog is made. */
function prepareChangelog(project: string): void {
  copyProject(project);
  const versions = path.join(project, 'openapi/versions');
  fs.mkdirSync(versions, { recursive: true });
  for (const [version, changes] of Object.entries(CHANGELOG)) {
    const file = path.join(ROOT, `tests/unit/history/versions/${version}.yaml`);
    let text = fs.readFileSync(file, 'utf8');
    for (const [before, after] of changes) {
      if (!text.includes(before)) throw new Error(`${file} does not contain ${before}`);
      text = text.replace(before, after);
    }
    fs.writeFileSync(path.join(versions, `${version}.yaml`), text);
  }
  fs.cpSync(path.join(versions, '2.0.yaml'), path.join(project, 'openapi/ferries.yaml'));
  const api = {
    id: 'ferries',
    document: 'openapi/ferries.yaml',
    history: { folder: 'openapi/versions' },
  };
  fs.writeFileSync(
    path.join(project, 'openapi/apis.ts'),
    `export default ${JSON.stringify([api])};\n`,
  );
  const { code, stdout, stderr } = run(project, ['history']);
  if (code !== 0) throw new Error(`The history was not written.\n${stdout}\n${stderr}`);
  // A folder does not say when a version was published.
  fs.writeFileSync(
    path.join(project, 'openapi/ferries.changes/versions.json'),
    JSON.stringify({
      versions: [
        { version: '2.0', date: '2026-03-01' },
        { version: '1.1', date: '2025-05-01' },
        { version: '1.0' },
      ],
    }),
  );
}

/** Changes of the documents in tests/unit/history/versions, by version: a name like markup, and an operation that moves. */
const CHANGELOG: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  '1.0': [],
  '1.1': [['harbor: {type: string}', "'<b id=x>': {type: string}\n        harbor: {type: string}"]],
  '2.0': [
    ['harbor: {type: string}', "'<b id=x>': {type: integer}\n        harbor: {type: string}"],
    ['operationId: getBoat', 'operationId: showBoat'],
  ],
};

const POLICY_ENV = { BASE_URL: '/api/', CSP: 'meta' };

/** Shards of the `sharded` site. */
export const SHARDS = ['1/3', '2/3', '3/3'];

/** The folder of an artifact of the `sharded` site, below its project. */
export const artifactOf = (name: string): string => `artifacts/${name.replace('/', '-of-')}`;

/** Renders the playground in shards, as on machines that share nothing but the artifacts. */
function prepareShards(project: string): void {
  preparePlayground(project);
  const forget = (): void => {
    for (const folder of ['drawn', 'bundles', 'shards', 'languages.json'])
      fs.rmSync(path.join(project, '.reference', folder), { recursive: true, force: true });
  };
  const make = (args: readonly string[], artifact: string): void => {
    forget();
    command(project, [...args, ...PLAYGROUND, '--out-dir', artifactOf(artifact)], POLICY_ENV);
  };
  make(['bundle'], 'bundle');
  for (const shard of SHARDS)
    make(['build', '--shard', shard, '--bundle', artifactOf('bundle')], shard);
  forget();
}

function changeOperation(project: string): void {
  const document = path.join(project, 'openapi/bookshop.yaml');
  let text = fs.readFileSync(document, 'utf8');
  for (const [was, is] of CHANGED) {
    if (!text.includes(was)) throw new Error(`openapi/bookshop.yaml has no ${was}`);
    text = text.replace(was, is);
  }
  fs.writeFileSync(document, text);
}

const SITES = {
  small: {
    prepare(project) {
      copyProject(project);
      linkPackages(project);
      addPages(project);
    },
    args: BOOKSHOP,
  },
  elsewhere: {
    project: 'a much/deeper place/İstanbul-site',
    prepare(project) {
      copyParts(project);
      addPages(project);
      // Lent by the site that it is compared with: linking them takes as long as the build.
      const packages = path.join(folderOf('small'), 'node_modules');
      fs.renameSync(packages, path.join(project, 'node_modules'));
    },
    args: BOOKSHOP,
    env: ELSEWHERE,
    out: 'site of today',
  },
  changed: {
    prepare(project) {
      copyLocked(project);
      build(project, [...BOOKSHOP, '--out-dir', 'before']);
      changeOperation(project);
    },
    args: BOOKSHOP,
  },
  fresh: {
    prepare(project) {
      copyLocked(project);
      changeOperation(project);
    },
    args: BOOKSHOP,
  },
  hostile: {
    prepare(project) {
      copyProject(project);
      fs.rmSync(addPages(project));
      const document = path.join(project, 'openapi/hostile.json');
      fs.writeFileSync(document, JSON.stringify(hostileDocument()));
    },
    args: ['--document', 'openapi/hostile.json', '--id', 'hostile', ...ENGLISH],
  },
  changelog: {
    prepare: prepareChangelog,
    args: [],
    env: { SITE_URL: 'https://docs.example.com' },
  },
  playground: { prepare: prepareWithoutSearch, args: [...PLAYGROUND, ...ENGLISH] },
  policy: {
    prepare: preparePlayground,
    args: PLAYGROUND,
    env: POLICY_ENV,
    out: 'host/api',
  },
  sharded: {
    prepare: prepareShards,
    command: 'merge',
    args: ['artifacts', ...PLAYGROUND],
    env: POLICY_ENV,
    out: 'host/api',
  },
  real: {
    prepare(project) {
      copyProject(project);
      const connected = 'openapi/connected.json';
      fs.writeFileSync(path.join(project, connected), JSON.stringify(connectedDocument()));
      const wide = 'openapi/wide.json';
      fs.writeFileSync(path.join(project, wide), JSON.stringify(wideDocument()));
      for (const version of ['1.0', '2.0'])
        fs.cpSync(
          path.join(ROOT, `tests/support/versions/shop-${version}.yaml`),
          path.join(project, `openapi/shop-${version}.yaml`),
        );
      const shop = {
        id: 'versioned-shop',
        document: 'openapi/shop-2.0.yaml',
        version: '2.0',
        versions: [{ version: '1.0', label: '1.x', document: 'openapi/shop-1.0.yaml' }],
      };
      const apis = [
        ...realDocuments(),
        { id: 'connected', document: connected },
        { id: 'wide', document: wide },
        shop,
      ];
      fs.writeFileSync(
        path.join(project, 'openapi/apis.ts'),
        `export default ${JSON.stringify(apis, null, 2)};\n`,
      );
    },
    args: ENGLISH,
  },
} satisfies Record<string, TestSite>;

export type SiteName = keyof typeof SITES;

export function isSiteName(name: string): name is SiteName {
  return Object.hasOwn(SITES, name);
}

/** Where all of them are; `tests/run.ts` has them built before the tests start. */
function folderOf(name: SiteName): string {
  const { TEST_SITES } = process.env;
  if (!TEST_SITES) throw new Error('TEST_SITES names no folder.');
  return path.join(TEST_SITES, name);
}

/**
 * The folder of a built site besides the default one. Builds it where it is not there:
 *
 * - `small`: `openapi/bookshop.yaml`, a page of the older upstream form, and what else `addPages` adds;
 * - `elsewhere`: the same, built in another folder, time zone, language and year;
 * - `changed`: `openapi/bookshop.yaml`, built again after an operation has changed; the site before is in `before`;
 * - `fresh`: the same, with the changed operation, built from nothing;
 * - `hostile`: a document whose text tries to run and to break out of its place;
 * - `changelog`: an API in three versions, with its changelog, in all languages;
 * - `playground`: an API with something for every part of the console, without our search;
 * - `policy`: the same below a base URL, with the policy in its pages, in all languages;
 * - `sharded`: the same, joined from three shards;
 * - `real`: documents that others wrote, one of connected schemas, one of wide ones, and one in two versions, each an API
 *   of one site.
 */
export function siteOf(name: SiteName): string {
  const site: TestSite = SITES[name];
  const { args, env, out = 'build' } = site;
  const project = path.join(folderOf(name), site.project ?? '');
  const folder = path.join(project, out);
  // A build puts its site in place when it is whole.
  if (fs.existsSync(folder)) return folder;
  fs.mkdirSync(project, { recursive: true });
  site.prepare(project);
  command(project, [site.command ?? 'build', ...args, '--out-dir', out], env);
  return folder;
}

function build(project: string, args: readonly string[]): void {
  command(project, ['build', ...args]);
}

function command(project: string, args: readonly string[], env?: NodeJS.ProcessEnv): void {
  const { code, stdout, stderr } = run(project, args, env);
  if (code !== 0)
    throw new Error(`${project} was not built (exit code ${code}).\n${stdout}\n${stderr}`);
}
