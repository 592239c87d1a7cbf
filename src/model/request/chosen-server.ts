import { own } from '../../json/guards.ts';
import type { OperationModel } from '../page/page.ts';
import { webUrl } from './safe-url.ts';
import { baseUrlOf, isRelative } from './server-url.ts';

/** Where requests go. */
export interface ServerValues {
  /** Index of the server, or `own`. */
  readonly server: string;
  /** Host of a server without one, or a custom base URL. */
  readonly host: string;
  /** By server variable. */
  readonly variables: readonly string[];
}

/** The same for operations with other servers: values of variables by their names. */
export interface ServerChoice {
  readonly server?: string;
  readonly host?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What has servers: an operation, or an API. */
export type Servers = Pick<OperationModel, 'servers'>;

/** The server that a reader chose before; the first one if it does not exist here. */
export function initialServer(
  { servers }: Servers,
  { server = '0', host = '', variables }: ServerChoice = {},
): ServerValues {
  const isThere = server === 'own' || servers[Number(server)] !== undefined;
  const chosen = servers[isThere ? Number(server) : 0];
  return {
    server: isThere ? server : '0',
    host,
    variables: (chosen?.variables ?? []).map(({ name, default: usual = '', enum: usuals }) => {
      const value = own(variables, name);
      return typeof value === 'string' && (usuals.length === 0 || usuals.includes(value))
        ? value
        : usual;
    }),
  };
}

/** Whether the reader has to say where the API is. */
export function needsHost(
  { operation }: { readonly operation: Servers },
  { server }: Pick<ServerValues, 'server'>,
): boolean {
  return server === 'own' || isRelative(operation.servers[Number(server)]);
}

/** The chosen base URL, without a trailing slash. */
export function chosenBaseUrl(
  { operation }: { readonly operation: Servers },
  values: ServerValues,
): string {
  const host = withScheme(values.host.trim().replace(/\/+$/, ''));
  const server = operation.servers[Number(values.server)];
  if (values.server === 'own') return host || baseUrlOf(undefined);
  if (!isRelative(server)) return baseUrlOf(server, variablesOf(server, values));
  if (host === '') return baseUrlOf(server, variablesOf(server, values));
  const path = baseUrlOf(server, variablesOf(server, values), '');
  // A pasted full URL already contains the path.
  return host.endsWith(path) ? host : host + path;
}

/**
 * What a reader means who pastes a URL into the field of a host, as in `https://{host}/api/v3`.
 *
 * @param variable Name of the server variable that the field is for.
 * @returns The value of the variable if the URL is like that of the server, or else a base URL: with the path of the
 * server if the pasted one has none. Undefined if the variable is no host, or the text is no URL.
 */
export function pastedServer(
  text: string,
  serverUrl: string,
  variable: string,
): { readonly value: string } | { readonly baseUrl: string } | undefined {
  const [scheme, path] = serverUrl.split(`://{${variable}}`);
  const url = text.trim().replace(/\/+$/, '');
  const [, ownScheme, host, ownPath = ''] = /^(https?):\/\/([^/?#@]+)(\/.*)?$/i.exec(url) ?? [];
  if (scheme === undefined || path === undefined || host === undefined) return undefined;
  const rest = path.replace(/\/+$/, '');
  const isLike = ownPath === '' || ownPath === rest;
  if (isLike && ownScheme?.toLowerCase() === scheme.toLowerCase()) return { value: host };
  const isKnown = ownPath === '' && !rest.includes('{');
  return { baseUrl: isKnown ? `${ownScheme}://${host}${rest}` : url };
}

/**
 * Whether the reader has said where the API is: not while a server has no host, or one in place of theirs, such as
 * `authentik.example.com` (RFC 2606), in a variable that they have to set.
 */
export function hasHost(of: { readonly operation: Servers }, values: ServerValues): boolean {
  if (needsHost(of, values)) return values.host !== '';
  const { variables = [] } = of.operation.servers[Number(values.server)] ?? {};
  const isUnset = variables.some(
    ({ enum: usuals, default: usual = '' }, index) =>
      usuals.length === 0 && values.variables[index] === usual && RESERVED.test(usual),
  );
  return !isUnset;
}

/** Names of hosts that nobody has (RFC 2606). */
const RESERVED = /(^|\.)example(\.\w+)?$/i;

/**
 * Whether a text is the URL of an API that a browser can reach: http(s), or just a host, without a query, as
 * paths follow it.
 */
export function isHost(text: string): boolean {
  const url = webUrl(withScheme(text.trim()));
  // `https:/a.example` would be the host `https`.
  return url !== undefined && !/^https?$/.test(url.hostname) && !/[?#]/.test(url.href);
}

/** As browsers do with text typed into the address bar. */
export function withScheme(host: string): string {
  return host === '' || /^[a-z][a-z\d+.-]*:\/\//i.test(host) ? host : `https://${host}`;
}

/** The chosen values of a server's variables by their names. */
export function variablesOf(
  server: OperationModel['servers'][number] | undefined,
  { variables }: Pick<ServerValues, 'variables'>,
): Record<string, string> {
  const pairs = (server?.variables ?? []).map(({ name }, index) => [name, variables[index] ?? '']);
  return Object.fromEntries(pairs);
}
