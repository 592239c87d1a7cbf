import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Access, refusalOf } from '../../../src/document/access.ts';
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
  write('api/parts/new.yaml', 'get: {}\n');
  write('common/sample.py', 'print()\n');
  write('api/.env', 'SECRET=1\n');
  write('api/.git/config', 'SECRET=1\n');
  write('api/id_rsa', 'SECRET=1\n');
  write('api/tool.py', 'SECRET=1\n');
  write('api/.config/part.yaml', 'get: {}\n');
  write('common-not/item.yaml', 'get: {}\n');
  write('secret/key.yaml', 'key\n');
  fs.symlinkSync('../secret', path.join(root, 'api/link'));
  fs.symlinkSync('../secret/key.yaml', path.join(root, 'api/key.yaml'));
  fs.symlinkSync('.env', path.join(root, 'api/env.txt'));
  fs.symlinkSync('id_rsa', path.join(root, 'api/key.txt'));
  fs.symlinkSync('.git', path.join(root, 'api/git'));
  fs.symlinkSync('parts/new.yaml', path.join(root, 'api/inside.yaml'));
  fs.symlinkSync('api/openapi.yaml', path.join(root, 'linked.yaml'));
  fs.symlinkSync('common', path.join(root, 'linked-folder'));
});
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

describe('a file is read', () => {
  test.each<[file: string, folders: string[], allowed: boolean]>([
    ['api/openapi.yaml', [], true],
    ['api/parts/new.yaml', [], true],
    ['common/item.yaml', [], false],
    ['common/item.yaml', ['common'], true],
    ['common/item.yaml', ['linked-folder'], true],
    ['linked-folder/item.yaml', ['linked-folder'], true],
    // A link that lies outside is not followed, wherever it leads.
    ['linked-folder/item.yaml', ['common'], false],
    ['api/inside.yaml', [], true],
    ['common-not/item.yaml', ['common'], false],
    ['api/link/key.yaml', [], false],
    ['api/link/no-such.yaml', [], false],
    ['api/key.yaml', [], false],
    ['api/key.yaml', ['secret'], true],
    ['', ['no-such-folder'], false],
  ])('%j, with %j besides its own: %j', async (file, folders, allowed) => {
    const at = (name: string) => path.resolve(root, name);
    const checked = new Access(at('api/openapi.yaml'), folders.map(at)).check(at(file));
    await (allowed ? checked : expect(checked).rejects.toThrow('outside the document'));
  });

  test.each<[file: string, folders: string[], message: string | undefined]>([
    ['api/.env', [], '".env" is hidden'],
    ['api/.git/config', [], '".git" is hidden'],
    ['api/.config/part.yaml', [], '".config" is hidden'],
    ['api/..parts/new.yaml', [], '"..parts" is hidden'],
    ['api/.config/part.yaml', ['api/.config'], undefined],
    ['api/.env', ['api/.env'], undefined],
    ['api/.env', ['api'], '".env" is hidden'],
    ['api/id_rsa', [], 'files whose names have no extension are not read'],
    ['api/id_rsa', ['api'], 'files whose names have no extension are not read'],
    ['api/id_rsa', ['api/id_rsa'], undefined],
    ['api/server.pem', [], '.pem files are not read'],
    ['api/tool.py', [], '.py files are read from folders in refFolders only'],
    ['common/sample.py', ['common'], undefined],
    ['api/env.txt', [], 'through a symbolic link, ".env" is hidden'],
    [
      'api/key.txt',
      [],
      'through a symbolic link, files whose names have no extension are not read',
    ],
    ['api/git/config.txt', [], 'through a symbolic link, ".git" is hidden'],
  ])('%j, with %j besides its own: %j', async (file, folders, message) => {
    const at = (name: string) => path.resolve(root, name);
    const checked = new Access(at('api/openapi.yaml'), folders.map(at)).check(at(file));
    await (message === undefined ? checked : expect(checked).rejects.toThrow(message));
  });

  test.each('yaml yml json md txt xml csv tsv html jsonl ndjson YAML'.split(' '))(
    'of the kind %s',
    async (kind) => {
      const document = path.join(root, 'api/openapi.yaml');
      const file = path.join(root, `api/a.${kind}`);
      expect(await new Access(document, []).check(file)).toBe(file);
    },
  );

  test('by the path that was judged, without links', async () => {
    const access = new Access(path.join(root, 'api/openapi.yaml'), []);
    expect(await access.check(path.join(root, 'api/inside.yaml'))).toBe(
      path.join(root, 'api/parts/new.yaml'),
    );
  });

  test('never with a NUL in its path, of which nothing else learns', async () => {
    const access = new Access(path.join(root, 'api/openapi.yaml'), []);
    await expect(access.check(path.join(root, 'api/a\0b.yaml'))).rejects.toThrow('contains a NUL');
  });

  test('where it is the document itself, and a link', async () => {
    const document = path.join(root, 'api/key.yaml');
    await new Access(document, []).check(document);
  });

  test('never by a document from the network', async () => {
    const access = new Access('https://example.com/openapi.yaml', [root]);
    await expect(access.check(path.join(root, 'common/item.yaml'))).rejects.toThrow(
      'may not read local files',
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

describe('by its name alone', () => {
  const windows = [{ path: 'C:\\site\\api', isNamed: false }];
  const share = [{ path: '\\\\server\\docs\\api', isNamed: false }];

  test.each<[file: string, places: typeof windows, isAllowed: boolean]>([
    ['C:\\site\\api\\a.yaml', windows, true],
    ['c:\\SITE\\api\\a.yaml', windows, true],
    ['C:\\site\\a.yaml', windows, false],
    ['D:\\site\\api\\a.yaml', windows, false],
    ['C:\\site\\api\\.env', windows, false],
    ['C:\\site\\api\\a.md::$DATA', windows, false],
    ['\\\\host\\share\\a.yaml', windows, false],
    ['\\\\?\\C:\\site\\secret\\a.yaml', windows, false],
    ['\\\\.\\pipe\\a.yaml', windows, false],
    // The maintainer named a document there.
    ['\\\\server\\docs\\api\\a.yaml', share, true],
    ['\\\\server\\secret\\a.yaml', share, false],
  ])('on Windows, %s', (file, places, isAllowed) => {
    expect(refusalOf(file, places, path.win32) === undefined).toBe(isAllowed);
  });

  test.each(['\\\\host\\share\\a.yaml', '//host/share/a.yaml', '\\/host/a.yaml', '//host/a'])(
    'a reference to %s is refused, and not looked at',
    async (ref) => {
      const text = fs.readFileSync(path.join(root, 'api/openapi.yaml'), 'utf8');
      fs.writeFileSync(
        path.join(root, 'api/share.yaml'),
        text.replace('../common/item.yaml', `'${ref}'`),
      );
      const { problems } = await loadDocument({ document: 'api/share.yaml', cwd: root });
      expect(problems.map(({ message }) => message)).toEqual([
        `The $ref "${ref}" is refused: it refers to another machine.`,
      ]);
    },
  );
});

test('a link that was refused may lead elsewhere the next time', async () => {
  const text = fs.readFileSync(path.join(root, 'api/openapi.yaml'), 'utf8');
  const write = (ref: string) =>
    fs.writeFileSync(
      path.join(root, 'api/example.yaml'),
      `${text.replace('/a: { $ref: ../common/item.yaml }', '')}components: { examples: { a: { externalValue: ${ref} } } }\n`,
    );
  const load = () => loadDocument({ document: 'api/example.yaml', cwd: root });
  write('env.txt');
  expect(await load()).toMatchObject({ isVolatile: true, problems: [{ severity: 'warning' }] });
  write('.env');
  expect(await load()).toMatchObject({ isVolatile: false, problems: [{ severity: 'warning' }] });
});
