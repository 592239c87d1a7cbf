import { isObject, type JsonObject } from '../json/guards.ts';
import { mapEntries } from '../json/key-order.ts';
import { eachObject } from '../openapi/walk.ts';
import type { Problem } from '../problems/problem.ts';
import { mapObjects, type Visitor } from './map-objects.ts';
import type { Origins } from './origin.ts';

/**
 * Members with the URL of a page or file (OpenAPI 3.1 section 4.6, "URIs"), by the object that contains them.
 */
const INFO = { contact: 'url', license: 'url', 'x-logo': 'url' } as const;

/** URLs of an OAuth flow and of a security scheme, which belong to the API. */
const FLOW = ['authorizationUrl', 'deviceAuthorizationUrl', 'tokenUrl', 'refreshUrl'] as const;
const SCHEME = ['openIdConnectUrl', 'oauth2MetadataUrl'] as const;

/** Whether a URL has a scheme, or at least a host (RFC 3986 section 4.2). */
function isWhole(address: string): boolean {
  return /^\s*(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address);
}

/** Resolves a relative URL against a base (RFC 3986 section 5.2); unchanged if there is none. */
function resolved(address: unknown, base: string | undefined): unknown {
  if (typeof address !== 'string' || address.trim() === '' || isWhole(address)) return address;
  return base !== undefined && URL.canParse(address, base) ? new URL(address, base).href : address;
}

/** A server's URL with the defaults of its variables. */
function filled(url: string, variables: unknown): string {
  return url.replace(/\{([^{}]*)\}/g, (all, name: string) => {
    const variable = isObject(variables) && Object.hasOwn(variables, name) && variables[name];
    return isObject(variable) && typeof variable.default === 'string' ? variable.default : all;
  });
}

/** A relative server resolved against the document's URL; the names of its variables stay as they are. */
function resolvedServer(server: unknown, base: string): unknown {
  if (!isObject(server) || typeof server.url !== 'string') return server;
  const { url, variables } = server;
  if (isWhole(filled(url, variables)) || /^\s*\{[^{}]*\}:\/\//.test(url)) return server;
  const names: string[] = [];
  const marked = url.trim().replace(/\{[^{}]*\}/g, (name) => `__${names.push(name) - 1}__`);
  const whole = resolved(marked || '/', base);
  if (typeof whole !== 'string' || !isWhole(whole)) return server;
  const unmarked = whole.replace(/__(\d+)__/g, (all, at: string) => names[Number(at)] ?? all);
  return { ...server, url: unmarked };
}

function replace(
  node: JsonObject,
  keys: readonly string[],
  map: (value: unknown) => unknown,
): JsonObject {
  const changed = keys.filter((key) => Object.hasOwn(node, key) && map(node[key]) !== node[key]);
  if (changed.length === 0) return node;
  return mapEntries(node, (value, key) => (changed.includes(key) ? map(value) : value));
}

const inside =
  (keys: readonly string[], map: (value: unknown) => unknown) =>
  (value: unknown): unknown =>
    isObject(value) ? replace(value, keys, map) : value;

/**
 * A final document with full URLs: servers are resolved against the document's URL (OpenAPI 3.1 section
 * 4.8.5), URLs of OAuth and OpenID against the first server, and those of pages and files against the
 * document, or else the server. A URL without a base stays relative.
 *
 * @param place http(s) URL of the document, without a user name and password; undefined for a local one.
 */
export function resolveAddresses(
  root: JsonObject,
  place: string | undefined,
  origins: Origins,
): JsonObject {
  const servers = serversOf(root, place);
  const [first] = Array.isArray(servers) ? servers : [];
  const api =
    isObject(first) && typeof first.url === 'string'
      ? baseOf(filled(first.url, first.variables))
      : undefined;
  const page = (address: unknown): unknown => resolved(address, place ?? api);
  const endpoint = (address: unknown): unknown => resolved(address, api ?? place);
  const docs: Visitor = (node) => replace(node, ['externalDocs'], inside(['url'], page));
  const served: Visitor = (node) =>
    place === undefined ? node : replace(node, ['servers'], (list) => listOf(list, place));
  const flows = inside(['implicit', ...FLOWS], inside(FLOW, endpoint));
  const visitors: Readonly<Record<string, Visitor>> = {
    schema: docs,
    operation: (node, path) => served(docs(node, path), path),
    pathItem: served,
    link: (node) =>
      place === undefined
        ? node
        : replace(node, ['server'], (server) => resolvedServer(server, place)),
    example: (node) => replace(node, ['externalValue'], page),
    securityScheme: (node) => replace(replace(node, SCHEME, endpoint), ['flows'], flows),
    document: (node, path) => {
      const whole = replace(docs(node, path), ['info'], (info) =>
        isObject(info) ? infoOf(info, page) : info,
      );
      const tagged = replace(whole, ['tags'], (tags) =>
        Array.isArray(tags)
          ? sameOr(tags, tags.map(inside(['externalDocs'], inside(['url'], page))))
          : tags,
      );
      return servers === tagged.servers ? tagged : { ...tagged, servers };
    },
  };
  return mapObjects(root, 'document', visitors, origins) as JsonObject;
}

const FLOWS = ['password', 'clientCredentials', 'authorizationCode', 'deviceAuthorization'];

function infoOf(info: JsonObject, page: (address: unknown) => unknown): JsonObject {
  const whole = replace(info, ['termsOfService'], page);
  return Object.entries(INFO).reduce(
    (node, [key, field]) => replace(node, [key], inside([field], page)),
    whole,
  );
}

/** The same list if nothing in it is new. */
function sameOr(list: readonly unknown[], mapped: readonly unknown[]): readonly unknown[] {
  return mapped.every((item, index) => item === list[index]) ? list : mapped;
}

function listOf(list: unknown, place: string): unknown {
  return Array.isArray(list)
    ? sameOr(
        list,
        list.map((server) => resolvedServer(server, place)),
      )
    : list;
}

/** The servers of the document; if it has none, the API is served at the document's host (section 4.8.1). */
function serversOf({ servers }: JsonObject, place: string | undefined): unknown {
  if (place === undefined) return servers;
  if (servers === undefined || (Array.isArray(servers) && servers.length === 0))
    return [{ url: new URL(place).origin }];
  return listOf(servers, place);
}

/** A base for resolving URLs. */
function baseOf(address: string): string | undefined {
  const whole = address.trim().startsWith('//') ? `https:${address.trim()}` : address;
  return /^https?:\/\//i.test(whole.trim()) && URL.canParse(whole) ? whole : undefined;
}

/** Warnings for URLs of pages that are still relative: they would lead into the reference site. */
export function relativeAddresses(root: JsonObject, origins: Origins): Problem[] {
  const problems: Problem[] = [];
  const note = (path: readonly string[], address: unknown): void => {
    if (typeof address !== 'string' || address.trim() === '' || isWhole(address)) return;
    const origin = origins.at(root, path);
    const details = {
      rule: 'relative-address',
      severity: 'warning',
      message: `The URL "${address}" is relative and has no base URL, so pages show it as text.`,
      suggestion: 'Write the full URL, or add a server with a host to servers.',
    } as const;
    if (origin) problems.push(origin.file.problem(details, origin.path, 'value'));
  };
  const below = (path: readonly string[], node: unknown, ...keys: readonly string[]): void => {
    let value = node;
    for (const key of keys)
      value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    note([...path, ...keys], value);
  };
  eachObject(root, 'document', (node, kind, path) => {
    below(path, node, 'externalDocs', 'url');
    if (kind === 'document') {
      below(path, node, 'info', 'termsOfService');
      for (const [key, field] of Object.entries(INFO)) below(path, node, 'info', key, field);
      const tags = Array.isArray(node.tags) ? node.tags : [];
      for (const [at, tag] of tags.entries())
        below([...path, 'tags', String(at)], tag, 'externalDocs', 'url');
    }
    if (kind !== 'securityScheme') return;
    for (const key of SCHEME) below(path, node, key);
    for (const flow of ['implicit', ...FLOWS])
      for (const key of FLOW) below(path, node, 'flows', flow, key);
  });
  return problems;
}
