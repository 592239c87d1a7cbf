import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rspack } from '@rspack/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAYOUT } from '../../../../src/generate/layout.ts';
import {
  BUNDLES,
  endIfOutdated,
  keepBundles,
  keepFiles,
  keptFiles,
  RecordBundle,
  restoreBundles,
  SAME_BUNDLES,
} from '../../../../src/site/internals/kept-bundles.ts';
import { warningsOf } from './warnings.ts';

const warnings = warningsOf();
let root: string;
const at = (file: string): string => path.join(root, file);
const write = (file: string, content = 'x'): void => {
  fs.mkdirSync(path.dirname(at(file)), { recursive: true });
  fs.writeFileSync(at(file), content);
};
const context = () => ({ siteDir: root, i18n: { currentLocale: 'en' } });
const KEPT = `${LAYOUT.bundles}/en`;
const MANIFEST = '.docusaurus/client-manifest.json';
const CODE = `${LAYOUT.drawn}/code.en.txt`;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'bundles-'));
  vi.stubEnv('REFERENCE_BUNDLES', BUNDLES.keep.REFERENCE_BUNDLES);
  vi.spyOn(console, 'log').mockImplementation(() => {});
  write('entry.js', "import './lib.js'; import './.docusaurus/pages.js';");
  write('lib.js', 'export default 1;');
  write('.docusaurus/pages.js', 'export default 1;');
});
afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(root, { recursive: true });
});

/** Bundles `entry.js` for both, as Docusaurus does, into the folder `out`. */
async function bundle(entry = './entry.js'): Promise<void> {
  for (const variant of ['browser', 'server'] as const) {
    const recording = new RecordBundle(context() as never, variant);
    await new Promise<void>((resolve) => {
      rspack(
        {
          context: root,
          entry,
          mode: 'none',
          output: { path: at('out'), filename: `${variant}.js` },
          plugins: [recording as never],
        },
        () => resolve(),
      );
    });
  }
  write(MANIFEST, 'manifest');
  write(CODE, 'hash of the code');
}

/** A build that bundles. */
async function build(state = 'state'): Promise<void> {
  await bundle();
  keepBundles(root, 'en', at('out'), state);
}

const restore = (state = 'state'): boolean => restoreBundles(root, 'en', at('restored'), state);

/** The exit code of a process that renders with kept bundles; undefined if it goes on. */
function exitCode(write = () => {}): unknown {
  vi.stubEnv('REFERENCE_BUNDLES', BUNDLES.reuse.REFERENCE_BUNDLES);
  let code: unknown;
  vi.spyOn(process, 'exit').mockImplementation((given) => {
    code = given;
    throw new Error('exit');
  });
  try {
    endIfOutdated(context() as never, write);
  } catch (error) {
    if ((error as Error).message !== 'exit') throw error;
  }
  return code;
}

describe('bundles of the last build', () => {
  it('are put where the bundler would write them, with what it writes beside', async () => {
    await build();
    write(MANIFEST, 'of another build');
    fs.rmSync(at(CODE));
    expect(restore()).toBe(true);
    for (const file of ['browser.js', 'server.js'])
      expect(fs.readFileSync(at(`restored/${file}`))).toEqual(fs.readFileSync(at(`out/${file}`)));
    expect(fs.readFileSync(at(MANIFEST), 'utf8')).toBe('manifest');
    expect(fs.readFileSync(at(CODE), 'utf8')).toBe('hash of the code');
    expect(exitCode()).toBeUndefined();
    expect(console.log).toHaveBeenCalledWith(SAME_BUNDLES);
    expect(warnings()).toEqual([]);
  });

  it.each<[string, () => void]>([
    ['the site has changed', () => {}],
    ['there are none', () => fs.rmSync(at(KEPT), { recursive: true })],
    ['a bundle has changed', () => write(`${KEPT}/site/server.js`, 'x')],
    ['a bundle is gone', () => fs.rmSync(at(`${KEPT}/site/server.js`))],
    ['there is a file more', () => write(`${KEPT}/site/more.js`)],
    ['their list is cut off', () => fs.truncateSync(at(`${KEPT}/kept.json`), 60)],
    ['their list is gone', () => fs.rmSync(at(`${KEPT}/kept.json`))],
  ])('are not used where %s', async (name, change) => {
    await build();
    change();
    expect(restore(name === 'the site has changed' ? 'another state' : 'state')).toBe(false);
    expect(fs.existsSync(at('restored'))).toBe(false);
  });

  it.each<[string, () => void]>([
    ['a module has changed', () => write('lib.js', 'export default 2;')],
    ['a module is gone', () => fs.rmSync(at('lib.js'))],
    ['Docusaurus has generated something else', () => write('.docusaurus/pages.js', '2')],
  ])('are outdated where %s', async (_, change) => {
    await build();
    expect(exitCode()).toBeUndefined();
    change();
    expect(exitCode()).toBe(75);
  });

  it('are outdated where our own files for the bundler would have other content', async () => {
    await build();
    expect(exitCode(() => write('.docusaurus/pages.js', 'export default 1;'))).toBeUndefined();
    expect(exitCode(() => write('.docusaurus/pages.js', 'export default 2;'))).toBe(75);
  });

  it('are only compared by a process that has nothing else', () => {
    endIfOutdated(context() as never, () => expect.unreachable());
  });

  it('are not those of a build that has failed, nor of the one before', async () => {
    await build();
    write('lib.js', 'this is not JavaScript');
    await build();
    expect(restore()).toBe(false);
  });

  it('are not kept, with a warning, where the bundler does not say what it reads', async () => {
    write('alone.js', '');
    await bundle('./alone.js');
    keepBundles(root, 'en', at('out'), 'state');
    expect(warnings()).toEqual([expect.stringContaining('kept-bundles')]);
    expect(restore()).toBe(false);
  });

  it('are not kept by a process that was not asked to', async () => {
    vi.stubEnv('REFERENCE_BUNDLES', undefined);
    await build();
    expect(restore()).toBe(false);
  });

  it('are neither kept nor used in a plain site', async () => {
    await build();
    vi.stubEnv('REFERENCE_LEVEL', '1');
    expect(restore()).toBe(false);
    await build();
    vi.stubEnv('REFERENCE_LEVEL', undefined);
    expect(restore()).toBe(false);
    expect(warnings()).toEqual([]);
  });

  describe('of another machine', () => {
    const files = () =>
      Array.from(keptFiles(root, 'en'), ([name, content]) => [name, () => content] as const);

    it('are used as those of the last build, in any state', async () => {
      await build('there');
      const given = files();
      expect(given.map(([name]) => name)).toEqual([
        'kept.json',
        'site/browser.js',
        'site/server.js',
      ]);
      fs.rmSync(at(KEPT), { recursive: true });
      fs.rmSync(at(CODE));
      keepFiles(root, 'en', given, 'here');
      expect(restore('there')).toBe(false);
      expect(restore('here')).toBe(true);
      expect(fs.readFileSync(at(CODE), 'utf8')).toBe('hash of the code');
      expect(exitCode()).toBeUndefined();
      write('lib.js', 'export default 2;');
      expect(exitCode()).toBe(75);
    });

    it('have the same bytes, whatever the state was', async () => {
      await build('one');
      const one = files().map(([name, read]) => [name, String(read())]);
      await build('another');
      expect(files().map(([name, read]) => [name, String(read())])).toEqual(one);
    });

    it('replace all of the last build', async () => {
      await build();
      const given = files();
      write(`${KEPT}/site/older.js`);
      keepFiles(root, 'en', given, 'here');
      expect(fs.existsSync(at(`${KEPT}/site/older.js`))).toBe(false);
      expect(restore('here')).toBe(true);
    });

    it('write no other files than the bundler does', async () => {
      await build();
      const list = JSON.parse(fs.readFileSync(at(`${KEPT}/kept.json`), 'utf8'));
      const beside = { ...list.beside, '../outside.txt': 'x', 'package.json': 'x' };
      const evil = Buffer.from(JSON.stringify({ ...list, beside }));
      keepFiles(root, 'en', [['kept.json', () => evil], ...files().slice(1)], 'here');
      expect(restore('here')).toBe(true);
      for (const name of ['../outside.txt', 'package.json'])
        expect(fs.existsSync(at(name))).toBe(false);
    });

    it('may have a file with the name of their list', async () => {
      await bundle();
      write('out/kept.json', 'of the site');
      keepBundles(root, 'en', at('out'), 'there');
      const given = files();
      fs.rmSync(at(KEPT), { recursive: true });
      keepFiles(root, 'en', given, 'here');
      expect(restore('here')).toBe(true);
      expect(fs.readFileSync(at('restored/kept.json'), 'utf8')).toBe('of the site');
    });

    it.each([
      '../outside.js',
      'site/../../outside.js',
      'outside.js',
      'site\\..\\outside.js',
      'site/',
    ])('are refused with the file %j', (name) => {
      expect(() => keepFiles(root, 'en', [[name, () => Buffer.from('x')]], 'here')).toThrow(
        /^Bundles must not have the file/,
      );
      expect(fs.existsSync(at(`${KEPT}/outside.js`))).toBe(false);
    });

    it.each(['{', 'null', '{}', '{"files":{},"beside":{"a":1},"bundles":""}'])(
      'are refused with the list %j',
      (list) => {
        expect(() =>
          keepFiles(root, 'en', [['kept.json', () => Buffer.from(list)]], 'here'),
        ).toThrow('The file "kept.json" of the bundles has another form.');
      },
    );

    it.skipIf(process.platform === 'win32')(
      'are not made where a file has a name that not every system can have',
      async () => {
        await bundle();
        write('out/a:b.js');
        keepBundles(root, 'en', at('out'), 'there');
        expect(files).toThrow('The site has the file "a:b.js", which not every system can have');
      },
    );

    it('are not used without their list', async () => {
      await build();
      keepFiles(root, 'en', files().slice(1), 'here');
      expect(restore('here')).toBe(false);
      expect(files()).toEqual([]);
    });
  });
});
