import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { StaticServer } from '../support/server.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** Serves a built site on loopback as good static hosts do: compressed, assets cached for ever. */
export async function serveGzip(folder: string): Promise<StaticServer> {
  const cache = new Map<string, Buffer>();
  const read = (file: string): Buffer => {
    const known = cache.get(file);
    if (known) return known;
    const content = fs.readFileSync(file);
    const type = TYPES[path.extname(file)];
    const body = type ? gzipSync(content, { level: 9 }) : content;
    cache.set(file, body);
    return body;
  };
  const server = http.createServer((request, response) => {
    const pathname = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const wanted = path.join(folder, path.normalize(pathname));
    const file = [wanted, path.join(wanted, 'index.html')].find(
      (candidate) => fs.existsSync(candidate) && fs.statSync(candidate).isFile(),
    );
    const found = file ?? path.join(folder, '404.html');
    const type = TYPES[path.extname(found)];
    response.writeHead(file ? 200 : 404, {
      'content-type': type ?? 'application/octet-stream',
      'cache-control': pathname.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
      ...(type && { 'content-encoding': 'gzip' }),
    });
    response.end(fs.existsSync(found) ? read(found) : undefined);
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
