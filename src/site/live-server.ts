import fs from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { watch } from 'chokidar';
import { LAYOUT } from '../generate/layout.ts';

/** A handler of the development server: answers with server-sent events. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Tells each page that is open what `npm start` writes about the documents: at once, and again whenever
 * that changes. It passes the file on as it is: whoever watches the documents need not be this process.
 */
export function liveEvents(siteDir: string): Handler {
  const file = path.join(siteDir, LAYOUT.live);
  const open = new Set<ServerResponse>();
  const send = (response: ServerResponse): void => {
    const state = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '';
    if (state !== '') response.write(`data: ${state}\n\n`);
  };
  watch(file, { ignoreInitial: true }).on('all', () => {
    for (const response of open) send(response);
  });
  return (_request, response) => {
    // Without no-transform the server's compression would keep events back.
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
    });
    response.flushHeaders();
    open.add(response);
    response.on('close', () => open.delete(response));
    send(response);
  };
}
