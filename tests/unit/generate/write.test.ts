import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WriteError } from '../../../src/generate/files.ts';
import { LAYOUT } from '../../../src/generate/layout.ts';
import { readRecord } from '../../../src/generate/record.ts';
import {
  type Changes,
  FileInTheWay,
  finishPending,
  writeFiles,
} from '../../../src/generate/write.ts';
import { BANNER_TEXT } from '../../../src/upstream/banner.ts';
import { readTree } from '../../support/tree.ts';

const SHOP = 'docs/reference/shop';
const SLICE = `${SHOP}/schemas/gone.schema.json`;
const page = (name: string): string => `${SHOP}/${name}.api.mdx`;
const text = (content: string): string => `${BANNER_TEXT}\n${content}\n`;
const BEFORE = new Map([
  [page('kept'), text('kept')],
  [page('changed'), text('before')],
  [page('gone'), text('gone')],
  [SLICE, '{"x-page":{}}'],
]);
const AFTER = new Map([
  [page('kept'), text('kept')],
  [page('changed'), text('after')],
  [page('new'), text('new')],
]);

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'write-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(root, { recursive: true });
});

const write = (files: ReadonlyMap<string, string>): Promise<Changes> =>
  writeFiles(root, files, { inputs: [], problems: [], apis: {} }, () => 'GET /books');
/** What is generated, without the record, which holds times. */
const generated = (): Record<string, string> =>
  Object.fromEntries(Object.entries(readTree(root)).filter(([file]) => file !== LAYOUT.record));

describe('writeFiles, in docs beside the project', () => {
  const beside = (name: string): string => `../docs/shop/${name}`;
  let project: string;
  beforeEach(() => {
    project = root;
    root = path.join(project, 'site');
    fs.mkdirSync(root);
  });
  afterEach(() => {
    root = project;
  });

  it('writes, and removes what is stale', async () => {
    await write(new Map([[beside('a.api.mdx'), text('a')]]));
    expect(readTree(path.join(project, 'docs'))).toEqual({ 'shop/a.api.mdx': text('a') });
    await write(new Map([[beside('b.api.mdx'), text('b')]]));
    expect(readTree(path.join(project, 'docs'))).toEqual({ 'shop/b.api.mdx': text('b') });
  });

  it('leaves a file alone that a damaged record says to be generated', async () => {
    await write(new Map([[beside('a.api.mdx'), text('a')]]));
    fs.writeFileSync(path.join(root, beside('a.api.mdx')), '# By hand');
    await write(new Map([[beside('b.api.mdx'), text('b')]]));
    expect(readTree(path.join(project, 'docs'))).toEqual({
      'shop/a.api.mdx': '# By hand',
      'shop/b.api.mdx': text('b'),
    });
  });
});

describe('writeFiles', () => {
  it('writes what is new or changed, leaves the rest alone and removes what is stale', async () => {
    await write(BEFORE);
    const kept = fs.statSync(path.join(root, page('kept')));
    fs.writeFileSync(path.join(root, SHOP, 'hand-written.md'), 'mine');
    expect(await write(AFTER)).toEqual({
      written: [page('changed'), page('new')],
      unchanged: [page('kept')],
      removed: [page('gone'), SLICE],
    });
    expect(generated()).toEqual({
      ...Object.fromEntries(AFTER),
      [`${SHOP}/hand-written.md`]: 'mine',
    });
    expect(fs.statSync(path.join(root, page('kept'))).mtimeMs).toBe(kept.mtimeMs);
    expect(fs.existsSync(path.join(root, path.dirname(SLICE)))).toBe(false);
  });

  it.each([
    [page('new'), '# mine'],
    [`${SHOP}/new.api.json`, '{"mine":true}'],
    [`${SHOP}/sidebar.ts`, 'export default [];'],
  ])('does not overwrite a hand-written %s', async (file, content) => {
    await write(BEFORE);
    fs.writeFileSync(path.join(root, file), content);
    await expect(write(new Map([[file, text('ours')]]))).rejects.toThrow(FileInTheWay);
    expect(fs.readFileSync(path.join(root, file), 'utf8')).toBe(content);
  });

  it.each([
    [page('new'), text('before')],
    [`${SHOP}/new.api.json`, '{"x-page":{}}'],
    [`${SHOP}/sidebar.ts`, `// ${BANNER_TEXT}`],
    [`${SHOP}/sidebar.items.json`, '[]'],
  ])('recognizes a generated %s that no record lists', async (file, content) => {
    fs.mkdirSync(path.join(root, SHOP), { recursive: true });
    fs.writeFileSync(path.join(root, file), content);
    expect((await write(new Map([[file, 'ours']]))).written).toEqual([file]);
  });

  it('names the file in the way and the page that must go there, and changes nothing', async () => {
    await write(BEFORE);
    fs.writeFileSync(path.join(root, page('new')), '# mine');
    const before = readTree(root);
    await expect(write(AFTER)).rejects.toThrow(new FileInTheWay(page('new'), 'GET /books'));
    expect(readTree(root)).toEqual(before);
  });

  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EROFS', 'the file system is read-only'],
    ['EACCES', 'permission denied'],
  ])('tells of %s in words, and leaves the last good state', async (code, words) => {
    await write(BEFORE);
    const before = generated();
    const original = fsPromises.writeFile;
    vi.spyOn(fsPromises, 'writeFile').mockImplementation((file, ...rest) =>
      String(file).includes('new.api')
        ? Promise.reject(Object.assign(new Error(code), { code, path: String(file) }))
        : original(file, ...rest),
    );
    const failure = await write(AFTER).catch((error) => error);
    expect(failure).toBeInstanceOf(WriteError);
    expect(failure.message).toContain(words);
    vi.restoreAllMocks();
    await finishPending(root);
    expect(generated()).toEqual(before);
  });

  it.each(['docs/reference/../../precious.txt', 'docs/own.md', '../precious.api.mdx'])(
    'does not touch %s, which a damaged record names',
    async (name) => {
      const project = path.join(root, 'project');
      const file = path.join(project, name);
      await writeFiles(project, BEFORE, { inputs: [], problems: [], apis: {} }, () => '');
      fs.writeFileSync(file, 'mine');
      const record = await readRecord(project);
      const files = { ...record.files, [name]: [4, 0] };
      fs.writeFileSync(path.join(project, LAYOUT.record), JSON.stringify({ ...record, files }));
      await writeFiles(project, AFTER, { inputs: [], problems: [], apis: {} }, () => '');
      expect(fs.readFileSync(file, 'utf8')).toBe('mine');
    },
  );
});

/** Steps of the file system after which a process may be gone. */
const STEPS = ['writeFile', 'rename', 'rm', 'mkdir', 'rmdir'] as const;

describe('a run that is ended', () => {
  /** Runs until so many steps are done, and then as if the process were gone: nothing works any more. */
  async function endAfter(steps: number): Promise<boolean> {
    let done = 0;
    let isOver = false;
    for (const step of STEPS) {
      const original = fsPromises[step] as (...args: unknown[]) => Promise<unknown>;
      vi.spyOn(fsPromises, step as 'rm').mockImplementation((...args: unknown[]) => {
        isOver ||= done >= steps;
        if (isOver) return Promise.reject(new Error('ended'));
        done += 1;
        return original(...args) as Promise<void>;
      });
    }
    const finished = await write(AFTER).then(
      () => true,
      () => false,
    );
    vi.restoreAllMocks();
    return finished;
  }

  it('leaves the folder as it was, or as it will be, to the next run at every step', async () => {
    await write(AFTER);
    const clean = generated();
    let steps = 0;
    const seen = new Set<string>();
    for (let finished = false; !finished; steps += 1) {
      fs.rmSync(root, { recursive: true });
      fs.mkdirSync(root);
      await write(BEFORE);
      const before = generated();
      finished = await endAfter(steps);
      await finishPending(root);
      const now = generated();
      seen.add(JSON.stringify(now) === JSON.stringify(before) ? 'as it was' : 'as it will be');
      expect([before, clean], `ended after ${steps} steps`).toContainEqual(now);
      await write(AFTER);
      expect(generated(), `and went on after ${steps} steps`).toEqual(clean);
    }
    expect(steps).toBeGreaterThan(15);
    expect(seen.size).toBe(2);
  });
});
