import { asObject, entriesOf, inline, isObject, type JsonObject, own } from '../../json/guards.ts';
import type { ParameterLocation } from '../../openapi/types.ts';
import { styleName } from './style-gap.ts';

/** A name and a value, encoded for a URL, a header or a cookie. */
export type Pair = readonly [name: string, value: string];

/** Text for a URL (RFC 3986): everything but unreserved characters as `%XX`, including apostrophes. */
export function encode(text: string): string {
  return encodeURIComponent(wellFormed(text)).replaceAll("'", '%27');
}

/**
 * A URL with invalid characters as `%XX`; reserved characters, `%XX` and the brackets of an IPv6 host are
 * kept. The result is ASCII without quotes, and idempotent.
 */
export function encodeAddress(text: string): string {
  return encodeURI(wellFormed(text))
    .replace(/%25(?=[\da-f]{2})/gi, '%')
    .replaceAll("'", '%27')
    .replace(/^(https?:\/\/)%5B([\da-f:.]+)%5D(?=[:/?#]|$)/i, '$1[$2]');
}

/**
 * A value of a parameter with `allowReserved`: reserved characters are kept, except those that end a value in
 * a query, or that servers read as a space there (OpenAPI 3.2 section 4.12.2).
 */
function encodeReserved(text: string): string {
  return encodeAddress(text).replace(/[&#+]/g, encodeURIComponent);
}

/** A lone surrogate has no bytes in UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

interface Style {
  readonly name: string;
  readonly explode: boolean;
  readonly write: (text: string) => string;
}

/** How a parameter is serialized, with the defaults of OpenAPI 3.1 section 4.8.12.2.1. */
function styleOf(parameter: JsonObject, place: ParameterLocation): Style {
  const name = styleName(parameter, place);
  const isForm = name === 'form' || name === 'cookie';
  const explode = typeof parameter.explode === 'boolean' ? parameter.explode : isForm;
  const reserved = parameter.allowReserved === true ? encodeReserved : encode;
  // OpenAPI 3.2 section 4.12.3: headers and the style `cookie`, which is for cookies only, do not use
  // percent-encoding.
  const isPlain = place === 'header' || (place === 'cookie' && name === 'cookie');
  return { name, explode, write: isPlain ? String : reserved };
}

/**
 * A value as in a request: with the parameter's name if that is part of it, as in the query, in cookies and
 * in the style `matrix`.
 */
export function writtenParameter(
  value: unknown,
  parameter: JsonObject,
  place: ParameterLocation,
): string {
  if (place === 'path' || place === 'header') return textOfParameter(value, parameter, place);
  const pairs = pairsOfParameter(value, parameter, place).map((pair) => pair.join('='));
  return pairs.join(place === 'cookie' ? '; ' : '&');
}

/**
 * The value of a path parameter or header in its style, OpenAPI 3.1 section 4.8.12.4: `simple`, `label` and
 * `matrix`.
 */
export function textOfParameter(
  value: unknown,
  parameter: JsonObject,
  place: ParameterLocation,
): string {
  const { name: style, explode, write } = styleOf(parameter, place);
  const delimiter = delimiterOf(parameter);
  const between = place === 'header' || delimiter === ',' ? delimiter : encode(delimiter);
  const name = encode(inline(parameter.name));
  const isExploded = explode && isObject(value);
  const parts = isObject(value)
    ? entriesOf(value).flatMap(([key, member]) => {
        const pair = [write(key), write(inline(member))];
        return explode ? [pair.join('=')] : pair;
      })
    : itemsOf(value).map((item) => writtenItem(item, parameter, write));
  if (style === 'label') return `.${parts.join(explode ? '.' : ',')}`;
  if (style === 'matrix') {
    const matrix = isExploded
      ? parts
      : explode
        ? parts.map((part) => `${name}=${part}`)
        : [`${name}=${parts.join(',')}`];
    return matrix.map((part) => `;${part}`).join('');
  }
  return parts.join(between);
}

/** Separators of lists in a single string, by style. */
const DELIMITERS: Readonly<Record<string, string>> = { spaceDelimited: ' ', pipeDelimited: '|' };

/** The same by the `collectionFormat` of OpenAPI 2.0 (section "Parameter Object"). */
const COLLECTION_FORMATS: Readonly<Record<string, string>> = {
  csv: ',',
  ssv: ' ',
  tsv: '\t',
  pipes: '|',
};

function ownText(texts: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

/** The separator of a list in a single string: of a parameter or header, or of a part of a form. */
export function delimiterOf({ style, 'x-collectionFormat': format }: JsonObject): string {
  return ownText(DELIMITERS, String(style)) ?? ownText(COLLECTION_FORMATS, String(format)) ?? ',';
}

/**
 * An item of a list; a nested list by its own `collectionFormat`, if OpenAPI 2.0 has given one, or else as
 * JSON.
 */
function writtenItem(
  item: unknown,
  { schema }: JsonObject,
  write: (text: string) => string,
): string {
  const items = own(schema, 'items');
  const isDelimited = own(items, 'x-collectionFormat') !== undefined;
  if (!Array.isArray(item) || !isDelimited) return write(inline(item));
  const delimiter = delimiterOf(asObject(items));
  const parts = item.map((inner) => writtenItem(inner, { schema: items }, write));
  return parts.join(delimiter === ',' ? ',' : write(delimiter));
}

/**
 * The encoded pairs of a query parameter or cookie: `form`, `spaceDelimited`, `pipeDelimited` and
 * `deepObject` of OpenAPI 3.1 section 4.8.12.4.
 */
export function pairsOfParameter(
  value: unknown,
  parameter: JsonObject,
  place: ParameterLocation,
): Pair[] {
  const { name: style, explode, write: writeText } = styleOf(parameter, place);
  const key = encode(inline(parameter.name));
  const write = (item: unknown) => writeText(inline(item));
  if (isObject(value)) {
    const members = entriesOf(value);
    if (style === 'deepObject')
      return members.map(([member, item]) => [`${key}%5B${encode(member)}%5D`, write(item)]);
    return explode
      ? members.map(([member, item]) => [encode(member), write(item)])
      : [[key, members.flatMap(([member, item]) => [encode(member), write(item)]).join(',')]];
  }
  const items = itemsOf(value).map((item) => writtenItem(item, parameter, writeText));
  const delimiter = delimiterOf(parameter);
  return explode && Array.isArray(value)
    ? items.map((item) => [key, item])
    : [[key, items.join(delimiter === ',' ? ',' : encode(delimiter))]];
}

/** The items of a list; any other value is one itself. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
