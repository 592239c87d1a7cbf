import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MARKER } from '../../../src/cli/out-dir.ts';
import { LAYOUT } from '../../../src/generate/layout.ts';
import { keepBundles } from '../../../src/site/internals/kept-bundles.ts';
import {
  copyWithStandIn,
  isRunning,
  type Running,
  startCommand,
} from '../../support/stand-in/project.ts';
import { readTree } from '../../support/tree.ts';

/** A run takes seconds, on a busy machine many of them. */
const PATIENCE = 180_000;

let project: string;
const runs: Running[] = [];

const DOCUMENTS = { a: 'FROM-A', b: 'FROM-B' } as const;
const about = (document: keyof typeof DOCUMENTS): string[] => [
  '--document',
  `openapi/${document}.yaml`,
  '--id',
  'shop',
];
const at = (...names: string[]): string => path.join(project, ...names);
const run = (...args: string[]): Running => {
  const started = startCommand(project, args);
  runs.push(started);
  return started;
};
/** The stand-in ends its work only where this is there. */
/** Where Docusaurus writes, so that it is not a part of the site. */
const GO = '.docusaurus/go';
const go = (): void => fs.writeFileSync(at(GO), '');
/** The words of documents in a site. */
const wordsIn = (site: string): string[] => {
  const text = Object.values(readTree(site)).join('\n');
  return Object.values(DOCUMENTS).filter((word) => text.includes(word));
};
/** Waits until the stand-in works, which shows as a file that grows. */
async function working(outDir = 'build'): Promise<number> {
  await expect
    .poll(() => fs.existsSync(at(`${outDir}.partial`, 'site', 'work')), { timeout: PATIENCE })
    .toBe(true);
  return Number(fs.readFileSync(at('.docusaurus/pid'), 'utf8'));
}
async function build(document: keyof typeof DOCUMENTS): Promise<void> {
  go();
  const building = run('build', ...about(document));
  expect(await building.ended, building.output()).toBe(0);
  fs.rmSync(at(GO));
}

beforeAll(() => {
  project = copyWithStandIn();
  fs.mkdirSync(at('.docusaurus'));
  for (const [name, word] of Object.entries(DOCUMENTS)) {
    fs.writeFileSync(
      at('openapi', `${name}.yaml`),
      `openapi: 3.1.0
info: { title: Shop, version: '1', description: ${word} }
paths:
  /books:
    get: { operationId: listBooks, summary: List books, description: ${word}, responses: { '200': { description: Found } } }
`,
    );
  }
});
afterEach(async () => {
  for (const { child } of runs) child.kill('SIGKILL');
  await Promise.all(runs.splice(0).map(({ ended }) => ended));
  fs.rmSync(at(GO), { force: true });
});
afterAll(() => fs.rmSync(project, { recursive: true, force: true }));

describe('build', () => {
  it(
    'has nothing to do where nothing has changed, and says so; with "--force", it builds',
    async () => {
      fs.writeFileSync(at('package-lock.json'), '{}');
      await build('a');
      const before = fs.statSync(at('build')).ino;
      const again = run('build', ...about('a'));
      expect(await again.ended, again.output()).toBe(0);
      expect(again.output()).toContain('Nothing has changed since build/ was built');
      expect(fs.statSync(at('build')).ino).toBe(before);
      go();
      const forced = run('build', '--force', ...about('a'));
      expect(await forced.ended, forced.output()).toBe(0);
      expect(fs.statSync(at('build')).ino).not.toBe(before);
      fs.rmSync(at(GO));
      await build('b');
      expect(wordsIn(at('build'))).toEqual(['FROM-B']);
      fs.rmSync(at('package-lock.json'));
    },
    PATIENCE,
  );

  it(
    'is covered to its end: what a "generate" beside it makes is not in the site',
    async () => {
      const building = run('build', ...about('a'));
      await working();
      const generating = run('generate', ...about('b'));
      await generating.says(`Waiting for "build" (process ${building.child.pid})`);
      go();
      expect(await building.ended, building.output()).toBe(0);
      expect(await generating.ended, generating.output()).toBe(0);
      expect(wordsIn(at('build'))).toEqual(['FROM-A']);
      expect(wordsIn(at('docs/reference'))).toEqual(['FROM-B']);
      expect(fs.existsSync(at(LAYOUT.lock))).toBe(false);
      expect(fs.existsSync(at('build.partial'))).toBe(false);
    },
    PATIENCE,
  );

  it(
    'ended by a signal leaves nothing that runs, and the site before',
    async () => {
      await build('a');
      for (const [signal, exitCode] of [
        ['SIGINT', 130],
        ['SIGTERM', 143],
        ['SIGHUP', 129],
      ] as const) {
        const building = run('build', ...about('b'));
        const bundler = await working();
        building.child.kill(signal);
        expect(await building.ended, building.output()).toBe(exitCode);
        expect(isRunning(bundler)).toBe(false);
        expect(building.output()).not.toContain('was not built');
        expect(wordsIn(at('build'))).toEqual(['FROM-A']);
        expect(fs.existsSync(at('build.partial'))).toBe(false);
        expect(fs.existsSync(at(LAYOUT.lock))).toBe(false);
      }
    },
    PATIENCE,
  );

  it(
    'killed leaves no bundler behind, and the next one does not wait for it',
    async () => {
      const building = run('build', ...about('b'));
      const bundler = await working();
      building.child.kill('SIGKILL');
      await building.ended;
      await expect.poll(() => isRunning(bundler), { timeout: 30_000 }).toBe(false);
      expect(wordsIn(at('build'))).toEqual(['FROM-A']);
      await build('b');
      expect(wordsIn(at('build'))).toEqual(['FROM-B']);
      expect(fs.existsSync(at('build.partial'))).toBe(false);
    },
    PATIENCE,
  );

  it(
    'killed at any moment, with all that it started, goes on to what a clean one makes',
    async () => {
      const clean = new Map<string, object>();
      let normal = 0;
      for (const document of ['a', 'b'] as const) {
        const begin = performance.now();
        await build(document);
        normal = performance.now() - begin;
        clean.set(document, readTree(at('build')));
      }
      let before = clean.get('b');
      for (const [time, document] of (['a', 'b', 'a'] as const).entries()) {
        go();
        const building = run('build', ...about(document));
        setTimeout(() => building.child.kill('SIGKILL'), normal * ((time + Math.random()) / 3));
        await building.ended;
        if (fs.existsSync(at('build'))) {
          expect([before, clean.get(document)]).toContainEqual(readTree(at('build')));
        }
        await build(document);
        before = clean.get(document);
        expect(readTree(at('build'))).toEqual(before);
        expect(fs.existsSync(at('build.partial'))).toBe(false);
      }
    },
    PATIENCE,
  );

  it.each([
    ['build', 'build', 'contains files but no'],
    ['build.partial', 'build.partial', 'where the site for --out-dir'],
  ])(
    'does not touch a folder %s that it did not make, and does no work before it says so',
    async (_name, folder, words) => {
      for (const name of ['build', 'build.partial', '.reference'])
        fs.rmSync(at(name), { recursive: true, force: true });
      fs.mkdirSync(at(folder));
      fs.writeFileSync(at(folder, '404.html'), 'mine');
      const building = run('build', ...about('a'));
      expect(await building.ended).toBe(2);
      expect(building.output()).toContain(words);
      expect(building.output()).toContain(at(folder));
      expect(readTree(at(folder))).toEqual({ '404.html': 'mine' });
      expect(fs.existsSync(at('.reference'))).toBe(false);
      fs.rmSync(at(folder), { recursive: true });
    },
    PATIENCE,
  );

  it(
    'puts back the site before where it was killed between taking one away and putting the other',
    async () => {
      await build('a');
      fs.mkdirSync(at('build.partial'));
      fs.copyFileSync(at('build', MARKER), at('build.partial', MARKER));
      fs.renameSync(at('build'), at('build.partial', 'former'));
      const reading = run('coverage', ...about('a'));
      await reading.ended;
      expect(reading.output()).toContain(`${at('build')} was restored`);
      expect(wordsIn(at('build'))).toEqual(['FROM-A']);
    },
    PATIENCE,
  );
});

describe('a part of a site', () => {
  it.each([
    ['bundle', []],
    ['build', ['--shard', '1/2']],
  ])(
    'is not written by "%s" where somebody else has a folder with the name of an unfinished one',
    async (command, options) => {
      const kept = at('artifacts/part.partial/keep.txt');
      fs.mkdirSync(path.dirname(kept), { recursive: true });
      fs.writeFileSync(kept, '');
      go();
      const running = run(command, ...options, '--out-dir', 'artifacts/part', ...about('a'));
      expect(await running.ended, running.output()).toBe(2);
      expect(running.output()).toContain(`contains files but no ${MARKER}`);
      expect(fs.existsSync(kept)).toBe(true);
      fs.rmSync(at('artifacts'), { recursive: true });
    },
    PATIENCE,
  );

  it(
    'is bundled again where it is not known what a build reads',
    async () => {
      fs.mkdirSync(at('.reference'), { recursive: true });
      fs.writeFileSync(at(LAYOUT.languages), JSON.stringify([{ code: 'en', folder: '' }]));
      const bundles = at(LAYOUT.bundles, 'en');
      fs.mkdirSync(at('.docusaurus/bundles'), { recursive: true });
      fs.mkdirSync(bundles, { recursive: true });
      for (const variant of ['browser', 'server'])
        fs.writeFileSync(path.join(bundles, `read.${variant}.json`), '{}');
      keepBundles(project, 'en', at('.docusaurus/bundles'), 'artifact');
      go();
      const bundling = run('bundle', ...about('a'));
      expect(await bundling.ended, bundling.output()).toBe(0);
      expect(bundling.output()).toContain('bundling the site');
      expect(bundling.output()).not.toContain('comparing with the last build');
    },
    PATIENCE,
  );

  it(
    'is needed for --bundle',
    async () => {
      const building = run('build', '--bundle', 'bundle', ...about('a'));
      expect(await building.ended, building.output()).toBe(2);
      expect(building.output()).toContain(
        "error: option '--bundle <folder>' requires '--shard <number/count>'",
      );
    },
    PATIENCE,
  );

  it(
    'is joined with nothing of another run: "merge" that is refused leaves what that one has noted',
    async () => {
      const building = run('build', ...about('a'));
      await working();
      const note = at(LAYOUT.notes, 'en', '1.jsonl');
      fs.mkdirSync(path.dirname(note), { recursive: true });
      fs.writeFileSync(note, '');
      const merging = run('merge', 'nowhere', '--out-dir', 'other', ...about('a'));
      expect(await merging.ended, merging.output()).toBe(1);
      expect(merging.output()).toContain('has no artifact of a shard');
      expect(fs.existsSync(note)).toBe(true);
      go();
      expect(await building.ended, building.output()).toBe(0);
      fs.rmSync(at(LAYOUT.notes), { recursive: true });
    },
    PATIENCE,
  );
});

describe('start', () => {
  it(
    'follows the list of APIs: what an entry names, what it lacks, and how they are called',
    async () => {
      const list = at('openapi', 'apis.ts');
      const before = fs.readFileSync(list, 'utf8');
      const write = (...entries: readonly object[]): void =>
        fs.writeFileSync(list, `export default ${JSON.stringify(entries)};\n`);
      write({ id: 'shop', document: 'openapi/a.yaml' });
      const words = (): string[] => wordsIn(at('docs/reference'));
      const serving = run('start');
      await serving.says('compiled successfully: start');
      write({ id: 'shop', document: 'openapi/b.yaml' });
      await expect.poll(words, { timeout: PATIENCE }).toEqual(['FROM-B']);
      expect(serving.output()).not.toContain('navigation');
      write({ id: 'shop' });
      await serving.says('"document" is missing');
      expect(words()).toEqual(['FROM-B']);
      write({ id: 'shop', document: 'openapi/a.yaml', label: 'The shop' });
      await serving.says('Start the server again to update the navigation.');
      expect(words()).toEqual(['FROM-A']);
      fs.writeFileSync(list, before);
    },
    PATIENCE,
  );

  it(
    'keeps other commands out, and says why; "check" goes on',
    async () => {
      const serving = run('start', ...about('a'));
      await serving.says('compiled successfully: start');
      const server = Number(fs.readFileSync(at('.docusaurus/pid'), 'utf8'));
      for (const [command, why] of [
        ['generate', 'regenerates the pages whenever a document changes'],
        ['build', 'uses the same generated files'],
        ['start', 'uses the same generated files'],
      ] as const) {
        const other = run(command, ...about('b'));
        expect(await other.ended, other.output()).toBe(2);
        expect(other.output()).toContain(`"start" (process ${serving.child.pid})`);
        expect(other.output()).toContain(why);
      }
      const checking = run('check', ...about('b'), '--fail-on', 'never');
      expect(await checking.ended, checking.output()).toBe(0);
      expect(wordsIn(at('docs/reference'))).toEqual(['FROM-A']);
      serving.child.kill('SIGKILL');
      await serving.ended;
      await expect.poll(() => isRunning(server), { timeout: 30_000 }).toBe(false);
    },
    PATIENCE,
  );
});

describe('a page that is never finished', () => {
  it(
    'ends the build with its name, and the site before stays',
    async () => {
      await build('a');
      // Two seconds, in which the clock of the command runs for two minutes.
      const clock = 'const set = setInterval; globalThis.setInterval = (f, ms) => set(f, ms / 60);';
      const building = startCommand(project, ['build', ...about('b')], {
        nodeArgs: ['--import', `data:text/javascript,${encodeURIComponent(clock)}`],
      });
      runs.push(building);
      const renderer = await working();
      fs.writeFileSync(
        path.join(at(LAYOUT.drawing), '0'),
        'docs/reference/shop/list-books.api.json',
      );
      expect(await building.ended, building.output()).toBe(1);
      expect(building.output()).toContain(
        'The page of docs/reference/shop/list-books.api.json (GET /books) has been rendering for over 120 s.',
      );
      expect(building.output()).toContain('The site was not built.');
      expect(isRunning(renderer)).toBe(false);
      expect(wordsIn(at('build'))).toEqual(['FROM-A']);
      expect(fs.existsSync(at('build.partial'))).toBe(false);
      expect(fs.existsSync(at(LAYOUT.drawing))).toBe(false);
    },
    PATIENCE,
  );
});

describe('a copy of a folder in which a site was built', () => {
  it(
    'reads its own document, also where the pages of the original are there',
    async () => {
      const generating = run('generate', ...about('a'));
      expect(await generating.ended, generating.output()).toBe(0);
      const kept = Object.entries(readTree(at('.reference'))).filter(([, text]) =>
        text.includes(project),
      );
      expect(kept).toEqual([]);
      const copy = `${project}-copy`;
      try {
        fs.cpSync(project, copy, {
          recursive: true,
          verbatimSymlinks: true,
          preserveTimestamps: true,
        });
        const file = path.join(copy, 'openapi/a.yaml');
        const unchanged = startCommand(copy, ['generate', ...about('a')]);
        expect(await unchanged.ended, unchanged.output()).toBe(0);
        expect(unchanged.output()).toMatch(/ all +0 /);
        fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('FROM-A', 'FROM-COPY'));
        const again = startCommand(copy, ['generate', ...about('a')]);
        expect(await again.ended, again.output()).toBe(0);
        const slices = Object.values(readTree(path.join(copy, 'docs/reference'))).join('\n');
        expect(slices).toContain('FROM-COPY');
        expect(slices).not.toContain('FROM-A');
      } finally {
        fs.rmSync(copy, { recursive: true, force: true });
      }
    },
    PATIENCE,
  );
});
