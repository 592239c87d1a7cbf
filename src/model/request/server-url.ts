import { asString, own } from '../../json/guards.ts';
import type { ServerModel } from '../page/page.ts';
import { encodeAddress } from './parameter-value.ts';

/** Placeholder for the host if the document gives none, or only a path (RFC 2606). */
export const HOST = 'https://api.example.com';

/** Whether a server names no host, so that its users have to (OpenAPI 3.1 section 4.8.5). */
export function isRelative(server: ServerModel | undefined): boolean {
  return !/^([a-z][a-z\d+.-]*:)?\/\//i.test(addressOf(server, {}));
}

/** The URL of a server with the values of its variables, or else their defaults; in ASCII. */
function addressOf(
  server: ServerModel | undefined,
  variables: Readonly<Record<string, string>>,
): string {
  const url = (server?.url ?? '').replace(
    /\{([^{}]*)\}/g,
    (_all, name: string) =>
      asString(own(variables, name)) ??
      server?.variables.find((variable) => variable.name === name)?.default ??
      name,
  );
  return encodeAddress(url.trim())
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
}

/**
 * The URL of a server, without a trailing slash and `..`: its variables with the given values, or else their
 * defaults (OpenAPI 3.1 sections 4.8.5 and 4.8.6). If it names no host, `host` or an example's is used.
 */
export function baseUrlOf(
  server: ServerModel | undefined,
  variables: Readonly<Record<string, string>> = {},
  host = HOST,
): string {
  const address = addressOf(server, variables);
  const whole = address.startsWith('//') ? `https:${address}` : address;
  if (/^https?:\/\//i.test(whole)) return whole.replace(/^(https?:\/\/[^/]*)(\/.*)$/i, withoutDots);
  return address === ''
    ? host
    : withoutDots('', host, address.startsWith('/') ? address : `/${address}`);
}

/** A path without `.` and `..` after an origin (RFC 3986 section 5.2.4). */
function withoutDots(_all: string, origin: string, path: string): string {
  if (!/\/\.{1,2}(\/|$)/.test(path)) return origin + path;
  return origin + new URL(`https://relative.invalid${path}`).pathname.replace(/\/+$/, '');
}
