import type { PageLink, SliceDocument } from '../slices/slice.ts';
import { asArray, asObject, asString, entriesOf, own } from './guards.ts';
import { pageHref } from './href.ts';
import type { FirstRequest } from './page.ts';

/** Stands for the host where a document gives none, or only a path (RFC 2606). */
const HOST = 'https://api.example.com';

/**
 * A request to begin with, in curl: who one is (`GET .../me`), or else the first GET without path
 * parameters. Takes the slice of an info page; undefined where no operation fits.
 */
export function firstRequestOf(slice: SliceDocument): FirstRequest | undefined {
  const { api, operations = [] } = slice['x-page'];
  const candidates = operations.filter(
    ({ method, path = '' }) => method === 'GET' && path.startsWith('/') && !path.includes('{'),
  );
  const found = candidates.find(({ path = '' }) => /\/me\/?$/.test(path)) ?? candidates[0];
  if (!found) return undefined;
  const operation: PageLink & { href: string } = { ...found, href: pageHref(api, found.id) };
  const sample = { id: 'shell', label: 'curl', language: 'shell', code: curl(slice, found) };
  return { operation, sample };
}

function curl(slice: SliceDocument, { path = '' }: PageLink): string {
  const { query, headers } = credentialOf(slice);
  const address = `${baseUrl(slice)}${path}${query ? `?${query}` : ''}`;
  return [`curl ${quote(address)}`, ...headers.map((header) => `  --header ${quote(header)}`)].join(
    ' \\\n',
  );
}

/** The first server with the defaults of its variables, OpenAPI 3.1 sections 4.8.5 and 4.8.6. */
function baseUrl({ servers }: SliceDocument): string {
  const server = asObject(asArray(servers)[0]);
  const url = (asString(server.url) ?? '/').replace(
    /\{([^{}]*)\}/g,
    (whole, name: string) => asString(asObject(own(server.variables, name)).default) ?? whole,
  );
  const address = url.startsWith('//') ? `https:${url}` : url.startsWith('/') ? HOST + url : url;
  return address.replace(/\/+$/, '');
}

/** What the first alternative of `security` asks for, or the first scheme where the document has no `security`. */
function credentialOf(slice: SliceDocument): { query?: string; headers: string[] } {
  const schemes = slice.components?.securitySchemes;
  const required = slice.security
    ? Object.keys(asObject(asArray(slice.security)[0]))
    : entriesOf(schemes)
        .slice(0, 1)
        .map(([name]) => name);
  const parts = required.map((name) => credential(asObject(own(schemes, name))));
  const query = parts.flatMap((part) => part.query ?? []).join('&');
  const headers = parts.flatMap((part) => part.header ?? []);
  return query ? { query, headers } : { headers };
}

function credential(scheme: Record<string, unknown>): { query?: string; header?: string } {
  const name = asString(scheme.name) ?? '';
  switch (scheme.type) {
    case 'apiKey':
      if (scheme.in === 'query') return { query: `${encodeURIComponent(name)}=YOUR_API_KEY` };
      if (scheme.in === 'cookie') return { header: `Cookie: ${name}=YOUR_API_KEY` };
      return { header: `${name}: YOUR_API_KEY` };
    case 'http':
      return asString(scheme.scheme)?.toLowerCase() === 'basic'
        ? { header: 'Authorization: Basic YOUR_CREDENTIALS' }
        : { header: `Authorization: ${prefixOf(asString(scheme.scheme))} YOUR_TOKEN` };
    case 'oauth2':
    case 'openIdConnect':
      return { header: 'Authorization: Bearer YOUR_TOKEN' };
    default:
      return {};
  }
}

/** Names of HTTP authentication schemes are written with a capital letter. */
function prefixOf(scheme = 'bearer'): string {
  return scheme.charAt(0).toUpperCase() + scheme.slice(1);
}

/** For a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
