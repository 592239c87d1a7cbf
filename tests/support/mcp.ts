import { Client } from '@modelcontextprotocol/client';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { parseJson } from '../../src/json/text.ts';
import { siteSource } from '../../src/mcp/built-site.ts';
import { siteServer } from '../../src/mcp/server.ts';
import type { ReadFile } from '../../src/mcp/site-files.ts';
import { buildPage } from '../../src/model/page/build-page.ts';
import type { Document } from '../../src/openapi/types.ts';
import { indexFiles } from '../../src/search/build.ts';
import { namesOf } from '../../src/search/index-api.ts';
import { shownParts } from '../../src/slices/parts.ts';
import { planPages } from '../../src/slices/plan.ts';
import type { SliceDocument } from '../../src/slices/slice.ts';
import { buildSlices } from '../../src/slices/slices.ts';
import { BASE, twinOf } from './twins.ts';

/** A client of the MCP server, in the same process. */
export async function mcpClient(read: ReadFile): Promise<Client> {
  const server = siteServer('1.2.3', siteSource(read, 'the folder'));
  const [one, other] = InMemoryTransport.createLinkedPair();
  const made = new Client({ name: 'test', version: '1' });
  await Promise.all([server.connect(one), made.connect(other)]);
  return made;
}

/** The text of a tool's result; errors begin with `Error: `. */
export async function callTool(by: Client, name: string, args: object = {}): Promise<string> {
  const { content, isError } = await by.callTool({ name, arguments: { ...args } });
  const [first] = content;
  if (first?.type !== 'text') throw new Error('A result is a text');
  return (isError ? 'Error: ' : '') + first.text;
}

/** A site with one API as the server reads it, without a build: a twin is made when it is read. */
export function mcpSite(document: Document): ReadFile {
  const shown = shownParts(document);
  const { plan } = planPages(shown, 'api', {});
  const slices = buildSlices(shown, plan);
  const files = new Map(slices.map(({ page, json }) => [`${BASE}/${page.id}.json`, json]));
  const folder = 'assets/search/api/';
  const names = namesOf(slices.map(({ json }) => json));
  for (const [name, text] of indexFiles(names)) files.set(folder + name, text);
  const introduction = slices.find(({ page }) => page.kind === 'info')?.page.id;
  const api = { id: 'api', label: 'API', base: BASE, bases: [BASE], folder, introduction };
  files.set('search.json', JSON.stringify({ apis: [{ ...api, examples: [] }] }));
  return async (file) => {
    const path = file.replace(/\.md$/, '');
    const slice = path === file ? undefined : files.get(`${path}.json`);
    if (slice === undefined) return files.get(file);
    return twinOf(buildPage(parseJson(slice) as SliceDocument, { base: BASE }), path);
  };
}
