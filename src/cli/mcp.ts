import http from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import {
  localhostHostValidation,
  localhostOriginValidation,
  toNodeHandler,
} from '@modelcontextprotocol/node';
import { createMcpHandler, type McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { siteSource } from '../mcp/built-site.ts';
import { siteServer } from '../mcp/server.ts';
import { isUrl, siteFiles, UnreadableSite } from '../mcp/site-files.ts';
import { ownFile } from '../own-files.ts';
import { callersFolder } from './apis.ts';
import { EXIT } from './exit.ts';

export interface McpOptions {
  /** Port of a server for streamable HTTP; without one, it speaks over stdin and stdout. */
  readonly port?: number;
}

/**
 * `mcp`: an MCP server for a built site, until its client leaves or it is interrupted. Nothing but messages goes to
 * stdout.
 *
 * @param site Folder, relative to the caller's, or URL.
 */
export async function runMcp(site: string, { port }: McpOptions): Promise<number> {
  const place = isUrl(site) ? site : path.resolve(callersFolder(), site);
  const siteOf = siteSource(siteFiles(place), site);
  try {
    const { apis } = await siteOf();
    console.error(`Serving ${apis.map(({ label }) => label).join(', ')} from ${site}`);
  } catch (error) {
    if (!(error instanceof UnreadableSite)) throw error;
    console.error(error.message);
    return EXIT.usage;
  }
  const { version } = createRequire(ownFile('index.ts'))('../package.json') as { version: string };
  const make = () => siteServer(version, siteOf);
  await (port === undefined ? overStdio(make) : overHttp(make, port));
  return EXIT.ok;
}

/** Until stdin ends. */
function overStdio(make: () => McpServer): Promise<void> {
  return new Promise((resolve) => {
    const { stdin } = process;
    const { close } = serveStdio(make, { onerror: ({ message }) => console.error(message) });
    stdin.once('end', () => void close().then(resolve));
  });
}

/** For programs on this machine, and for pages that it serves itself. */
function overHttp(make: () => McpServer, port: number): Promise<void> {
  const handle = toNodeHandler(createMcpHandler(make));
  const isHostAllowed = localhostHostValidation();
  const isOriginAllowed = localhostOriginValidation();
  const server = http.createServer((request, response) => {
    if (isHostAllowed(request, response) && isOriginAllowed(request, response))
      void handle(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('close', resolve);
    server.listen(port, '127.0.0.1', () => {
      const { port: actual } = server.address() as AddressInfo;
      console.error(`Listening on http://127.0.0.1:${actual}/`);
    });
  });
}
