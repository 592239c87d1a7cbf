import fs from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { watch } from 'chokidar';
import { LIVE_EVENTS } from '../client/protocol.ts';
import { LAYOUT } from '../generate/layout.ts';
import { LOGIN_PAGE } from './post-build.ts';

/** A handler of the development server that sends server-sent events. */
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Additions to Docusaurus' development server: the slices, which it would otherwise watch, reloading the page for
 * each change; the page for logins; and the events that pages listen to.
 */
export function developmentServer(siteDir: string, baseUrl: string) {
  return {
    static: [LAYOUT.static, LOGIN_PAGE].map((folder) => ({
      directory: path.resolve(siteDir, folder),
      publicPath: baseUrl,
      watch: false,
    })),
    onListening: ({ app }: { app: { get(path: string, handler: Handler): void } }) => {
      app.get(baseUrl + LIVE_EVENTS, liveEvents(siteDir));
    },
  };
}

/**
 * Sends every open page what `npm start` writes about the documents: at once, and again after each change. It
 * passes the file on as it is: the documents may be watched by another process.
 */
function liveEvents(siteDir: string): Handler {
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
    // Without no-transform, the server's compression would delay events.
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
