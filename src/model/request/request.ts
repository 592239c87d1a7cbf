import { asObject, entriesOf, inline, isObject, type JsonObject, own } from '../../json/guards.ts';
import type { ParameterLocation } from '../../openapi/types.ts';
import type { OperationModel } from '../page/page.ts';
import type { Credential } from './credentials.ts';
import {
  encode,
  encodeAddress,
  type Pair,
  pairsOfParameter,
  textOfParameter,
} from './parameter-value.ts';
import { type FormField, fieldPairs, notationOf } from './serialize.ts';

/** A request that can be sent once its placeholders are replaced. */
export interface SampleRequest {
  /** Uppercase. */
  readonly method: string;
  /** Absolute, with its query, in ASCII: everything else is percent-encoded, including apostrophes. */
  readonly url: string;
  /** In printable ASCII, including `Cookie`. */
  readonly headers: readonly Pair[];
  /** Set if HTTP basic authentication is required. */
  readonly basic?: { readonly username: string; readonly password: string };
  readonly body?: SampleBody;
}

export type SampleBody =
  | { readonly kind: 'json' | 'text'; readonly text: string }
  | { readonly kind: 'form' | 'multipart'; readonly fields: readonly FormField[] }
  | { readonly kind: 'file'; readonly fileName: string };

/** A parameter and its value. */
export interface ParameterValue {
  readonly in: ParameterLocation;
  readonly name: string;
  readonly parameter: JsonObject;
  readonly value: unknown;
}

/** The parts that a request is built from. */
export interface RequestParts {
  /** URL of the server, without a trailing slash; see `baseUrlOf`. */
  readonly baseUrl: string;
  readonly values: readonly ParameterValue[];
  readonly credentials: readonly Credential[];
  readonly body?: SampleBody;
  readonly contentType?: string;
}

/** Builds the request of an operation: URL, headers and body, each value in its style. */
export function writeRequest(
  operation: Omit<OperationModel, 'samples'>,
  parts: RequestParts,
): SampleRequest {
  const { body, credentials } = parts;
  const basic = credentials.find((credential) => credential.in === 'basic');
  return {
    method: operation.method,
    url: encodeAddress(urlOf(operation, parts)),
    headers: headersOf(operation, parts),
    ...(basic && { basic: { username: basic.name, password: basic.value } }),
    ...(body && { body }),
  };
}

function urlOf(
  { path }: Omit<OperationModel, 'samples'>,
  { baseUrl, values, credentials }: RequestParts,
): string {
  const filled = path.split(/(\{[^{}]*\})/).map((part) => {
    const name = /^\{(.*)\}$/.exec(part)?.[1];
    if (name === undefined) return encodeAddress(part).replaceAll('#', '%23');
    const found = values.find((value) => value.in === 'path' && value.name === name);
    return found ? textOfParameter(found.value, found.parameter, 'path') : encode(name);
  });
  const filledPath = filled.join('');
  // Paths start with a slash (OpenAPI 3.1 section 4.8.8.1): without it, they would extend the host name.
  const address = filledPath.startsWith('/') ? baseUrl + filledPath : `${baseUrl}/${filledPath}`;
  const pairs: Pair[] = [
    ...values.flatMap(queryPairs),
    ...credentials.flatMap(({ in: place, name, value }): Pair[] =>
      place === 'query' ? [[encode(name), encode(value)]] : [],
    ),
  ];
  const query = pairs.map(([name, value]) => (name === '' ? value : `${name}=${value}`)).join('&');
  return query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

function queryPairs({ in: place, parameter, value }: ParameterValue): Pair[] {
  if (place === 'query') return pairsOfParameter(value, parameter, place);
  if (place !== 'querystring') return [];
  // OpenAPI 3.2: a single parameter that is the whole query, as form fields or as a text.
  const [mediaType = '', media] = entriesOf(parameter.content)[0] ?? [];
  const encodings = asObject(media).encoding;
  return isObject(value) && notationOf(mediaType) === 'form'
    ? entriesOf(value)
        .flatMap(([name, member]) => fieldPairs(name, member, asObject(own(encodings, name))))
        .map(([name, item]) => [encode(name), encode(inline(item))])
    : [['', encode(inline(value))]];
}

function headersOf(
  operation: Omit<OperationModel, 'samples'>,
  { values, credentials, contentType }: RequestParts,
): Pair[] {
  const accept = acceptOf(operation);
  const cookies = [
    ...values.flatMap(({ in: place, parameter, value }) =>
      place === 'cookie' ? pairsOfParameter(value, parameter, place) : [],
    ),
    ...credentials.flatMap(({ in: place, name, value }): Pair[] =>
      place === 'cookie' ? [[encode(name), value]] : [],
    ),
  ];
  const pairs: Pair[] = [
    ...(accept === undefined ? [] : [['Accept', accept] as const]),
    ...(contentType === undefined ? [] : [['Content-Type', contentType] as const]),
    ...credentials.flatMap(({ in: place, name, value }): Pair[] =>
      place === 'header' ? [[name, value]] : [],
    ),
    ...values.flatMap(({ in: place, name, parameter, value }): Pair[] =>
      place === 'header' && !IGNORED.has(name.toLowerCase())
        ? [[name, textOfParameter(value, parameter, place)]]
        : [],
    ),
    ...(cookies.length === 0
      ? []
      : [['Cookie', cookies.map((pair) => pair.join('=')).join('; ')] as const]),
  ];
  const names = pairs.map(([name]) => name.toLowerCase());
  return pairs
    .filter(([name], index) => isToken(name) && names.indexOf(name.toLowerCase()) === index)
    .map(([name, value]) => [name, headerText(value)]);
}

/** Header parameters with these names are ignored, OpenAPI 3.1 section 4.8.12.2. */
const IGNORED: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization']);

/** Whether a text is a token, as methods and header names must be (RFC 9110 section 5.6.2). */
export function isToken(text: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(text);
}

/** Headers contain printable ASCII and tabs: line breaks become spaces, anything else is percent-encoded. */
export function headerText(value: string): string {
  return value
    .replace(/[^\S\t]+/g, ' ')
    .trim()
    .replace(/[^\t\x20-\x7e]+/g, encode);
}

/** The media type of the first response that has one, preferably a successful one. */
function acceptOf({ responses }: Omit<OperationModel, 'samples'>): string | undefined {
  const isSuccess = ({ status }: { status: string }) => /^2/.test(status) || status === 'default';
  const [best] = [...responses.filter(isSuccess), ...responses].flatMap(({ content }) => content);
  return best?.mediaType;
}
