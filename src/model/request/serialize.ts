import {
  asArray,
  asObject,
  asString,
  entriesOf,
  inline,
  isObject,
  type JsonObject,
  own,
} from '../../json/guards.ts';
import { jsonText, parseJson } from '../../json/text.ts';
import { toYaml } from '../examples/yaml.ts';
import type { ModelContext } from '../page/context.ts';
import { typesOf } from '../schema/merge.ts';
import { toXml } from '../schema/xml.ts';
import { schemaOfForm } from './form-variants.ts';
import type { ExampleModel } from './media-type.ts';
import { delimiterOf } from './parameter-value.ts';

/** Formats by media type, the first match wins; JSON by default. */
const NOTATIONS = [
  [/[/+](jsonl|ndjson|x-ndjson|json-seq|x-jsonlines|json-lines)$/, 'lines'],
  [/[/+]json(?:$|-)|^\*\/\*$|^application\/\*$/, 'json'],
  [/^text\/event-stream$/, 'events'],
  [/[/+]xml$/, 'xml'],
  [/[/+.](x-)?yaml$/, 'yaml'],
  [/^application\/x-www-form-urlencoded$/, 'form'],
  [/^multipart\//, 'multipart'],
  [
    /^(image|audio|video|font|model)\/|^application\/(octet-stream|pdf|zip|gzip|x-tar|wasm|vnd\.)/,
    'binary',
  ],
  [/^(text|message)\/|[/+](javascript|graphql|sql|toml|jwt|pem|csv)$/, 'text'],
] as const;

/** How a media type is serialized. */
export type Notation = (typeof NOTATIONS)[number][1];

/** The format for values of a media type (with or without parameters such as `charset`). */
export function notationOf(mediaType: string): Notation {
  const essence = essenceOf(mediaType);
  return NOTATIONS.find(([pattern]) => pattern.test(essence))?.[1] ?? 'json';
}

/** The media type in lowercase, without parameters. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** A media type range (`application/*`) cannot be sent: a type of that range is. */
export function concreteType(mediaType: string): string {
  const [range = ''] = essenceOf(mediaType).split('/');
  if (!essenceOf(mediaType).endsWith('/*')) return mediaType;
  return Object.hasOwn(OF_RANGES, range) ? (OF_RANGES[range] ?? '') : 'application/json';
}

const OF_RANGES: Readonly<Record<string, string>> = {
  audio: 'audio/mpeg',
  font: 'font/woff2',
  image: 'image/png',
  model: 'model/gltf-binary',
  multipart: 'multipart/mixed',
  text: 'text/plain',
  video: 'video/mp4',
};

/** The media type of a part from its encoding: the first one listed. */
function partType(encoding: JsonObject): string | undefined {
  const type = asString(encoding.contentType)?.split(',')[0]?.trim();
  return type ? concreteType(type) : undefined;
}

/** A part of a form, OpenAPI 3.1 section 4.8.14.3 and 4.8.14.4. */
export interface FormField {
  readonly name: string;
  readonly value: string;
  /** True if the part is a file; `value` is then its name. */
  readonly isFile: boolean;
  readonly contentType?: string;
}

export interface Serialized {
  readonly value: string;
  readonly language: ExampleModel['language'];
}

/** A value as text in the format of the media type. Strings that contain JSON are formatted. */
export function serialize(
  value: unknown,
  mediaType: string,
  media: JsonObject,
  context: ModelContext,
): Serialized {
  const schema = media.schema ?? media.itemSchema;
  switch (notationOf(mediaType)) {
    case 'json':
      return { value: pretty(unwrapped(value, schema, context)), language: 'json' };
    case 'lines':
      return { value: linesText(value, media, context), language: 'json' };
    case 'events':
      return { value: eventsText(value, media), language: 'text' };
    case 'xml':
      return {
        value: typeof value === 'string' ? value : toXml(value, schema, context),
        language: 'xml',
      };
    case 'yaml':
      return { value: typeof value === 'string' ? value : toYaml(value), language: 'text' };
    case 'form':
    case 'multipart':
      if (typeof value === 'string') return { value, language: 'text' };
      if (Array.isArray(value)) return { value: partsText(value, media), language: 'text' };
      return { value: formText(formFields(value, media, context)), language: 'text' };
    default:
      return { value: typeof value === 'string' ? value : pretty(value), language: 'text' };
  }
}

/**
 * The parts of a form. Lists become repeated parts, objects JSON, as the defaults of the Encoding Object
 * specify; or comma-separated lists if the style says so.
 */
export function formFields(value: unknown, media: JsonObject, context: ModelContext): FormField[] {
  const { properties } = schemaOfForm(value, media.schema, context);
  return entriesOf(value).flatMap(([name, member]) => {
    const schema = own(properties, name);
    const encoding = asObject(own(media.encoding, name));
    const contentType = partType(encoding);
    const isFile = isBinary(schema, contentType, context);
    return fieldPairs(name, member, encoding).map(([key, item]) => {
      const type = contentType ?? (!isFile && isContainer(item) ? 'application/json' : undefined);
      return {
        name: key,
        value: isFile ? fileName(name) : partText(item, type, schema, context),
        isFile,
        ...(type && { contentType: type }),
      };
    });
  });
}

/** The text of a part: objects and lists are serialized in the format of the part's media type. */
function partText(
  value: unknown,
  mediaType: string | undefined,
  schema: unknown,
  context: ModelContext,
): string {
  const isJson = mediaType === undefined || notationOf(mediaType) === 'json';
  return isJson || !isContainer(value)
    ? inline(value)
    : serialize(value, mediaType, { schema }, context).value;
}

/** Values serialized as JSON, which is then the part's media type (OpenAPI 3.1 section 4.8.15.1). */
function isContainer(value: unknown): boolean {
  return isObject(value) || Array.isArray(value);
}

/** The parts for a member of a form, by the `style` and `explode` of its encoding. */
export function fieldPairs(
  name: string,
  member: unknown,
  encoding: JsonObject,
): [string, unknown][] {
  const { style, explode } = encoding;
  if (isObject(member) && style === 'deepObject')
    return entriesOf(member).map(([key, value]) => [`${name}[${key}]`, value]);
  // Without a style an object is JSON.
  if (isObject(member) && (style !== undefined || explode !== undefined)) {
    const members = entriesOf(member);
    return explode === false ? [[name, members.flat().map(inline).join(',')]] : members;
  }
  const items = Array.isArray(member) ? member : [member];
  // It is percent-encoded with the value.
  const delimiter = delimiterOf(encoding);
  return explode === false || delimiter !== ','
    ? [[name, items.map(inline).join(delimiter)]]
    : items.map((item) => [name, item]);
}

/** A multipart body whose parts have no names, as sent (RFC 2046 section 5.1). */
function partsText(values: readonly unknown[], media: JsonObject): string {
  const prefix = asArray(media.prefixEncoding);
  const parts = values.map((value, index) => {
    const type = partType(asObject(prefix[index] ?? media.itemEncoding));
    const head = type === undefined ? '' : `Content-Type: ${type}\n`;
    const isBytes = type !== undefined && notationOf(type) === 'binary';
    return `--boundary\n${head}\n${isBytes ? '(bytes)' : inline(value)}`;
  });
  return `${parts.join('\n')}\n--boundary--`;
}

/** How many levels of nested lists are searched for their items. */
const MAX_LISTS = 5;

/**
 * True for a schema of bytes, or a list of such: `format: binary` (3.0), `contentMediaType` without
 * `contentEncoding`, or nothing at all in a media type of bytes (3.1 section 4.8.14.3).
 */
export function isBinary(
  schema: unknown,
  mediaType: string | undefined,
  context: ModelContext,
): boolean {
  let { schema: flat } = context.flatten(schema);
  // Lists of lists may be endless.
  for (let level = 0; isObject(flat.items) && level < MAX_LISTS; level += 1)
    flat = context.flatten(flat.items).schema;
  if (flat.format === 'binary' || flat.contentEncoding !== undefined)
    return flat.format === 'binary';
  const type = asString(flat.contentMediaType) ?? (flat.type === undefined ? mediaType : undefined);
  return type !== undefined && notationOf(type) === 'binary';
}

function fileName(name: string): string {
  return `${name.replace(/[^\w-]/g, '') || 'file'}.bin`;
}

function formText(fields: readonly FormField[]): string {
  return fields
    .map(({ name, value, isFile }) => `${name}=${isFile ? `@${value}` : value}`)
    .join('\n');
}

/** Documents often contain JSON examples as strings: they are shown as the JSON. */
function unwrapped(value: unknown, schema: unknown, context: ModelContext): unknown {
  const types = typesOf(context.flatten(schema).schema.type);
  if (typeof value !== 'string' || types.includes('string')) return value;
  try {
    return parseJson(value);
  } catch {
    return value;
  }
}

/** One JSON text per line; a text that is not an item consists of the lines themselves. */
function linesText(value: unknown, media: JsonObject, context: ModelContext): string {
  const { schema, itemSchema } = media;
  const item = itemSchema ?? context.flatten(schema).schema.items;
  const isItem =
    itemSchema !== undefined && typeof unwrapped('[]', itemSchema, context) === 'string';
  if (typeof value === 'string' && !isItem) return value;
  const items = Array.isArray(value) ? value : [value];
  return items.map((one) => jsonText(unwrapped(one, item, context))).join('\n');
}

/** The separator of records, RFC 7464; it is invisible, so pages mention it. */
const SEPARATOR = '\u001e';

/** Whether the records of a media type start with a separator: a JSON text sequence. */
export function hasRecords(mediaType: string): boolean {
  return /[/+]json-seq$/.test(essenceOf(mediaType));
}

/** The lines of records, as a page shows them. */
export function linesOfRecords(text: string): string {
  return text.replaceAll(SEPARATOR, '').trimEnd();
}

/** The text of a body as sent: the lines of a JSON text sequence as its records. */
export function sentText(text: string, mediaType: string): string {
  return hasRecords(mediaType)
    ? `${linesOfRecords(text).replace(/^.*$/gm, `${SEPARATOR}$&`)}\n`
    : text;
}

/** The fields of an event (HTML, section 9.2.6), and a comment. */
const FIELD = /^(?:(?:event|data|id|retry)(?::|$)|:)/;

/** A text that already is a stream: only fields, comments and blank lines between events. */
function isStream(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const lines = value.split(/\r\n?|\n/).filter((line) => line !== '');
  return lines.length > 0 && lines.every((line) => FIELD.test(line));
}

function eventsText(value: unknown, media: JsonObject): string {
  if (isStream(value)) return value;
  const items = Array.isArray(value) ? value : [value];
  return items.map((item) => (isStream(item) ? item.trimEnd() : eventOf(item, media))).join('\n\n');
}

/** An event of a `text/event-stream`: an object with its fields, or just data. */
function eventOf(value: unknown, { itemSchema }: JsonObject): string {
  const names = entriesOf(value).map(([name]) => name);
  const isEvent =
    names.includes('data') ||
    // OpenAPI 3.2 section 4.14.2: the items of the stream are its events.
    (itemSchema !== undefined && names.length > 0 && names.every((name) => FIELD.test(name)));
  const fields: [string, unknown][] = isEvent ? entriesOf(value) : [['data', value]];
  return fields
    .map(([name, field]) =>
      inline(field)
        .split('\n')
        .map((line) => `${name}: ${line}`)
        .join('\n'),
    )
    .join('\n');
}

function pretty(value: unknown): string {
  return jsonText(value, 2);
}
