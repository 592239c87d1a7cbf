import fs from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import { watch } from 'chokidar';
import { pathOf } from '../address/address.ts';
import { LIVE_EVENTS } from '../client/protocol.ts';
import { LAYOUT } from '../generate/layout.ts';
import { LOGIN_PAGE } from './login-page.ts';
import { type Published, publishedFiles } from './published.ts';

/** A handler of the development server. */
type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Additions to Docusaurus' development server: the slices; the page's script and the page for logins; and the events that pages listen to.
 *
 * @param published Returns what Docusaurus has loaded.
 */
export function developmentServer(
  { siteDir, baseUrl, i18n }: Pick<LoadContext, 'siteDir' | 'baseUrl' | 'i18n'>,
  published: () => Published,
) {
  // Pages in any language ask for the slices of the default one.
  const bases = [baseUrl, ...Object.values(i18n.localeConfigs).map((config) => config.baseUrl)];
  return {
    static: [path.join(siteDir, LAYOUT.script), LOGIN_PAGE].map((directory) => ({
      directory,
      publicPath: baseUrl,
      watch: false,
    })),
    onListening: ({ app }: { app: { get(path: string | RegExp, handler: Handler): void } }) => {
      app.get(baseUrl + LIVE_EVENTS, liveEvents(siteDir));
      app.get(/\.json$/, slices(siteDir, bases, published));
    },
  };
}

/** Serves the slices at the addresses that they have in a build, from where they were generated. */
export function slices(
  siteDir: string,
  bases: readonly string[],
  published: () => Published,
): Handler {
  return ({ url = '' }, response, next) => {
    const paths = bases.map((baseUrl) => pathOf(url, { baseUrl }));
    const slice = published()
      .apis.flatMap((api) => [...publishedFiles(api)])
      .find(([at]) => paths.includes(at))?.[1];
    if (slice === undefined || !fs.existsSync(path.join(siteDir, slice))) return next();
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-cache' });
    fs.createReadStream(path.join(siteDir, slice)).pipe(response);
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
