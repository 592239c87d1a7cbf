import { decoded, type JsonObject, objectOf, textOf } from './json.ts';
import type { Schemas } from './schemas.ts';

/** Pairs as they stand in a query or a cookie, not decoded. */
export type RawPair = readonly [name: string, value: string];

type Shape = 'scalar' | 'array' | 'object';

/** What a parameter says of the way it is written, with the defaults of OpenAPI 3.1 section 4.8.12.2.1. */
export interface Style {
  readonly name: string;
  readonly style: string;
  readonly explode: boolean;
  readonly schema: unknown;
  readonly read: (text: string) => string | undefined;
  /** Between the values of a list that is one text. */
  readonly delimiter: RegExp | string;
}

const SPACE = /%20|\+| /;
const PIPE = /%7C|\|/i;
const DELIMITERS: Readonly<Record<string, RegExp>> = {
  spaceDelimited: SPACE,
  pipeDelimited: PIPE,
};

/** What `collectionFormat` of OpenAPI 2.0 says, where 3.x has no style for it. */
const FORMATS: Readonly<Record<string, RegExp | string>> = {
  csv: ',',
  ssv: SPACE,
  tsv: /%09|\t/,
  pipes: PIPE,
};

const DEFAULTS: Readonly<Record<string, string>> = { path: 'simple', header: 'simple' };

export function styleOf(parameter: JsonObject): Style {
  const place = textOf(parameter.in) ?? 'query';
  const style = textOf(parameter.style) ?? DEFAULTS[place] ?? 'form';
  const explode = parameter.explode ?? (style === 'form' || style === 'cookie');
  const isPlain = place === 'header' || style === 'cookie';
  const isQuery = place === 'query';
  return {
    name: textOf(parameter.name) ?? '',
    style,
    explode: explode === true,
    schema: parameter.schema,
    delimiter: DELIMITERS[style] ?? FORMATS[textOf(parameter['x-collectionFormat']) ?? ''] ?? ',',
    // In a query, servers take a plus sign for a space.
    read: isPlain ? String : (text) => decoded(isQuery ? text.replaceAll('+', ' ') : text),
  };
}

/**
 * What is wrong with a text in a path or a header that is written as `simple`, `label` or `matrix`
 * (OpenAPI 3.1 section 4.8.12.4); undefined where one way to read it is valid.
 */
export function mistakeInText(text: string, style: Style, schemas: Schemas): string | undefined {
  return firstValid(style, schemas, (shape) => {
    const { name, explode } = style;
    switch (style.style) {
      case 'label':
        if (!text.startsWith('.')) return 'does not begin with a dot';
        return readParts(text.slice(1), shape, explode ? '.' : ',', style, schemas);
      case 'matrix': {
        if (!text.startsWith(';')) return 'does not begin with a semicolon';
        if (shape === 'object' && explode) {
          return readParts(text.slice(1), shape, ';', style, schemas);
        }
        const values = text.slice(1).split(';');
        const start = `${encodeURIComponent(name)}=`;
        if (!values.every((value) => value.startsWith(start))) return `does not name ${name}`;
        const texts = values.map((value) => value.slice(start.length));
        if (shape === 'array' && explode) return readList(texts, style, schemas);
        if (texts.length > 1) return 'comes more than once';
        return readParts(texts[0] ?? '', shape, ',', style, schemas);
      }
      default:
        return readParts(text, shape, style.delimiter, style, schemas);
    }
  });
}

/**
 * What is wrong with the pairs of a parameter in a query, a cookie or a form: `form`,
 * `spaceDelimited`, `pipeDelimited` and `deepObject`. `pairs` are those that are the parameter's.
 */
export function mistakeInPairs(
  pairs: readonly RawPair[],
  style: Style,
  schemas: Schemas,
): string | undefined {
  return firstValid(style, schemas, (shape) => readPairs(pairs, shape, style, schemas));
}

/** The value that pairs stand for, read as the first shape that is valid; an error's text is thrown. */
export function valueOfPairs(pairs: readonly RawPair[], style: Style, schemas: Schemas): unknown {
  let value: unknown;
  const mistake = firstValid(style, schemas, (shape) => {
    const read = readPairs(pairs, shape, style, schemas);
    if (typeof read !== 'string') value = read.value;
    return read;
  });
  if (mistake !== undefined) throw new Error(mistake);
  return value;
}

/** The pairs of a parameter among all of a query: by its name, or by those of an object's members. */
export function pairsOf(pairs: readonly RawPair[], style: Style, schemas: Schemas): RawPair[] {
  const isObject = shapesOf(style.schema, schemas).includes('object');
  const { names } = schemas.namesOf(style.schema);
  return pairs.filter(([raw]) => {
    const name = decoded(raw) ?? raw;
    if (style.style === 'deepObject') return name.startsWith(`${style.name}[`);
    return name === style.name || (isObject && style.explode && names.has(name));
  });
}

/** True where any name may be a member of the parameter, which is an object and nothing else. */
export function takesAnyName(style: Style, schemas: Schemas): boolean {
  const types = schemas.typesOf(style.schema);
  const isObject = types.has('object') && !types.has('string');
  return (
    style.style === 'form' && style.explode && isObject && schemas.namesOf(style.schema).isOpen
  );
}

/** A value, or what is wrong. */
type Read = { readonly value: unknown } | string;

function firstValid(
  style: Style,
  schemas: Schemas,
  read: (shape: Shape) => Read,
): string | undefined {
  const mistakes = shapesOf(style.schema, schemas).map((shape) => {
    const result = read(shape);
    return typeof result === 'string' ? result : schemas.mistakeIn(result.value, style.schema);
  });
  return mistakes.includes(undefined) ? undefined : mistakes[0];
}

function shapesOf(schema: unknown, schemas: Schemas): Shape[] {
  const types = schemas.typesOf(schema);
  const scalar = ['string', 'number', 'integer', 'boolean', 'null'].some((type) => types.has(type));
  return [
    ...(types.has('array') ? (['array'] as const) : []),
    ...(types.has('object') ? (['object'] as const) : []),
    ...(scalar ? (['scalar'] as const) : []),
  ];
}

function readParts(
  text: string,
  shape: Shape,
  delimiter: RegExp | string,
  style: Style,
  schemas: Schemas,
): Read {
  if (shape === 'scalar') return readScalar(text, style.schema, style, schemas);
  const parts = text === '' ? [] : text.split(delimiter);
  if (shape === 'array') return readList(parts, style, schemas);
  const pairs = style.explode ? parts.map(cut) : couples(parts);
  return pairs ? readMembers(pairs, style, schemas) : 'is no list of names and values';
}

function readPairs(pairs: readonly RawPair[], shape: Shape, style: Style, schemas: Schemas): Read {
  if (style.style === 'deepObject') {
    const members = pairs.map(([name, value]): RawPair | undefined => {
      const inner = /^[^[\]]*\[([^[\]]+)\]$/.exec(decoded(name) ?? '')?.[1];
      return inner === undefined ? undefined : [encodeURIComponent(inner), value];
    });
    const known = members.filter((pair) => pair !== undefined);
    return known.length < members.length
      ? 'has a name that is not of the form name[member]'
      : readMembers(known, style, schemas);
  }
  if (shape === 'object' && style.explode) return readMembers(pairs, style, schemas);
  if (shape === 'array' && style.explode) {
    return readList(
      pairs.map(([, value]) => value),
      style,
      schemas,
    );
  }
  const [pair] = pairs;
  if (!pair || pairs.length > 1) return 'comes more than once';
  if (shape === 'scalar') return readScalar(pair[1], style.schema, style, schemas);
  const parts = pair[1] === '' ? [] : pair[1].split(style.delimiter);
  if (shape === 'array') return readList(parts, style, schemas);
  const members = couples(parts);
  return members ? readMembers(members, style, schemas) : 'is no list of names and values';
}

function readScalar(text: string, schema: unknown, style: Style, schemas: Schemas): Read {
  const format = textOf(objectOf(schema)['x-collectionFormat']);
  if (format !== undefined) {
    return readList(text.split(FORMATS[format] ?? ','), { ...style, schema }, schemas);
  }
  const plain = style.read(text);
  return plain === undefined ? 'is not percent-encoded' : { value: schemas.valueOf(plain, schema) };
}

function readList(texts: readonly string[], style: Style, schemas: Schemas): Read {
  const items = texts.map((text) => readScalar(text, schemas.itemOf(style.schema), style, schemas));
  const mistake = items.find((item) => typeof item === 'string');
  return mistake ?? { value: items.map((item) => (typeof item === 'string' ? item : item.value)) };
}

function readMembers(pairs: readonly RawPair[], style: Style, schemas: Schemas): Read {
  const members = new Map<string, unknown>();
  for (const [rawName, rawValue] of pairs) {
    const name = style.read(rawName);
    if (name === undefined) return 'is not percent-encoded';
    const value = readScalar(rawValue, schemas.propertyOf(style.schema, name), style, schemas);
    if (typeof value === 'string') return value;
    if (members.has(name)) return `has ${name} twice`;
    members.set(name, value.value);
  }
  return { value: Object.fromEntries(members) };
}

function couples(parts: readonly string[]): RawPair[] | undefined {
  if (parts.length % 2 === 1) return undefined;
  return parts.flatMap((part, index): RawPair[] =>
    index % 2 === 0 ? [[part, parts[index + 1] ?? '']] : [],
  );
}

/** `a=b` as a pair. */
export function cut(text: string): RawPair {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
