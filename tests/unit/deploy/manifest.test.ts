import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLast } from '../../../src/deploy/last-manifest.ts';
import { type Manifest, manifestText, parseManifest } from '../../../src/deploy/manifest.ts';
import { pathFault, withoutCredentials } from '../../../src/deploy/paths.ts';
import { shown } from '../../../src/json/shown.ts';

const A = { sha256: 'a'.repeat(64), bytes: 1 };
const B = { sha256: 'b'.repeat(64), bytes: 0 };

const MANIFEST: Manifest = {
  files: new Map([
    ['z.html', A],
    ['404', B],
    ['__proto__', A],
    ["it's $(id) \n.json", B],
    ['-rf', A],
  ]),
  kept: new Map([['assets/a.01234567.js', { ...A, deployments: 2 }]]),
};

const TEXT = manifestText(MANIFEST);

/** The text of a manifest with other files, whose checksum is right. */
const withPath = (file: string): string =>
  manifestText({ files: new Map([[file, A]]), kept: new Map() });

describe('a manifest', () => {
  it('is read as it was written', () => {
    expect(parseManifest(TEXT, 'm')).toEqual({
      files: new Map([...MANIFEST.files].sort(([a], [b]) => (a < b ? -1 : 1))),
      kept: MANIFEST.kept,
    });
  });

  it('has one text, whatever the order of its files', () => {
    const reversed = { ...MANIFEST, files: new Map([...MANIFEST.files].reverse()) };
    expect(manifestText(reversed)).toBe(TEXT);
    expect(TEXT.split('\n').filter((line) => line.includes('sha256'))).toHaveLength(6);
    expect(TEXT).not.toContain(os.hostname());
  });

  it('may be written in another way', () => {
    expect(parseManifest(JSON.stringify(JSON.parse(TEXT), null, 4), 'm').files.size).toBe(5);
  });

  it.each([
    ['an empty file', '', 'manifest-not-json', 'cut off, or not JSON'],
    ['a truncated one', TEXT.slice(0, -20), 'manifest-not-json', 'cut off'],
    ['a page of a host', '<!doctype html>', 'manifest-not-json', 'an HTML page'],
    ['another file', '{"name":"x"}', 'manifest-other-format', '"format"'],
    ['null', 'null', 'manifest-other-format', '"format"'],
    [
      'one of a later version',
      TEXT.replace('"version": 1', '"version": 2'),
      'manifest-other-version',
      'is 2, and this program reads 1',
    ],
    [
      'one without a version',
      TEXT.replace('"version": 1,', ''),
      'manifest-other-version',
      'is missing',
    ],
    [
      'one with a file less',
      TEXT.replace(/"404".*\n/, ''),
      'manifest-altered',
      '"checksum" does not match',
    ],
    [
      'one with another hash',
      TEXT.replace('aaaaaaaa', 'aaaaaaab'),
      'manifest-altered',
      'was changed',
    ],
    [
      'one with another age',
      TEXT.replace('"deployments":2', '"deployments":1'),
      'manifest-altered',
      'was changed',
    ],
    ['a wrong hash', TEXT.replace('aaaaaaaa', 'AAAAAAAA'), 'manifest-malformed', '"-rf"'],
    ['a wrong size', TEXT.replace('"bytes":1', '"bytes":-1'), 'manifest-malformed', '"-rf"'],
    ['no files', TEXT.replace('"files"', '"fils"'), 'manifest-malformed', '"files"'],
    [
      'files of another type',
      JSON.stringify({ ...JSON.parse(TEXT), kept: [] }),
      'manifest-malformed',
      '"kept" is not an object',
    ],
  ])('%s is refused', (_what, text, reason, why) => {
    const read = () => parseManifest(text, 'last.json');
    expect(read).toThrow(expect.objectContaining({ reason }));
    expect(read).toThrow(why);
    expect(read).toThrow(/^last\.json is not the manifest of a deployment/);
  });

  it.each([
    '../../x',
    '..',
    'a/../../x',
    'a\\..\\..\\x',
    '/etc/passwd',
    '\\\\host\\share',
    'C:\\x',
    'c:x',
    'a//b',
    './a',
    'a/.',
    'a/',
    '',
    'a\0b',
  ])('the path %j is refused, even if the checksum is right', (file) => {
    expect(pathFault(file)).toBeDefined();
    expect(() => parseManifest(withPath(file), 'm')).toThrow(
      expect.objectContaining({ reason: 'manifest-unsafe-path' }),
    );
  });

  it.each(['..a', 'a..b/c', '...', '-rf', '.well-known/x', 'ä ö', 'a\nb'])(
    'the path %j is fine',
    (file) => {
      expect(parseManifest(withPath(file), 'm').files.size).toBe(1);
    },
  );

  it('cannot write to a terminal', () => {
    const hostile = '../\u001b[2J\n\u202eä';
    expect(() => parseManifest(withPath(hostile), 'm')).toThrow(shown(hostile));
    expect(shown(hostile)).toBe('../\\u001b[2J\\n\\u{202e}ä');
    expect(shown('a\\b')).toBe('a\\\\b');
  });
});

describe('the last manifest', () => {
  let server: http.Server;
  let base = '';
  let authorization: string | undefined;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deploy-manifest-'));
  const ANSWERS: Readonly<Record<string, readonly [number, string]>> = {
    '/there.json': [200, TEXT],
    '/cut.json': [200, TEXT.slice(0, 300)],
    '/page.json': [200, '<html></html>'],
    '/forbidden.json': [403, ''],
    '/broken.json': [500, ''],
    '/gone.json': [410, ''],
  };
  beforeAll(async () => {
    server = http.createServer(({ url = '', headers }, response) => {
      authorization = headers.authorization;
      const [status, text] = ANSWERS[url] ?? [404, 'missing'];
      response.writeHead(status).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('is read from a URL and from a file', async () => {
    fs.writeFileSync(path.join(folder, 'there.json'), TEXT);
    for (const place of [`${base}/there.json`, path.join(folder, 'there.json')]) {
      const { manifest, isMissing } = await readLast(place, 'm');
      expect(manifest.files.size).toBe(5);
      expect(isMissing).toBeUndefined();
    }
  });

  it('is read with the user name and the password in a URL, and without them in messages', async () => {
    const place = (file: string): string => `${base.replace('//', '//me%40home:p:w@')}/${file}`;
    await readLast(place('there.json'), 'm');
    expect(authorization).toBe(`Basic ${Buffer.from('me@home:p:w').toString('base64')}`);
    await readLast(`${base}/there.json`, 'm');
    expect(authorization).toBeUndefined();
    const refused = readLast(place('broken.json'), withoutCredentials(place('broken.json')));
    await expect(refused).rejects.toThrow(`${base.replace('//', '//***@')}/broken.json cannot be`);
  });

  it.each([
    ['https://me:pw@host/a@b', 'https://***@host/a@b'],
    ['https://me:p@w@host/', 'https://***@host/'],
    ['https://token@host/', 'https://***@host/'],
    ['s3://KEY:SECRET@bucket', 's3://***@bucket'],
    ['me:pw@host:/srv/', '***@host:/srv/'],
    ['https://host/a:b@c', 'https://host/a:b@c'],
    ['deploy@host:/srv/', 'deploy@host:/srv/'],
    ['manifests/a:b@c.json', 'manifests/a:b@c.json'],
  ])('is called without credentials: %s', (place, name) => {
    expect(withoutCredentials(place)).toBe(name);
  });

  it('is empty where there is none', async () => {
    for (const place of [`${base}/none.json`, path.join(folder, 'none.json')]) {
      const { manifest, isMissing } = await readLast(place, 'm');
      expect(manifest.files.size).toBe(0);
      expect(isMissing).toBe(true);
    }
  });

  it.each([
    ['cut.json', 'manifest-not-json', 'cut off'],
    ['page.json', 'manifest-not-json', 'an HTML page'],
    ['forbidden.json', 'manifest-unreadable', '403, so it is not known'],
    ['broken.json', 'manifest-unreadable', 'status 500'],
    ['gone.json', 'manifest-unreadable', 'status 410'],
  ])('at a URL, %s is an error', async (name, reason, why) => {
    const read = readLast(`${base}/${name}`, 'the last one');
    await expect(read).rejects.toMatchObject({ reason });
    await expect(read).rejects.toThrow(why);
  });

  it('is an error where nobody answers, or there is a folder', async () => {
    const closed = http.createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const refused = readLast(`http://127.0.0.1:${port}/m.json`, 'm');
    await expect(refused).rejects.toMatchObject({ reason: 'manifest-unreadable' });
    await expect(refused).rejects.toThrow('ECONNREFUSED');
    await expect(readLast(folder, 'm')).rejects.toThrow(/^m cannot be read: EISDIR/);
  });
});
