import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import {
  beginSite,
  checkOutDir,
  checkPartial,
  checkWritable,
  MARKER,
  putInPlace,
  removePartial,
  repairOutDir,
} from '../../../src/cli/out-dir.ts';
import { readTree } from '../../support/tree.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'out-dir-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

function make(name: string, ...files: string[]): string {
  const made = path.join(folder, name);
  fs.mkdirSync(made, { recursive: true });
  for (const file of files) fs.writeFileSync(path.join(made, file), name);
  return made;
}

describe('checkOutDir', () => {
  const root = make('project');

  it.each([
    ['the project', root],
    ['a folder around it', folder],
    ['the root of all folders', '/'],
  ])('refuses %s', async (_name, outDir) => {
    await expect(checkOutDir(root, outDir)).rejects.toThrow('contains the project itself');
  });

  it('refuses folders with something else in them', async () => {
    await expect(checkOutDir(root, make('notes', 'letter.txt'))).rejects.toThrow(
      `notes contains files but no ${MARKER}`,
    );
    // As a site of another generator, or of an earlier version, has one.
    await expect(checkOutDir(root, make('foreign', '404.html', 'photo.jpg'))).rejects.toThrow(
      'or nothing in it is needed, delete it',
    );
    await expect(checkOutDir(root, make('repository', '.git', MARKER))).rejects.toThrow(
      'is a git repository',
    );
  });

  it('refuses what it would have to remove beside the folder', async () => {
    const partial = make('beside.partial', 'keep.txt');
    await expect(checkOutDir(root, path.join(folder, 'beside'))).rejects.toThrow(
      `${partial}, where the site for --out-dir`,
    );
  });

  it('refuses it for an artifact, too', async () => {
    make('1-of-2.partial', 'keep.txt');
    await expect(checkPartial(path.join(folder, '1-of-2'))).rejects.toThrow(
      `1-of-2.partial, where the site for --out-dir ${path.join(folder, '1-of-2')} is built, contains files but no ${MARKER}`,
    );
    await expect(checkPartial(path.join(folder, '2-of-2'))).resolves.toBeUndefined();
  });

  it('refuses files', async () => {
    const file = path.join(make('files', 'a.txt'), 'a.txt');
    await expect(checkOutDir(root, file)).rejects.toThrow('is not a readable folder');
  });

  it.each([
    ['no folder yet', path.join(folder, 'new')],
    ['an empty folder', make('empty')],
    ['a former site', make('site', MARKER, '404.html', 'index.html')],
    ['a folder whose name begins like the project', `${root}-site`],
  ])('takes %s', async (_name, outDir) => {
    await expect(checkOutDir(root, outDir)).resolves.toBeUndefined();
  });
});

/** A folder with the site before, and a new one that is ready to be put there. */
async function ready(name: string): Promise<{ outDir: string; former: object; site: object }> {
  const outDir = path.join(folder, name, 'out');
  fs.mkdirSync(path.dirname(outDir));
  const write = async (word: string): Promise<void> => {
    const site = await beginSite(outDir);
    for (const file of ['404.html', 'assets/a.js', `assets/${word}.js`, `${word}/index.html`]) {
      fs.mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
      fs.writeFileSync(path.join(site, file), word);
    }
  };
  await write('old');
  await putInPlace(outDir);
  const former = readTree(outDir);
  await write('new');
  const site = { ...readTree(`${outDir}.partial/site`), [MARKER]: expect.any(String) };
  return { outDir, former, site };
}

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** As a system says it of a folder that is mounted: it cannot be moved. */
function immovable(outDir: string, code: string): void {
  const original = fsPromises.rename;
  vi.spyOn(fsPromises, 'rename').mockImplementation((from, to) =>
    from === outDir ? Promise.reject(failure(code)) : original(from, to),
  );
}

const WAYS = ['EBUSY', 'EXDEV', 'EPERM', 'EACCES', undefined];

describe.each(WAYS)('putInPlace, with a folder that cannot be moved: %s', (code) => {
  const name = `place-${code}`;

  it('replaces the site before, and leaves nothing else', async () => {
    const { outDir, site } = await ready(name);
    if (code) immovable(outDir, code);
    await putInPlace(outDir);
    expect(readTree(outDir)).toEqual(site);
    expect(fs.readdirSync(path.dirname(outDir))).toEqual(['out']);
  });

  it('loses nothing, at whatever step the process is killed', async () => {
    let steps = 0;
    for (let isOver = false; !isOver; steps += 1) {
      const { outDir, former, site } = await ready(`${name}-${steps}`);
      let done = 0;
      const step = <Result>(run: () => Promise<Result>): Promise<Result> => {
        done += 1;
        // Nothing works any more, and nobody is told.
        return done > steps ? new Promise(() => {}) : run();
      };
      const { rename, rm, cp, mkdir } = fsPromises;
      vi.spyOn(fsPromises, 'rename').mockImplementation((from, to) =>
        code && from === outDir ? Promise.reject(failure(code)) : step(() => rename(from, to)),
      );
      vi.spyOn(fsPromises, 'rm').mockImplementation((...args) => step(() => rm(...args)));
      vi.spyOn(fsPromises, 'cp').mockImplementation((...args) => step(() => cp(...args)));
      vi.spyOn(fsPromises, 'mkdir').mockImplementation(((...args: Parameters<typeof mkdir>) =>
        step(() => mkdir(...args))) as typeof mkdir);
      isOver = await Promise.race([
        putInPlace(outDir).then(() => true),
        vi.waitFor(() => expect(done).toBeGreaterThan(steps), { interval: 1 }).then(() => false),
      ]);
      vi.restoreAllMocks();
      await repairOutDir(outDir);
      expect([former, site], `after ${steps} steps`).toContainEqual(readTree(outDir));
      await checkOutDir(path.join(folder, 'project'), outDir);
      await beginSite(outDir);
      await removePartial(outDir);
      expect(fs.readdirSync(path.dirname(outDir))).toEqual(['out']);
    }
    expect(steps).toBeGreaterThan(2);
  });

  it('keeps the site before where the disk is full, or the new one cannot be moved', async () => {
    const { outDir, former } = await ready(`${name}-full`);
    const { rename } = fsPromises;
    vi.spyOn(fsPromises, 'cp').mockImplementation(async (_from, to) => {
      fs.mkdirSync(String(to));
      throw failure('ENOSPC');
    });
    vi.spyOn(fsPromises, 'rename').mockImplementation((from, to) =>
      (code && from === outDir) || String(from).endsWith('site')
        ? Promise.reject(failure(code ?? 'ENOSPC'))
        : rename(from, to),
    );
    await expect(putInPlace(outDir)).rejects.toThrow('ENOSPC');
    vi.restoreAllMocks();
    expect(readTree(outDir)).toEqual(former);
  });
});

describe('a folder of a file system that cannot move folders of its lower layer', () => {
  it('is replaced by copying', async () => {
    const { outDir, site } = await ready('layers');
    const { rename } = fsPromises;
    vi.spyOn(fsPromises, 'rename').mockImplementation((from, to) =>
      from === outDir ||
      (from === path.join(outDir, 'assets') && !String(to).includes('unfinished'))
        ? Promise.reject(failure('EXDEV'))
        : rename(from, to),
    );
    await putInPlace(outDir);
    expect(readTree(outDir)).toEqual(site);
  });
});

describe('beginSite', () => {
  it('removes nothing that somebody else made while pages were generated', async () => {
    const partial = make('meanwhile.partial', 'keep.txt');
    await expect(beginSite(path.join(folder, 'meanwhile'))).rejects.toThrow(
      `contains files but no ${MARKER}`,
    );
    expect(fs.readdirSync(partial)).toEqual(['keep.txt']);
  });
});

describe('repairOutDir', () => {
  it('puts back the site before, and says so', async () => {
    const { outDir, former } = await ready('between');
    fs.renameSync(outDir, `${outDir}.partial/former`);
    expect(await repairOutDir(outDir)).toContain(`${outDir} was restored`);
    expect(readTree(outDir)).toEqual(former);
    expect(await repairOutDir(outDir)).toBeUndefined();
  });

  it('touches nothing that this project did not make', async () => {
    make('foreign-2.partial/former', 'mine.txt');
    expect(await repairOutDir(path.join(folder, 'foreign-2'))).toBeUndefined();
    expect(fs.existsSync(path.join(folder, 'foreign-2.partial/former/mine.txt'))).toBe(true);
  });
});

describe('checkWritable', () => {
  it.each([
    ['EACCES', 'permission denied'],
    ['EROFS', 'its file system is read-only'],
  ])('tells of %s in words, with the folder and the fix', async (code, words) => {
    const { access } = fsPromises;
    vi.spyOn(fsPromises, 'access').mockImplementation((file, mode) =>
      file === folder && mode ? Promise.reject(failure(code)) : access(file, mode),
    );
    const missing = path.join(folder, 'not', 'there');
    await expect(checkWritable([missing])).rejects.toThrow(
      `${missing} cannot be created in ${folder}, which cannot be written: ${words}. Make it writable`,
    );
    await expect(checkWritable([make('fine')])).resolves.toBeUndefined();
  });
});
