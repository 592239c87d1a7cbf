import type { CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { jsonText } from '../json/text.ts';
import type { IndexedApi } from '../search/entry.ts';
import type { PageLink } from '../slices/slice.ts';
import type { BuiltSite, Found, Page } from './built-site.ts';
import { UnreadableSite } from './site-files.ts';
import {
  foundLine,
  limited,
  operationLine,
  part,
  placeLine,
  releaseLine,
  schemaLine,
  usageLine,
} from './texts.ts';

/** Characters of a page in one result: about 10,000 tokens. */
const PAGE_SIZE = 40_000;
/** Lines of a list in one result. */
const LIST_SIZE = 200;

const API = z.string().optional().describe('Id of an API of the site; needed if it has several.');
const NAME =
  'An operationId, `METHOD /path`, the name of a schema, a title, or the page as other tools name it (path or URL).';

/** Tools only read, and what they read is the site alone. */
const READ_ONLY = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const;

/** Registers the tools of a site. Their results are Markdown, as short as what they say allows. */
export function registerTools(server: McpServer, siteOf: () => Promise<BuiltSite>): void {
  server.registerTool(
    'search',
    {
      title: 'Search the API reference',
      description:
        'Finds operations, schemas, parameters, properties, enum values, scopes and guides by name or by what they are for. Plain questions work ("create a user"), and filters: `method:post`, `tag:core`, `operation:`, `schema:`, `field:`.',
      inputSchema: z.object({
        query: z.string().min(1).max(500),
        api: z
          .string()
          .optional()
          .describe('Id of the only API to search; by default all of them.'),
        limit: z.number().int().min(1).max(50).default(10),
      }),
      annotations: READ_ONLY,
    },
    answering(async ({ query, api, limit }) => {
      const site = await siteOf();
      const { found, left } = await foundWithout(site, query, api);
      const rest = 'Ask for a higher limit, or more precisely.';
      const lines = limited(found.map(foundLine), limit, rest);
      if (left !== undefined)
        return `Nothing has all of these words. Results for "${left}":\n${lines}`;
      if (found.length > 0) return lines;
      const near = await site.near(query);
      return ['Nothing found.', near.length > 0 && `Spelled like it: ${near.join(', ')}.`]
        .filter(Boolean)
        .join(' ');
    }),
  );

  server.registerTool(
    'list_operations',
    {
      title: 'List operations',
      description:
        'Lists the tags of an API with the number of their operations, or all operations with a tag: title, method, path, page.',
      inputSchema: z.object({
        api: API,
        tag: z.string().optional().describe('Name of a tag, as in the list of tags.'),
        offset: z.number().int().min(0).default(0),
      }),
      annotations: READ_ONLY,
    },
    answering(async ({ api: name, tag, offset }) => {
      const site = await siteOf();
      if (name === undefined && site.apis.length > 1) return apisText(site);
      const api = site.api(name);
      const { tagPages, operationCounts = {}, operations = [] } = await site.introduction(api);
      const tags = Object.keys(tagPages);
      if (tag === undefined && tags.length > 0)
        return [
          `${operations.length} operations of ${api.label}. Ask again with one of these tags:`,
          ...tags.map((one) => `- ${one}: ${operationCounts[one] ?? 0} operations`),
        ].join('\n');
      const listed = tag === undefined ? operations : await operationsOf(site, api, tagPages, tag);
      const rest = `Ask again with offset ${offset + LIST_SIZE}.`;
      const lines = listed.slice(offset).map((link) => operationLine(api.base, link));
      return limited(lines, LIST_SIZE, rest) || 'There are no operations.';
    }),
  );

  server.registerTool(
    'read',
    {
      title: 'Read a page',
      description:
        'The whole page of an operation, webhook, schema, tag, guide, or introduction: parameters, bodies, responses, authentication, an example. As Markdown, or as the part of the OpenAPI document that the page shows.',
      inputSchema: z.object({
        page: z.string().min(1).max(2_000).describe(NAME),
        api: API,
        format: z.enum(['markdown', 'openapi']).default('markdown'),
        offset: z.number().int().min(0).default(0).describe('Where to go on in a long page.'),
      }),
      annotations: READ_ONLY,
    },
    answering(async ({ page: name, api, format, offset }) => {
      const site = await siteOf();
      const page = await pageOf(site, name, api);
      const text = format === 'markdown' ? await site.markdown(page) : await openApiOf(site, page);
      if (text === undefined)
        throw new UnreadableSite(`${page.path} is not available as ${format}.`);
      return part(text, offset, PAGE_SIZE);
    }),
  );

  server.registerTool(
    'find_uses',
    {
      title: 'Find uses',
      description:
        'Where a schema, property, parameter, enum value, security scheme or scope is used: operations, and whether in the request or the response.',
      inputSchema: z.object({
        name: z
          .string()
          .min(1)
          .max(500)
          .describe('Its exact name, such as `User` or `catalogue:write`.'),
        api: API,
        offset: z.number().int().min(0).default(0),
      }),
      annotations: READ_ONLY,
    },
    answering(async ({ name, api, offset }) => {
      const lines = await usesOf(await siteOf(), name, api);
      const rest = `Ask again with offset ${offset + LIST_SIZE}.`;
      return limited(lines.slice(offset), LIST_SIZE, rest) || `Nothing uses ${name}.`;
    }),
  );

  server.registerTool(
    'list_changes',
    {
      title: 'List changes of the API',
      description:
        'Lists the versions in the changelog of an API with the number of their changes, or everything that changed in one version: what breaks clients, what was removed, added, deprecated, changed. What changed about one operation or schema is on its page.',
      inputSchema: z.object({
        api: API,
        version: z.string().max(200).optional().describe('A version, as in the list of versions.'),
        offset: z.number().int().min(0).default(0).describe('Where to go on in a long list.'),
      }),
      annotations: READ_ONLY,
    },
    answering(async ({ api: name, version, offset }) => {
      const site = await siteOf();
      if (name === undefined && site.apis.length > 1) return apisText(site);
      const api = site.api(name);
      const releases = await site.releases(api);
      if (version === undefined)
        return [
          `Versions of ${api.label}, the newest first. Ask again with one of them:`,
          ...releases.map((release) => releaseLine(api.base, release)),
        ].join('\n');
      const release = releases.find((one) => one.version === version);
      const text = release && (await site.markdown(site.pageOf(api, release.page)));
      if (text === undefined) {
        const versions = releases.map((one) => one.version).join(', ');
        throw new UnreadableSite(`There is no version "${version}". There are: ${versions}.`);
      }
      return part(text, offset, PAGE_SIZE);
    }),
  );
}

/** What a tool answers: its text, or why there is none, so that the model can ask otherwise. */
function answering<Arguments>(textOf: (args: Arguments) => Promise<string>) {
  return async (args: Arguments): Promise<CallToolResult> => {
    try {
      return { content: [{ type: 'text', text: await textOf(args) }] };
    } catch (error) {
      if (!(error instanceof UnreadableSite)) throw error;
      return { content: [{ type: 'text', text: error.message }], isError: true };
    }
  };
}

/** Words of a question from which the last ones are left out; more would take long. */
const MAX_WORDS = 30;

/**
 * What a question finds. Agents ask in whole sentences, which begin with what they want: if nothing has all the words,
 * the last ones are left out, one by one.
 */
async function foundWithout(
  site: BuiltSite,
  question: string,
  api: string | undefined,
): Promise<{ readonly found: readonly Found[]; readonly left?: string }> {
  const found = await site.find(question, api);
  if (found.length > 0) return { found };
  const words = question.trim().split(/\s+/).slice(0, MAX_WORDS);
  for (let count = words.length - 1; count > 0; count--) {
    const left = words.slice(0, count).join(' ');
    const fewer = await site.find(left, api);
    if (fewer.length > 0) return { found: fewer, left };
  }
  return { found };
}

function apisText({ apis }: BuiltSite): string {
  return ['The site has several APIs. Ask again with the id of one of them:']
    .concat(apis.map(({ id, label }) => `- ${id}: ${label}`))
    .join('\n');
}

/** @throws UnreadableSite with the names that are like it. */
async function pageOf(site: BuiltSite, name: string, api: string | undefined): Promise<Page> {
  const page = await site.page(name, api);
  if (page) return page;
  const { found } = await foundWithout(site, wordsOf(name), api);
  const similar = found.slice(0, 5).map(foundLine);
  const hint = similar.length > 0 ? ` Similar:\n${similar.join('\n')}` : '';
  throw new UnreadableSite(`There is no page called "${name}".${hint}`);
}

/** A name as a question; of a path its last part, which says what a page is about. */
function wordsOf(name: string): string {
  if (/\s/.test(name)) return name;
  const [path = ''] = name.split(/[?#]/, 1);
  return path.split('/').findLast(Boolean)?.replaceAll('-', ' ') ?? name;
}

async function openApiOf(site: BuiltSite, page: Page): Promise<string | undefined> {
  const slice = await site.slice(page);
  if (!slice) return undefined;
  // What only our own pages read.
  const { 'x-page': _, ...document } = slice;
  return jsonText(document);
}

/** @throws UnreadableSite that names the tags that there are. */
async function operationsOf(
  site: BuiltSite,
  api: IndexedApi,
  tagPages: { readonly [tag: string]: string },
  tag: string,
): Promise<readonly PageLink[]> {
  const id = Object.hasOwn(tagPages, tag) ? tagPages[tag] : undefined;
  if (id === undefined) {
    const tags = Object.keys(tagPages).join(', ');
    throw new UnreadableSite(`There is no tag "${tag}". The API has: ${tags || 'none'}.`);
  }
  const slice = await site.slice({ path: '', api, id });
  return slice?.['x-page'].operations ?? [];
}

/** @throws UnreadableSite with names that are like it. */
async function usesOf(
  site: BuiltSite,
  name: string,
  apiName: string | undefined,
): Promise<readonly string[]> {
  const all = await site.find(name, apiName);
  const called = all.filter(({ entry }) => entry.name.toLowerCase() === name.toLowerCase());
  const exact = called.filter(({ entry }) => entry.name === name);
  const candidates = exact.length > 0 ? exact : called;
  const found = candidates.find(({ entry }) => entry.kind === 'schema') ?? candidates[0];
  if (!found) {
    const similar = all.slice(0, 5).map(foundLine).join('\n');
    throw new UnreadableSite(`Nothing is called "${name}".${similar && ` Similar:\n${similar}`}`);
  }
  const { api, entry, path } = found;
  if (api && entry.kind === 'schema') {
    const page = await site.page(path, api.id);
    const slice = page && (await site.slice(page));
    const { usedBy = [], usedBySchemas = [] } = slice?.['x-page'] ?? {};
    return [
      ...usedBySchemas.map((link) => schemaLine(api.base, link)),
      ...usedBy.map((usage) => usageLine(api.base, usage)),
    ];
  }
  if (api && entry.kind === 'scheme') {
    const { authentication } = await site.introduction(api);
    const { operations = 0, schemes = {} } = authentication ?? {};
    const count = Object.hasOwn(schemes, entry.name) ? schemes[entry.name] : 0;
    return [`- ${count} of ${operations} operations accept it (page \`${path}\`)`];
  }
  return (await site.places(found)).map(placeLine);
}
