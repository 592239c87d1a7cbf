import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Access } from '../../../src/document/access.ts';
import { loadDocument } from '../../../src/document/load.ts';

/** `api/openapi.yaml` refers to `common/user.yaml`; what is in `secret` is nobody's business. */
let root: string;
beforeAll(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'access-')));
  const write = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  };
  write(
    'api/openapi.yaml',
    "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: { /a: { $ref: ../common/item.yaml } }\n",
  );
  write('common/item.yaml', 'get: { responses: {} }\n');
  write('common-not/item.yaml', 'get: {}\n');
  write('secret/key.yaml', 'key\n');
  fs.symlinkSync('../secret', path.join(root, 'api/link'));
  fs.symlinkSync('../secret/key.yaml', path.join(root, 'api/key.yaml'));
  fs.symlinkSync('api/openapi.yaml', path.join(root, 'linked.yaml'));
  fs.symlinkSync('common', path.join(root, 'linked-folder'));
});
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

describe('a file is read', () => {
  test.each<[file: string, folders: string[], allowed: boolean]>([
    ['api/openapi.yaml', [], true],
    ['api/parts/new.yaml', [], true],
    ['api/..parts/new.yaml', [], true],
    ['common/item.yaml', [], false],
    ['common/item.yaml', ['common'], true],
    ['common/item.yaml', ['linked-folder'], true],
    ['linked-folder/item.yaml', ['common'], true],
    ['common-not/item.yaml', ['common'], false],
    ['api/link/key.yaml', [], false],
    ['api/link/no-such.yaml', [], false],
    ['api/key.yaml', [], false],
    ['api/key.yaml', ['secret'], true],
    ['', ['no-such-folder'], false],
  ])('%j, with %j besides its own: %j', async (file, folders, allowed) => {
    const at = (name: string) => path.resolve(root, name);
    const checked = new Access(at('api/openapi.yaml'), folders.map(at)).check(at(file));
    await (allowed ? checked : expect(checked).rejects.toThrow('out of the document'));
  });

  test('never with a NUL in its path, of which nothing else learns', async () => {
    const access = new Access(path.join(root, 'api/openapi.yaml'), []);
    await expect(access.check(path.join(root, 'api/a\0b.yaml'))).rejects.toThrow(
      'no path has a NUL',
    );
  });

  test('where it is the document itself, and a link', async () => {
    const document = path.join(root, 'api/key.yaml');
    await new Access(document, []).check(document);
  });

  test('never by a document from the network', async () => {
    const access = new Access('https://example.com/openapi.yaml', [root]);
    await expect(access.check(path.join(root, 'common/item.yaml'))).rejects.toThrow(
      'may read no local file',
    );
  });
});

test('folders are allowed by their paths; what is refused is not watched', async () => {
  const load = (refFolders: string[]) =>
    loadDocument({ document: 'api/openapi.yaml', refFolders, cwd: root });
  const refused = await load([]);
  expect(refused.problems).toMatchObject([{ rule: 'refused-ref', severity: 'error', line: 3 }]);
  expect([...refused.files.keys()]).toEqual([path.join(root, 'api/openapi.yaml')]);
  const allowed = await load(['common']);
  expect(allowed.problems).toEqual([]);
  expect(allowed.document?.paths).toEqual({ '/a': { get: { responses: {} } } });
});
