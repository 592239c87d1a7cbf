import { decoded, type JsonObject, textOf } from './json.ts';
import { headerOf, type Message } from './message.ts';
import type { Operation } from './operations.ts';
import type { SecurityNames } from './parameters.ts';
import type { Schemas } from './schemas.ts';
import { cut } from './style.ts';

/** Where the keys of an operation may stand. */
export function securityNames(
  operation: Operation,
  schemes: JsonObject,
  schemas: Schemas,
): SecurityNames {
  const names = { query: new Set<string>(), cookie: new Set<string>(), header: new Set<string>() };
  for (const name of operation.security.flatMap(Object.keys)) {
    const scheme = schemas.resolve(schemes[name]);
    const key = textOf(scheme.name);
    if (scheme.type !== 'apiKey' || key === undefined) continue;
    if (scheme.in === 'header') names.header.add(key.toLowerCase());
    if (scheme.in === 'query' || scheme.in === 'cookie') names[scheme.in].add(key);
  }
  return names;
}

/**
 * What is wrong with the authentication of a request: all schemes of one alternative are met, and
 * nothing is told that is not asked for (OpenAPI 3.1 sections 4.8.27 and 4.8.30).
 */
export function securityMistakes(
  message: Message,
  operation: Operation,
  schemes: JsonObject,
  schemas: Schemas,
): string[] {
  const { security } = operation;
  const scheme = (name: string) => schemas.resolve(schemes[name]);
  const isMet = (alternative: JsonObject) =>
    Object.keys(alternative).every((name) => meets(message, scheme(name)));
  if (security.length > 0 && !security.some(isMet)) {
    const wanted = security.map((one) => Object.keys(one).join(' and ')).join(' or ');
    return [`authentication is missing: ${wanted}`];
  }
  const usesHeader = security.flatMap(Object.keys).some((name) => scheme(name).type !== 'apiKey');
  const told = headerOf(message, 'authorization');
  const isKey = security
    .flatMap(Object.keys)
    .some((name) => String(scheme(name).name).toLowerCase() === 'authorization');
  return told !== undefined && !usesHeader && !isKey
    ? [`authentication is sent, and none is asked for: ${told}`]
    : [];
}

function meets(message: Message, scheme: JsonObject): boolean {
  const { type, in: place, name } = scheme;
  switch (type) {
    case 'apiKey':
      return hasKey(message, String(place), String(name));
    case 'http':
      return isHttp(headerOf(message, 'authorization') ?? '', textOf(scheme.scheme) ?? '');
    case 'oauth2':
    case 'openIdConnect':
      return isHttp(headerOf(message, 'authorization') ?? '', 'bearer');
    default:
      // A certificate is no part of the request.
      return type === 'mutualTLS';
  }
}

function hasKey(message: Message, place: string, name: string): boolean {
  if (place === 'header') return Boolean(headerOf(message, name));
  const text = place === 'query' ? message.url.split('?')[1] : headerOf(message, 'cookie');
  return (text ?? '')
    .split(place === 'query' ? '&' : /; ?/)
    .map(cut)
    .some(([key, value]) => decoded(key) === name && value !== '');
}

/** The scheme's name in front, whatever its case (RFC 9110 section 11.1), and something behind it. */
function isHttp(header: string, scheme: string): boolean {
  const [name = '', value = ''] = header.split(/ (.*)/s);
  if (name.toLowerCase() !== scheme.toLowerCase() || value === '') return false;
  return (
    scheme.toLowerCase() !== 'basic' || /^.+:.+$/s.test(Buffer.from(value, 'base64').toString())
  );
}
