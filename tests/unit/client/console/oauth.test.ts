import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  authorizationCode,
  clientCredentials,
  discover,
  type Endpoints,
  LoginError,
  password,
} from '../../../../src/client/console/oauth.ts';

const REDIRECT = 'https://docs.example/oauth2-redirect.html';
const WELL_KNOWN = '/.well-known/openid-configuration';
const REQUEST = { clientId: 'me', clientSecret: 's3cret', scopes: ['read'] };

let origin: string;
/** What the server answers with at a path; everything else is a token. */
let answers: Record<string, object | string>;
/** The bodies of the requests for a token. */
let asked: string[];
const server = http.createServer((request, response) => {
  const answer = answers[request.url ?? ''];
  if (typeof answer === 'string') return response.writeHead(302, { location: answer }).end();
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    if (!answer) asked.push(body);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer ?? { access_token: 'T0', token_type: 'bearer' }));
  });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  [answers, asked] = [{}, []];
});

const metadata = (more: object = {}) => ({
  issuer: origin,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  ...more,
});

describe('discovery', () => {
  it('gives the endpoints and the issuer', async () => {
    answers[WELL_KNOWN] = metadata({ authorization_response_iss_parameter_supported: true });
    expect(await discover(origin + WELL_KNOWN)).toEqual({
      authorization: `${origin}/authorize`,
      token: `${origin}/token`,
      issuer: origin,
      namesIssuer: true,
    });
  });

  const BAD = [
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@b.example',
    'blob:https://a.example/0',
    'http://a.example/authorize',
    'https://good.example@evil.example',
    '/authorize',
    7,
    null,
  ];
  it.each(
    BAD.flatMap((url) => [
      ['authorization_endpoint', url],
      ['token_endpoint', url],
    ]),
  )('refuses the %s %j', async (name, url) => {
    answers[WELL_KNOWN] = metadata({ [String(name)]: url });
    await expect(discover(origin + WELL_KNOWN)).rejects.toMatchObject({ reason: 'address' });
  });

  it.each(['javascript:alert(1)', 'data:application/json,{}', 'blob:x', 'relative'])(
    'does not ask %s',
    async (url) => {
      await expect(discover(url)).rejects.toMatchObject({ reason: 'address' });
    },
  );

  it.each([
    [WELL_KNOWN, '', true],
    [WELL_KNOWN, '/', true],
    [`/realm${WELL_KNOWN}`, '/realm', true],
    [`/realm${WELL_KNOWN}`, '/realm/', true],
    ['/.well-known/oauth-authorization-server/realm', '/realm', true],
    [`${WELL_KNOWN}/realm`, '/realm', true],
    [`/realm${WELL_KNOWN}`, '', false],
    [`/realm${WELL_KNOWN}`, '/other', false],
    [WELL_KNOWN, '/?x', false],
    [WELL_KNOWN, '.evil.example', false],
    // No well-known address: whose it is, nobody knows.
    ['/config', '', false],
  ])('of %s accepts the issuer %j: %j', async (path, issuer, isFine) => {
    answers[path] = metadata({ issuer: origin + issuer });
    const found = discover(origin + path);
    if (isFine) expect((await found).issuer).toBe(origin + issuer);
    else await expect(found).rejects.toMatchObject({ reason: 'issuer' });
  });

  it.each([undefined, 7, 'https://elsewhere.example'])('refuses the issuer %j', async (issuer) => {
    answers[WELL_KNOWN] = metadata({ issuer });
    await expect(discover(origin + WELL_KNOWN)).rejects.toMatchObject({ reason: 'issuer' });
  });
});

describe('requests for a token', () => {
  it.each([
    [{ token: 'javascript:alert(1)' }],
    [{ token: 'data:application/json,{}' }],
    [{ token: 'https://a@b.example' }],
    [{}],
    // What discovery told is encrypted.
    [{ token: 'http://a.example/token', issuer: 'http://a.example' }],
  ])('are not sent to %j', async (endpoints) => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    await expect(clientCredentials(endpoints, REQUEST)).rejects.toBeInstanceOf(LoginError);
    await expect(
      password(endpoints, { ...REQUEST, username: 'a', password: 'b' }),
    ).rejects.toBeInstanceOf(LoginError);
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });
});

describe('authorization code', () => {
  const popup = { closed: false, location: { href: '' }, opener: {}, close: vi.fn() };
  let channel: BroadcastChannel;
  beforeEach(() => {
    Object.assign(popup, { closed: false, location: { href: '' }, opener: {} });
    vi.stubGlobal('window', { open: () => popup });
    vi.stubGlobal('document', { hasFocus: () => true });
    channel = new BroadcastChannel('ref-oauth');
  });
  afterEach(() => {
    channel.close();
    vi.unstubAllGlobals();
  });

  /** Begins a login, and waits until the window has been moved. */
  async function begin(endpoints: Endpoints) {
    const login = authorizationCode(endpoints, REQUEST, REDIRECT);
    // Whoever waits for it looks at it later.
    login.catch(() => {});
    await vi.waitFor(() => expect(popup.location.href).not.toBe(''));
    const address = new URL(popup.location.href);
    return { login, address, state: address.searchParams.get('state') ?? '' };
  }
  const answer = (parameters: Record<string, string>): void =>
    channel.postMessage(`?${new URLSearchParams(parameters)}`);
  const fromDocument = (): Endpoints => ({
    authorization: `${origin}/authorize`,
    token: `${origin}/token`,
  });

  it('asks with PKCE and a state, and sends the verifier', async () => {
    const { login, address, state } = await begin(fromDocument());
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: REDIRECT,
      scope: 'read',
    });
    expect(popup.opener).toBeNull();
    answer({ state, code: 'C' });
    expect(await login).toEqual({ token: 'T0' });
    const sent = new URLSearchParams(asked[0]);
    expect([sent.get('code'), sent.get('code_verifier')?.length]).toEqual(['C', 43]);
  });

  it('goes on waiting when answers come that are not its own', async () => {
    const { login, state } = await begin(fromDocument());
    const strangers: Record<string, string>[] = [
      {},
      { code: 'X' },
      { state: 'other', code: 'X' },
      { error: 'access_denied' },
    ];
    for (const stranger of strangers) answer(stranger);
    channel.postMessage({ state, code: 'X' });
    channel.postMessage(null);
    answer({ state, code: 'C' });
    await login;
    expect(asked.map((body) => new URLSearchParams(body).get('code'))).toEqual(['C']);
  });

  it('is refused by an answer with its own state alone', async () => {
    const { login, state } = await begin(fromDocument());
    answer({ state, error: 'access_denied' });
    await expect(login).rejects.toMatchObject({ error: 'access_denied' });
    expect(asked).toEqual([]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.example', 'blob:x', undefined])(
    'does not move the window to %j',
    async (authorization) => {
      const endpoints = { token: `${origin}/token`, ...(authorization && { authorization }) };
      const login = authorizationCode(Promise.resolve(endpoints), REQUEST, REDIRECT);
      await expect(login).rejects.toMatchObject({ reason: 'address' });
      expect([popup.location.href, popup.close.mock.calls.length > 0]).toEqual(['', true]);
    },
  );

  it.each([
    // What discovery told is the measure (RFC 9207 section 2.4).
    [{ issuer: 'https://as.example' }, 'https://as.example', true],
    [{ issuer: 'https://as.example' }, 'https://evil.example', false],
    [{ issuer: 'https://as.example' }, undefined, true],
    [{ issuer: 'https://as.example', namesIssuer: true }, undefined, false],
    [{ issuer: 'https://as.example', namesIssuer: true }, 'https://as.example', true],
    // Of a document the site is known that the reader is sent to.
    [{}, undefined, true],
    [{}, 'OWN', true],
    [{}, 'https://evil.example', false],
    [{}, 'javascript:alert(1)', false],
  ])('%j, answered by the issuer %j: %j', async (known, iss, isFine) => {
    const { login, state } = await begin({ ...fromDocument(), ...known });
    answer({ state, code: 'C', ...(iss && { iss: iss.replace('OWN', origin) }) });
    if (isFine) expect(await login).toEqual({ token: 'T0' });
    else await expect(login).rejects.toThrow(/iss/);
    expect(asked.length).toBe(isFine ? 1 : 0);
  });
});
