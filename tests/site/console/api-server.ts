import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerLogin } from './login.ts';

/** A request as the server got it. */
export interface Received {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  /** One character for each byte. */
  readonly body: string;
}

export interface ApiServer {
  readonly origin: string;
  /** All requests but those that ask what is allowed, the oldest first. */
  readonly received: readonly Received[];
  /** How often a request was ended by the one who had sent it. */
  readonly aborted: () => number;
  close(): Promise<void>;
}

/** A picture of one pixel. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const BIG = 50_000_000;

/** As many bytes in a list, which is made when it is asked for. */
const bigList = (): string =>
  JSON.stringify(Array.from({ length: 500_000 }, (_item, id) => ({ id, name: 'x'.repeat(76) })));

/** Eight megabytes; the last item is another one. */
export const LARGE = JSON.stringify([
  ...Array.from({ length: 80_000 }, (_item, id) => ({ id, name: 'x'.repeat(76) })),
  { id: 80_000, name: 'The last one', size: 1.5 },
]);

type Respond = (response: http.ServerResponse, received: Received) => void;

/** Sends pieces one after the other, and says by its end that there are no more. */
const inPieces =
  (type: string, pieces: readonly string[]): Respond =>
  (response) => {
    response.writeHead(200, { 'content-type': type });
    const [first = '', ...rest] = pieces;
    response.write(first);
    // On a busy machine, what shows the first piece takes a moment to load.
    const timer = setInterval(() => {
      const piece = rest.shift();
      if (piece === undefined) {
        clearInterval(timer);
        response.end();
      } else response.write(piece);
    }, 1500);
  };

const withBody =
  (type: string, body: string | Buffer, status = 200): Respond =>
  (response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };

const ANSWERS: Readonly<Record<string, Respond>> = {
  error: withBody('application/problem+json', '{"title":"No such thing","status":404}', 404),
  denied: withBody('application/json', '{"detail":"No credentials."}', 403),
  refused: withBody('application/json', '{}'),
  picture: withBody('image/png', PICTURE),
  drawing: withBody(
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script><circle r="4"/></svg>',
  ),
  'big-drawing': withBody(
    'image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!--${'x'.repeat(400_000)}--></svg>`,
  ),
  xml: withBody(
    'image/x+xml',
    '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
  ),
  named: (response) => {
    response.setHeader('access-control-expose-headers', 'content-disposition');
    response.setHeader('content-disposition', 'attachment; filename="../../.bashrc"');
    response.writeHead(200, { 'content-type': 'text/plain' }).end('x');
  },
  big: withBody('application/json', JSON.stringify({ text: 'x'.repeat(BIG) })),
  large: withBody('application/json', LARGE),
  'big-list': (response, received) => withBody('application/json', bigList())(response, received),
  events: inPieces('text/event-stream', ['data: one\n\n', 'data: two\n\n', 'data: three\n\n']),
  lines: inPieces('application/jsonl', ['{"n":1}\n', '{"n":2}\n']),
  slow: (response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.write('a beginning');
  },
  broken: (response) => {
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '100' });
    response.write('a beginning');
    setTimeout(() => response.destroy(), 300);
  },
  dropped: (response) => {
    response.destroy();
  },
  page: withBody('text/html', '<!doctype html><script>alert(1)</script><p>Hi</p>'),
};

/**
 * An API for the console: `/v1/answers/<name>` answers as `ANSWERS` has it, `/v1/login/` is an authorization
 * server, all else gets back what it sent.
 */
export async function startApi(): Promise<ApiServer> {
  const received: Received[] = [];
  let aborted = 0;
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const name = pathname.replace('/v1/answers/', '');
    if (name !== 'refused') allow(request, response);
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    const got = await receive(request);
    received.push(got);
    response.on('close', () => {
      if (!response.writableFinished) aborted += 1;
    });
    if (pathname.startsWith('/v1/login/')) return answerLogin(got, response);
    const answer = Object.hasOwn(ANSWERS, name) ? ANSWERS[name] : undefined;
    (answer ?? withBody('application/json', JSON.stringify(got)))(response, got);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    aborted: () => aborted,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Lets pages of all sites ask (Fetch standard, "CORS protocol"). */
function allow(request: http.IncomingMessage, response: http.ServerResponse): void {
  const asked = request.headers['access-control-request-headers'];
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE, QUERY');
  if (asked) response.setHeader('access-control-allow-headers', asked);
}

async function receive(request: http.IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method = '', url = '', headers } = request;
  return { method, url, headers, body: Buffer.concat(chunks).toString('latin1') };
}
