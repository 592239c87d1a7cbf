import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Hosts } from '../../../src/document/hosts.ts';
import { type LoadInput, loadDocument } from '../../../src/document/load.ts';
import {
  NETWORK_LIMITS,
  Network,
  type NetworkLimits,
  redirected,
} from '../../../src/document/network.ts';

const DOCUMENT = `
openapi: 3.1.0
info: { title: Remote, version: '1' }
paths:
  /a: { $ref: parts/a.yaml }
  /b: { $ref: parts/b.yaml }
`;
const withRef = (ref: string): string => DOCUMENT.replace('parts/b.yaml', `'${ref}'`);

/** Path to text; the servers answer alike, so that only rules keep them apart. */
const answers: Record<string, string | Buffer> = {
  '/openapi.yaml': DOCUMENT.replace('  /b: { $ref: parts/b.yaml }\n', ''),
  '/broken.yaml': DOCUMENT,
  '/local.yaml': withRef('file:///etc/passwd'),
  '/parts/a.yaml': 'get: { responses: {} }\n',
  '/drive.yaml': withRef('C:\\secret.yaml'),
  '/share.yaml': withRef('\\\\127.0.0.1:9\\share\\secret.yaml'),
  '/up.yaml': withRef('../../../../etc/passwd'),
  '/absolute.yaml': withRef('/etc/passwd'),
  '/no-url.yaml': withRef('//[/a'),
  '/large': 'x'.repeat(10_000),
  '/deep/document.yaml': withRef('../b.yaml'),
  '/deep/parts/a.yaml': 'get: { description: below, responses: {} }\n',
  '/b.yaml': 'get: { description: above, responses: {} }\n',
};

let server: Server;
let other: Server;
let base: string;
/** Another origin: only the port differs. */
let otherBase: string;
/** What came in, at either of them. */
let requests: { url: string; authorization: string | undefined }[] = [];
/** Requests that wait for an answer, and the most that ever did. */
let open = 0;
let mostOpen = 0;

function start(): Promise<Server> {
  const made = createServer((request: IncomingMessage, response) => {
    const { authorization, host } = request.headers;
    const url = request.url ?? '';
    requests.push({ url: `http://${host}${url}`, authorization });
    if (url === '/slow') return;
    if (url === '/stalled') return void response.write('openapi: ');
    if (url === '/circle') return void response.writeHead(302, { location: '/circle' }).end();
    if (url.startsWith('/later')) {
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      setTimeout(() => {
        open -= 1;
        response.end('text');
      }, 20);
      return;
    }
    if (url.startsWith('/gzip')) {
      const packed = gzipSync(url === '/gzip-bomb' ? 'x'.repeat(100_000) : 'packed');
      return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    }
    if (url.startsWith('/coded/')) {
      const coding = url.slice('/coded/'.length);
      return void response.writeHead(200, { 'content-encoding': coding }).end('coded');
    }
    if (url.startsWith('/login/') && authorization === undefined)
      return void response.writeHead(401).end();
    const path = url.replace(/^\/login/, '');
    const to = path.startsWith('/moved?') ? decodeURIComponent(path.slice('/moved?'.length)) : '';
    if (to) response.writeHead(302, { location: to }).end();
    else if (path in answers) response.end(answers[path]);
    else response.writeHead(404).end();
  });
  return new Promise((resolve) => made.listen(0, '127.0.0.1', () => resolve(made)));
}

const originOf = (of: Server): string => `http://127.0.0.1:${(of.address() as AddressInfo).port}`;

beforeAll(async () => {
  server = await start();
  other = await start();
  base = originOf(server);
  otherBase = originOf(other);
});

beforeEach(() => {
  requests = [];
});

afterAll(() => {
  for (const made of [server, other]) {
    made.closeAllConnections();
    made.close();
  }
});

const load = (document: string, options: Partial<LoadInput> = {}) =>
  loadDocument({ document, cwd: import.meta.dirname, ...options });

/** A document at `/case.yaml` of the first server. */
const loadText = (text: string, options: Partial<LoadInput> = {}) => {
  answers['/case.yaml'] = text;
  return load(`${base}/case.yaml`, options);
};

describe('a document at a URL', () => {
  test('is read with all it refers to; no local file is', async () => {
    const loaded = await load(`${base}/openapi.yaml`);
    expect(loaded.problems).toEqual([]);
    expect(loaded.document?.paths).toEqual({ '/a': { get: { responses: {} } } });
    expect(loaded.files.size).toBe(0);
    expect(loaded.isVolatile).toBe(true);
    const details = { rule: 'r', severity: 'hint', message: 'M.' } as const;
    expect(loaded.problemAt(details, ['paths', '/a', 'get'])).toMatchObject({
      file: `${base}/parts/a.yaml`,
      line: 1,
      column: 1,
    });
  });

  test.each([
    ['/nothing', 'document-not-found', 'status 404'],
    [
      '/broken.yaml',
      'unresolved-ref',
      'The $ref "parts/b.yaml" cannot be read: the server responded with status 404.',
    ],
    ['/local.yaml', 'refused-ref', 'only http and https URLs are read, not file:.'],
    ['/drive.yaml', 'refused-ref', 'only http and https URLs are read, not file:.'],
    ['/share.yaml', 'refused-ref', '"127.0.0.1:9" is not the server of the document.'],
    ['/no-url.yaml', 'refused-ref', 'it is not a valid URL.'],
    ['/up.yaml', 'unresolved-ref', 'the server responded with status 404.'],
    ['/absolute.yaml', 'unresolved-ref', 'the server responded with status 404.'],
    ['/moved?file:///etc/passwd', 'document-not-found', 'it redirects to file:, and only http'],
    ['/moved?data:application/json,{}', 'document-not-found', 'it redirects to data:, and only'],
    ['/moved?ftp://127.0.0.1/', 'document-not-found', 'it redirects to ftp:, and only'],
    ['/moved?http://%255b/', 'document-not-found', 'it redirects to an invalid URL'],
    [`/moved?${encodeURIComponent('/moved?/moved')}`, 'document-not-found', 'status 404'],
  ])('%s is a problem', async (path, rule, message) => {
    const { document, problems } = await load(`${base}${path}`);
    expect(document).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ rule, file: `${base}${path}`, severity: 'error' });
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.suggestion).toBeTruthy();
  });

  test('that nobody serves is a problem', async () => {
    const { problems } = await load('http://127.0.0.1:9/openapi.yaml');
    expect(problems[0]?.message).toContain('the server cannot be reached (ECONNREFUSED)');
  });

  test('may be compressed', async () => {
    const { text } = await read('/gzip');
    expect(text).toBe('packed');
  });

  // Every object of JavaScript has a member of the second name.
  test.each(['zstd', 'constructor'])(
    'is refused where its encoding is unknown: %s',
    async (name) => {
      await expect(read(`/coded/${name}`)).rejects.toThrow(`it is encoded as ${name}`);
    },
  );
});

describe('after a redirect', () => {
  const description = (pathItem: unknown) => (pathItem as { get: object }).get;

  test('relative references begin at the final address', async () => {
    const { document, problems, problemAt } = await load(`${base}/moved?/deep/document.yaml`);
    expect(problems).toEqual([]);
    expect(description(document?.paths?.['/a'])).toMatchObject({ description: 'below' });
    expect(description(document?.paths?.['/b'])).toMatchObject({ description: 'above' });
    const details = { rule: 'r', severity: 'hint', message: 'M.' } as const;
    expect(problemAt(details, ['info'])).toMatchObject({ file: `${base}/deep/document.yaml` });
  });

  test('a file is the same by whatever address, and its references begin at the final one', async () => {
    answers['/here/item.yaml'] = 'properties: { next: { $ref: next.yaml } }';
    answers['/here/next.yaml'] = 'type: string';
    const { document, problems } = await loadText(`
openapi: 3.1.0
info: { title: T, version: '1' }
components:
  schemas:
    A: { properties: { one: { $ref: '/moved?/here/item.yaml' }, two: { $ref: /here/item.yaml } } }
    B: { properties: { one: { $ref: '/moved?%2Fhere/item.yaml' } } }
`);
    expect(problems).toEqual([]);
    expect(Object.keys(document?.components?.schemas ?? {}).sort()).toEqual([
      'A',
      'B',
      'item',
      'next',
    ]);
  });

  test('a mistake has its place in the file that was read', async () => {
    answers['/here/mistake.yaml'] = 'get: { responses: { 200: { $ref: no-such.yaml } } }';
    const { problems } = await loadText(withRef('/moved?/here/mistake.yaml'));
    expect(problems).toMatchObject([
      { rule: 'unresolved-ref', file: `${base}/here/mistake.yaml`, line: 1 },
    ]);
  });

  test.each([
    ['https://a.test/x', 'https://a.test/y', undefined],
    ['https://a.test/x', 'https://b.test/', undefined],
    ['http://a.test/x', 'https://a.test/', undefined],
    ['https://a.test/x', 'http://a.test/', 'from https to http'],
    ['https://a.test/x', '//b.test/', undefined],
    ['https://a.test/x', 'FILE:/etc/passwd', 'redirects to file:'],
    ['https://a.test/x', 'javascript:alert(1)', 'redirects to javascript:'],
  ])('from %s to %s', (from, to, message) => {
    const follow = () => redirected(new URL(from), to);
    if (message === undefined) expect(follow().href).toBe(new URL(to, from).href);
    else expect(follow).toThrow(message);
  });

  test('a user name in the target is nobody’s', () => {
    expect(redirected(new URL('https://a.test/'), 'https://me:pw@b.test/#x').href).toBe(
      'https://b.test/',
    );
  });
});

describe('servers', () => {
  const refused = (problems: readonly { rule: string; message: string }[]) =>
    problems.filter(({ rule }) => rule === 'refused-ref').map(({ message }) => message);

  test('a document reads its own origin alone; another port is another one', async () => {
    const { problems } = await loadText(withRef(`${otherBase}/b.yaml`));
    expect(refused(problems)).toEqual([
      `The $ref "${otherBase}/b.yaml" is refused: "${new URL(otherBase).host}" is not the server of the document.`,
    ]);
    expect(problems[0]?.suggestion).toContain(`--ref-host ${new URL(otherBase).host}`);
    expect(requests.filter(({ url }) => url.startsWith(otherBase))).toEqual([]);
  });

  test('refHosts allows further ones', async () => {
    const refHosts = [new URL(otherBase).host];
    const { problems } = await loadText(withRef(`${otherBase}/b.yaml`), { refHosts });
    expect(problems).toEqual([]);
  });

  test('a redirect leads to no other one', async () => {
    const ref = `/moved?${encodeURIComponent(`${otherBase}/b.yaml`)}`;
    const { problems } = await loadText(withRef(ref));
    // By its name, and not for its address only.
    expect(refused(problems)).toEqual([expect.stringContaining('is not the server of')]);
    expect(requests.filter(({ url }) => url.startsWith(otherBase))).toEqual([]);
    const refHosts = [new URL(otherBase).host];
    expect((await loadText(withRef(ref), { refHosts })).problems).toEqual([]);
  });

  test('a local document reads none that was not allowed', async () => {
    const local = (options: Partial<LoadInput>) =>
      load('fixtures/remote-ref/openapi.yaml', { refHosts: ['nothing.test'], ...options });
    const { problems, isVolatile } = await local({});
    expect(problems).toMatchObject([
      {
        rule: 'refused-ref',
        message:
          'The $ref "http://parts.test:8080/a.yaml" is refused: a local document may not read from "parts.test:8080" unless you allow it.',
        file: 'fixtures/remote-ref/openapi.yaml',
        line: 4,
        column: 15,
      },
    ]);
    expect(problems[0]?.suggestion).toContain("refHosts: ['parts.test:8080']");
    // The same file and the same options: the same answer.
    expect(isVolatile).toBe(false);
  });

  test('examples and mappings read none either', async () => {
    const { problems } = await loadText(`
openapi: 3.1.0
info: { title: T, version: '1', x-logo: { $ref: '${otherBase}/b.yaml' } }
components:
  examples: { E: { externalValue: '${otherBase}/b.yaml' } }
  schemas:
    A: { discriminator: { propertyName: p, mapping: { a: '${otherBase}/b.yaml' } } }
`);
    expect(problems).toEqual([]);
    expect(requests.filter(({ url }) => url.startsWith(otherBase))).toEqual([]);
  });
});

describe('addresses', () => {
  const lookup = (addresses: readonly string[]) => async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

  test.each([
    'localhost',
    '0.0.0.0',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '169.254.169.254',
    '10.0.0.1',
  ])('a document is not redirected to %s', async (host) => {
    const to = encodeURIComponent(`http://${host}:${new URL(otherBase).port}/openapi.yaml`);
    const { problems } = await load(`${base}/moved?${to}`);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/not a public address\.$/);
    expect(requests.map(({ url }) => new URL(url).origin)).toEqual([base]);
  });

  test.each([
    [['127.0.0.1']],
    [['93.184.216.34', '127.0.0.1']],
    [['2606:2800:220:1::1', 'fd00::1']],
  ])('a name that resolves to %j is not followed', async (addresses) => {
    const to = encodeURIComponent(`http://rebind.invalid:${new URL(otherBase).port}/b.yaml`);
    const network = new Network({ lookup: lookup(addresses) });
    const { problems } = await load(`${base}/moved?${to}`, { network });
    expect(problems[0]?.message).toContain('"rebind.invalid" has the address');
    expect(requests.map(({ url }) => new URL(url).origin)).toEqual([base]);
  });

  test('the one that was judged is connected to; the name is resolved once for each request', async () => {
    const asked: string[] = [];
    const network = new Network({
      lookup: async (host) => {
        asked.push(host);
        // Whoever asked again, as the connection does without further ado, would get there.
        const address = asked.length === 1 ? '127.0.0.1' : '127.0.0.2';
        return [{ address, family: 4 }];
      },
    });
    const { port } = new URL(base);
    const { problems } = await load(`http://named.invalid:${port}/b.yaml`, { network });
    expect(problems[0]?.rule).toBe('not-openapi');
    expect(asked).toEqual(['named.invalid']);
    expect(requests).toHaveLength(1);
  });

  test('a server that was named may have any; what it redirects to may not', async () => {
    const network = new Network({ lookup: lookup(['127.0.0.1']) });
    const inner = `http://inner.invalid:${new URL(base).port}`;
    const loaded = await load(`${inner}/openapi.yaml`, { network });
    expect(loaded.problems).toEqual([]);
    const to = encodeURIComponent(`http://else.invalid:${new URL(base).port}/openapi.yaml`);
    const { problems } = await load(`${inner}/moved?${to}`, { network });
    expect(problems[0]?.message).toContain('"else.invalid" has the address 127.0.0.1');
  });

  test('a name that has none is a server that cannot be reached', async () => {
    const network = new Network({ lookup: lookup([]) });
    const { problems } = await load('http://nowhere.invalid/a.yaml', { network });
    expect(problems[0]?.message).toContain('the server cannot be reached (ENOTFOUND)');
  });
});

describe('a password in an address', () => {
  const PASSWORD = 'pass-word-of-mine';
  const withPassword = (url: string) => url.replace('//', `//me:${PASSWORD}@`);
  const expected = `Basic ${btoa(`me:${PASSWORD}`)}`;

  test('is sent to that origin with each request, and to no other', async () => {
    answers['/private.yaml'] = withRef(`${otherBase}/b.yaml`);
    const { problems } = await load(withPassword(`${base}/login/private.yaml`), {
      refHosts: [new URL(otherBase).host],
    });
    expect(problems).toEqual([]);
    expect(requests).toEqual([
      { url: `${base}/login/private.yaml`, authorization: expected },
      { url: `${base}/login/parts/a.yaml`, authorization: expected },
      { url: `${otherBase}/b.yaml`, authorization: undefined },
    ]);
  });

  test('does not follow a redirect to another origin', async () => {
    const to = encodeURIComponent(`${otherBase}/openapi.yaml`);
    const refHosts = [new URL(otherBase).host];
    const { problems } = await load(withPassword(`${base}/moved?${to}`), { refHosts });
    expect(problems).toEqual([]);
    expect(requests.map(({ authorization }) => authorization)).toEqual([
      expected,
      undefined,
      undefined,
    ]);
  });

  test('of an overlay is sent to its origin', async () => {
    answers['/overlay.yaml'] = `overlay: 1.0.0
info: { title: O, version: '1' }
actions: [{ target: $.info, update: { summary: Laid over } }]`;
    const overlays = [withPassword(`${otherBase}/login/overlay.yaml`)];
    const { document, problems } = await load(`${base}/openapi.yaml`, { overlays });
    expect(problems).toEqual([]);
    expect(document?.info.summary).toBe('Laid over');
  });

  test.each([
    ['a document that is not there', '/nothing.yaml', []],
    ['a document with mistakes', '/broken.yaml', []],
    ['a document that is none', '/b.yaml', []],
    ['an overlay that is not there', '/openapi.yaml', ['/nothing.yaml']],
    ['an overlay that is none', '/openapi.yaml', ['/b.yaml']],
  ])('is in no problem of %s', async (_, path, overlays) => {
    const { problems } = await load(withPassword(`${base}${path}`), {
      overlays: overlays.map((overlay) => withPassword(`${base}${overlay}`)),
    });
    expect(problems).not.toEqual([]);
    expect(JSON.stringify(problems)).not.toContain(PASSWORD);
    expect(JSON.stringify(problems)).toContain(new URL(base).host);
  });

  test('is in no problem of what is no URL', async () => {
    const wrong = withPassword('http://[bad/openapi.yaml');
    for (const input of [
      { document: wrong },
      { document: `${base}/openapi.yaml`, overlays: [wrong] },
    ]) {
      const { problems } = await load(input.document, input);
      expect(problems).toHaveLength(1);
      expect(problems[0]?.message).toContain('it is not a valid URL');
      expect(JSON.stringify(problems)).not.toContain(PASSWORD);
    }
  });

  test('in a document is in no problem and no code frame', async () => {
    const { problems } = await loadText(withRef(withPassword(`${otherBase}/b.yaml`)));
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain(PASSWORD);
    expect(problems[0]?.frame).toContain('//********************@127.0.0.1');
  });
});

const rule = () => new Hosts(base, []).forNamed(base);
const limited = (limits: {
  readonly request?: Partial<NetworkLimits['request']>;
  readonly run?: Partial<NetworkLimits['run']>;
  readonly concurrent?: number;
}) =>
  new Network({
    limits: {
      ...NETWORK_LIMITS,
      ...limits,
      request: { ...NETWORK_LIMITS.request, ...limits.request },
      run: { ...NETWORK_LIMITS.run, ...limits.run },
    },
  });
const read = (path: string, network = new Network()) => network.read(`${base}${path}`, rule());

describe('limits of a request', () => {
  test.each([
    ['/slow', 'no answer within 0.05 seconds'],
    ['/stalled', 'no answer within 0.05 seconds'],
  ])('of time: %s', async (path, message) => {
    await expect(read(path, limited({ request: { milliseconds: 50 } }))).rejects.toThrow(message);
  });

  test('of redirects', async () => {
    await expect(read('/circle')).rejects.toThrow('it redirects more than 10 times');
    expect(requests).toHaveLength(11);
  });

  test.each(['/large', '/gzip-bomb'])('of size, decompressed: %s', async (path) => {
    await expect(read(path, limited({ request: { bytes: 9_999 } }))).rejects.toThrow(
      'it is larger than 9999 bytes',
    );
  });

  test('are 30 seconds and 64 MB', () => {
    expect(NETWORK_LIMITS.request).toEqual({ milliseconds: 30_000, bytes: 67_108_864 });
  });
});

describe('limits of a run', () => {
  test('of requests, over several documents', async () => {
    const network = limited({ run: { requests: 3 } });
    expect((await load(`${base}/openapi.yaml`, { network })).problems).toEqual([]);
    const { document, problems } = await load(`${base}/openapi.yaml`, { network });
    expect(document).toBeUndefined();
    expect(problems).toMatchObject([
      {
        rule: 'read-limit',
        severity: 'error',
        message:
          'The $ref "parts/a.yaml" cannot be read: the limit of one run, 3 requests from the network, has been reached.',
        file: `${base}/openapi.yaml`,
        line: 5,
        column: 15,
      },
    ]);
    expect(requests).toHaveLength(3);
  });

  test('are reported once in a document, and end it where they are met in an example, too', async () => {
    const examples = Array.from(
      { length: 20 },
      (_, at) => `    e${at}: { externalValue: '/b?${at}' }`,
    );
    const text = `openapi: 3.1.0\ninfo: { title: T, version: '1' }\ncomponents:\n  examples:\n${examples.join('\n')}`;
    const { document, problems } = await loadText(text, {
      network: limited({ run: { requests: 5 } }),
    });
    expect(document).toBeUndefined();
    expect(problems.filter(({ rule }) => rule === 'read-limit')).toHaveLength(1);
  });

  test('of bytes', async () => {
    const network = limited({ run: { bytes: 25_000 } });
    await read('/large', network);
    await read('/large', network);
    await expect(read('/large', network)).rejects.toThrow('25,000 bytes');
    await expect(read('/b.yaml', network)).rejects.toThrow('25,000 bytes');
    expect(requests).toHaveLength(3);
  });

  test('of time, in which a request is open', async () => {
    const network = limited({ run: { milliseconds: 60 } });
    await expect(read('/slow', network)).rejects.toThrow('0.06 seconds');
    await expect(read('/b.yaml', network)).rejects.toThrow('0.06 seconds');
  });

  test('of requests at the same time', async () => {
    mostOpen = 0;
    const network = limited({ concurrent: 3 });
    await Promise.all(Array.from({ length: 12 }, (_, at) => read(`/later${at}`, network)));
    expect(mostOpen).toBe(3);
    // One that an earlier test gave up may still arrive.
    expect(requests.filter(({ url }) => url.includes('/later'))).toHaveLength(12);
  });

  test('are 300 seconds, 256 MB, 5,000 requests and 8 at a time', () => {
    expect(NETWORK_LIMITS.run).toEqual({
      milliseconds: 300_000,
      bytes: 268_435_456,
      requests: 5_000,
    });
    expect(NETWORK_LIMITS.concurrent).toBe(8);
  });
});

describe('offline', () => {
  const network = new Network({ offline: true });

  test('nothing is read, and the problem names what would have been', async () => {
    const { problems } = await load(`${base}/openapi.yaml`, { network });
    expect(problems[0]?.message).toBe(
      `The document "${base}/openapi.yaml" cannot be read: it would be read from "${new URL(base).host}", and --offline forbids that.`,
    );
    const local = await load('fixtures/remote-ref/openapi.yaml', {
      network,
      refHosts: ['parts.test:8080'],
    });
    expect(local.problems[0]).toMatchObject({ rule: 'refused-ref', line: 4 });
    expect(local.problems[0]?.message).toContain('"parts.test:8080", and --offline forbids that');
    // Another run may be online.
    expect(local.isVolatile).toBe(true);
    expect(requests).toEqual([]);
  });
});

test('hosts are counted, without the document itself', async () => {
  const network = new Network();
  await load(`${base}/openapi.yaml`, { network });
  expect([...network.hosts]).toEqual([[new URL(base).host, 1]]);
});
