import { decoded, isObject, type JsonObject, objectOf, parsed, textOf } from './json.ts';
import { headerOf, type Message } from './message.ts';
import type { Found } from './operations.ts';
import type { Schemas } from './schemas.ts';
import {
  cut,
  mistakeInPairs,
  mistakeInText,
  pairsOf,
  type RawPair,
  styleOf,
  takesAnyName,
  valueOfPairs,
} from './style.ts';

/** Names that security schemes use in a place, so that they are no stray parameters. */
export type SecurityNames = Readonly<Record<'query' | 'cookie' | 'header', ReadonlySet<string>>>;

/**
 * What is wrong with the parameters of a request: required ones are there, each has the form of its
 * `style` and a value of its schema, and there are no others (OpenAPI 3.1 section 4.8.12).
 */
export function parameterMistakes(
  message: Message,
  { operation, path }: Found,
  schemas: Schemas,
  allowed: SecurityNames,
): string[] {
  const at = message.url.indexOf('?');
  const query = pairsIn(at < 0 ? '' : message.url.slice(at + 1), '&');
  const cookies = pairsIn(headerOf(message, 'cookie') ?? '', /; ?/);
  const inPlace = (place: string) => operation.parameters.filter((one) => one.in === place);
  const whole = inPlace('querystring');
  return [
    ...inPlace('path').flatMap((parameter) =>
      textMistakes(parameter, path.get(textOf(parameter.name) ?? ''), schemas),
    ),
    ...whole.flatMap((parameter) => wholeQueryMistakes(parameter, query, schemas)),
    ...(whole.length > 0
      ? []
      : pairMistakes('query', inPlace('query'), query, schemas, allowed.query)),
    ...pairMistakes('cookie', inPlace('cookie'), cookies, schemas, allowed.cookie),
    ...headerMistakes(message, inPlace('header'), schemas, allowed.header),
  ];
}

function pairsIn(text: string, delimiter: string | RegExp): RawPair[] {
  return text === '' ? [] : text.split(delimiter).map(cut);
}

function named(parameter: JsonObject, mistake: string | undefined): string[] {
  return mistake === undefined ? [] : [`${parameter.in} parameter ${parameter.name}: ${mistake}`];
}

function contentOf(parameter: JsonObject): readonly [type: string, schema: unknown] | undefined {
  const [entry] = Object.entries(objectOf(parameter.content));
  return entry && [entry[0], objectOf(entry[1]).schema];
}

function textMistakes(parameter: JsonObject, text: string | undefined, schemas: Schemas): string[] {
  if (text === undefined) return parameter.required ? named(parameter, 'is missing') : [];
  if (text === '' && parameter.in === 'path') return named(parameter, 'is empty');
  const content = contentOf(parameter);
  const plain = parameter.in === 'header' ? text : decoded(text);
  if (content) return named(parameter, mistakeInContent(plain, content, schemas));
  return named(parameter, mistakeInText(text, styleOf(parameter), schemas));
}

function mistakeInContent(
  text: string | undefined,
  [type, schema]: readonly [string, unknown],
  schemas: Schemas,
): string | undefined {
  if (text === undefined) return 'is not percent-encoded';
  if (!/[/+]json\b/.test(type)) return schemas.mistakeIn(text, schema);
  const value = parsed(text);
  return value === undefined ? 'is no JSON' : schemas.mistakeIn(value, schema);
}

function pairMistakes(
  place: 'query' | 'cookie',
  parameters: readonly JsonObject[],
  pairs: readonly RawPair[],
  schemas: Schemas,
  allowed: ReadonlySet<string>,
): string[] {
  const claimed = new Set<RawPair>();
  const mistakes = parameters.flatMap((parameter) => {
    const style = styleOf(parameter);
    const own = pairsOf(pairs, style, schemas);
    for (const pair of own) claimed.add(pair);
    if (own.length === 0) return parameter.required ? named(parameter, 'is missing') : [];
    const content = contentOf(parameter);
    if (content) {
      return named(parameter, mistakeInContent(style.read(own[0]?.[1] ?? ''), content, schemas));
    }
    if (parameter.allowEmptyValue === true && own.every(([, value]) => value === '')) return [];
    const encoded =
      parameter.allowReserved === true && own.some(([, value]) => RESERVED.test(value));
    return [
      ...named(parameter, mistakeInPairs(own, style, schemas)),
      ...named(parameter, encoded ? 'encodes characters that are to stay' : undefined),
    ];
  });
  const isOpen = parameters.some((parameter) => takesAnyName(styleOf(parameter), schemas));
  const stray = pairs.filter(
    (pair) => !claimed.has(pair) && !allowed.has(decoded(pair[0]) ?? pair[0]),
  );
  return isOpen
    ? mistakes
    : [...mistakes, ...stray.map(([name]) => `${place} parameter ${name} is not declared`)];
}

/** Reserved characters that have no meaning of their own inside of a value (RFC 3986 section 3.4). */
const RESERVED = /%(?:2F|3F|3A|40|24|2C|3B)/i;

/** OpenAPI 3.2 section 4.12.1: one parameter, described by its content, that is all of the query. */
function wholeQueryMistakes(
  parameter: JsonObject,
  pairs: readonly RawPair[],
  schemas: Schemas,
): string[] {
  if (pairs.length === 0) return parameter.required ? named(parameter, 'is missing') : [];
  const content = contentOf(parameter);
  if (!content) return [];
  const [type, schema] = content;
  if (type !== 'application/x-www-form-urlencoded') {
    const text = decoded(
      pairs.map(([name, value]) => (value ? `${name}=${value}` : name)).join('&'),
    );
    return named(parameter, mistakeInContent(text, content, schemas));
  }
  const media = objectOf(Object.values(objectOf(parameter.content))[0]);
  return named(parameter, mistakeInForm(pairs, schema, objectOf(media.encoding), schemas));
}

/** Header parameters of these names say nothing (OpenAPI 3.1 section 4.8.12.2). */
const IGNORED = new Set(['accept', 'content-type', 'authorization']);

/** What clients send of their own accord, or to write the body and cookies; it is looked at elsewhere. */
const OF_CLIENTS = new Set(
  (
    'accept accept-encoding accept-language authorization cache-control connection content-length ' +
    'content-type cookie expect host http2-settings keep-alive origin pragma priority referer te ' +
    'transfer-encoding upgrade user-agent x-powered-by'
  ).split(' '),
);

function headerMistakes(
  message: Message,
  parameters: readonly JsonObject[],
  schemas: Schemas,
  allowed: ReadonlySet<string>,
): string[] {
  const own = parameters.filter(({ name }) => !IGNORED.has(String(name).toLowerCase()));
  const declared = new Set(own.map(({ name }) => String(name).toLowerCase()));
  const stray = message.headers
    .map(([name]) => name.toLowerCase())
    .filter((name) => !OF_CLIENTS.has(name) && !/^sec-/.test(name))
    .filter((name) => !declared.has(name) && !allowed.has(name));
  return [
    ...own.flatMap((parameter) =>
      textMistakes(parameter, headerOf(message, String(parameter.name)), schemas),
    ),
    ...stray.map((name) => `header ${name} is not declared`),
  ];
}

/** What is wrong with the pairs of a form, or undefined. */
export function mistakeInForm(
  pairs: readonly RawPair[],
  schema: unknown,
  encodings: JsonObject,
  schemas: Schemas,
): string | undefined {
  try {
    return schemas.mistakeIn(readForm(pairs, schema, encodings, schemas), schema);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The members of a form, each read by its encoding (OpenAPI 3.1 section 4.8.15); mistakes are thrown. */
function readForm(
  pairs: readonly RawPair[],
  schema: unknown,
  encodings: JsonObject,
  schemas: Schemas,
): unknown {
  const { names } = schemas.namesOf(schema);
  const own = [...new Set([...names, ...pairs.map(([name]) => decoded(name) ?? name)])];
  const claimed = new Set<RawPair>();
  const members = own.flatMap((name): [string, unknown][] => {
    const encoding = objectOf(encodings[name]);
    const property = schemas.propertyOf(schema, name);
    const isStyled = ['style', 'explode', 'allowReserved'].some((key) => key in encoding);
    const isJson = !isStyled && isObject(property) && !isPlain(property, schemas);
    const style = styleOf({
      style: 'form',
      ...encoding,
      name,
      in: 'query',
      schema: property,
      // Without a style, an object is one text.
      ...(isJson && { explode: schemas.typesOf(property).has('array') }),
    });
    const found = pairsOf(pairs, style, schemas).filter((pair) => !claimed.has(pair));
    for (const pair of found) claimed.add(pair);
    if (found.length === 0) return [];
    try {
      return [[name, isJson ? jsonOf(found, style.read) : valueOfPairs(found, style, schemas)]];
    } catch (error) {
      throw new Error(`${name} ${error instanceof Error ? error.message : error}`);
    }
  });
  return Object.fromEntries(members);
}

function isPlain(schema: JsonObject, schemas: Schemas): boolean {
  const types = schemas.typesOf(schema);
  const items = types.has('array') ? schemas.typesOf(schemas.itemOf(schema)) : types;
  return !items.has('object') || items.has('string');
}

function jsonOf(pairs: readonly RawPair[], read: (text: string) => string | undefined): unknown {
  const values = pairs.map(([, value]) => parsed(read(value) ?? ''));
  if (values.includes(undefined)) throw new Error('is no JSON');
  return values.length > 1 ? values : values[0];
}
