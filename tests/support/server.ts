import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
};

export interface StaticServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** What a host sends of a file. */
interface Answer {
  readonly headers: http.OutgoingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Serves a folder on loopback as a static host does: `index.html` of folders, `a.html` at `a`, `404.html` otherwise.
 *
 * @param headers More of them, with every file.
 */
export function serveFolder(
  folder: string,
  headers: http.OutgoingHttpHeaders = {},
): Promise<StaticServer> {
  return serve(folder, (file) => ({
    headers: { ...headers, 'content-type': typeOf(file) ?? 'application/octet-stream' },
    body: fs.readFileSync(file),
  }));
}

/**
 * The same as good static hosts do it: texts compressed (gzip -9), assets cached for ever.
 *
 * @param change What becomes of the text of a page before it is sent; nothing by default.
 */
export function serveGzip(
  folder: string,
  change: (html: string) => string = (html) => html,
): Promise<StaticServer> {
  const answers = new Map<string, Answer>();
  const assets = path.join(folder, 'assets') + path.sep;
  return serve(folder, (file) => {
    const known = answers.get(file);
    if (known) return known;
    const type = typeOf(file);
    const content = file.endsWith('.html')
      ? Buffer.from(change(fs.readFileSync(file, 'utf8')))
      : fs.readFileSync(file);
    const answer = {
      headers: {
        'content-type': type ?? 'application/octet-stream',
        'cache-control': file.startsWith(assets) ? 'max-age=31536000, immutable' : 'no-cache',
        ...(type && { 'content-encoding': 'gzip' }),
      },
      body: type ? gzipSync(content, { level: 9 }) : content,
    };
    answers.set(file, answer);
    return answer;
  });
}

function typeOf(file: string): string | undefined {
  return TYPES[path.extname(file)];
}

async function serve(folder: string, answer: (file: string) => Answer): Promise<StaticServer> {
  const server = http.createServer((request, response) => {
    const pathname = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const wanted = path.join(folder, path.normalize(pathname));
    const isFile = (file: string): boolean => fs.existsSync(file) && fs.statSync(file).isFile();
    const missing = path.join(folder, '404.html');
    const file = [wanted, path.join(wanted, 'index.html'), `${wanted}.html`].find(isFile);
    const found = file ?? (isFile(missing) ? missing : undefined);
    const { headers = {}, body } = found === undefined ? {} : answer(found);
    response.writeHead(file ? 200 : 404, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
