import { Dicer } from '@fastify/busboy';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parse as parseYaml } from 'yaml';
import { isObject, type JsonObject, listOf, objectOf, parsed, textOf } from './json.ts';
import { essenceOf, isOf, mediaParameters } from './media.ts';
import type { Schemas } from './schemas.ts';

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/**
 * What is wrong with a multipart body: parts by name against `encoding` (OpenAPI 3.1 section 4.8.15),
 * or by position against `prefixEncoding` and `itemEncoding` (3.2 section 4.14.4).
 */
export async function multipartMistakes(
  body: Buffer,
  type: string,
  media: JsonObject,
  schemas: Schemas,
): Promise<string[]> {
  const boundary = mediaParameters(type).get('boundary');
  if (!boundary) return ['its Content-Type has no boundary'];
  const parts = await partsOf(body, boundary).catch((error: unknown) => String(error));
  if (typeof parts === 'string') return [`is no multipart: ${parts}`];
  if (parts.length === 0) return ['has no parts'];
  return essenceOf(type) === 'multipart/form-data'
    ? namedMistakes(parts, media, schemas)
    : positionMistakes(parts, media, schemas);
}

function partsOf(body: Buffer, boundary: string): Promise<Part[]> {
  return new Promise((resolve, reject) => {
    const parts: Part[] = [];
    const parser = new Dicer({ boundary });
    parser.on('part', (part) => {
      const chunks: Buffer[] = [];
      const headers = new Map<string, string>();
      part.on('header', (header) => {
        for (const [name, values] of Object.entries(header)) {
          headers.set(name.toLowerCase(), [values].flat().join(', '));
        }
      });
      part.on('error', reject);
      part.on('data', (chunk) => chunks.push(Buffer.from(chunk)));
      part.on('end', () => parts.push({ headers, body: Buffer.concat(chunks) }));
    });
    parser.on('error', reject);
    parser.on('finish', () => resolve(parts));
    parser.end(body);
  });
}

function namedMistakes(parts: readonly Part[], media: JsonObject, schemas: Schemas): string[] {
  const mistakes: string[] = [];
  const members = new Map<string, unknown[]>();
  for (const part of parts) {
    const disposition = part.headers.get('content-disposition') ?? '';
    const name = /^form-data;.*?\bname="([^"]*)"/.exec(disposition)?.[1];
    if (name === undefined) return [`a part has no name: ${disposition}`];
    const isFile = /;\s*filename\*?=/.test(disposition);
    const declared = schemas.propertyOf(media.schema, name);
    const isList = schemas.typesOf(declared).has('array') && isObject(declared);
    const schema = isList ? schemas.itemOf(declared) : declared;
    const wanted = textOf(objectOf(objectOf(media.encoding)[name]).contentType);
    const read = readPart(part, schema, isFile, wanted, schemas);
    mistakes.push(...read.mistakes.map((mistake) => `part ${name} ${mistake}`));
    members.set(name, [...(members.get(name) ?? []), read.value]);
  }
  const entries = [...members].map(([name, values]): [string, unknown] => {
    const types = schemas.typesOf(schemas.propertyOf(media.schema, name));
    const isOne = values.length === 1 && (!types.has('array') || types.has('string'));
    return [name, isOne ? values[0] : values];
  });
  const mistake = schemas.mistakeIn(Object.fromEntries(entries), media.schema);
  return mistake === undefined ? mistakes : [...mistakes, mistake];
}

function positionMistakes(parts: readonly Part[], media: JsonObject, schemas: Schemas): string[] {
  const { schema, itemSchema, itemEncoding } = media;
  const mistakes: string[] = [];
  const values = parts.map((part, index) => {
    const item =
      listOf(objectOf(schema).prefixItems)[index] ?? itemSchema ?? schemas.itemOf(schema);
    const encoding = objectOf(listOf(media.prefixEncoding)[index] ?? itemEncoding);
    const read = readPart(part, item, false, textOf(encoding.contentType), schemas);
    mistakes.push(...read.mistakes.map((mistake) => `part ${index + 1} ${mistake}`));
    return read.value;
  });
  const mistake = schemas.mistakeIn(values, schema);
  return mistake === undefined ? mistakes : [...mistakes, mistake];
}

/** The value of a part, and what is wrong with its media type. */
function readPart(
  { headers, body }: Part,
  schema: unknown,
  isFile: boolean,
  wanted: string | undefined,
  schemas: Schemas,
): { readonly value: unknown; readonly mistakes: readonly string[] } {
  const type = headers.get('content-type');
  const choices = (wanted ?? defaultType(schema, isFile, schemas)).split(',');
  // Without a Content-Type a part is plain text (RFC 7578 section 4.4).
  const isFine = choices.some((choice) => isOf(type ?? 'text/plain', choice.trim()));
  const mistakes = isFine ? [] : [`is ${type ?? 'without a type'}, not ${choices.join(' or ')}`];
  const text = body.toString();
  if (/[/+]json$/.test(essenceOf(type ?? ''))) {
    const value = parsed(text);
    return { value, mistakes: value === undefined ? [...mistakes, 'is no JSON'] : mistakes };
  }
  if (/[/+](x-)?yaml$/.test(essenceOf(type ?? ''))) {
    return { value: parseYaml(text) as unknown, mistakes };
  }
  if (/[/+]xml$/.test(essenceOf(type ?? ''))) {
    const tree = new XMLParser({ ignoreDeclaration: true, ignoreAttributes: false }).parse(text);
    const isRight = XMLValidator.validate(text) === true;
    return {
      value: Object.values(objectOf(tree))[0],
      mistakes: isRight ? mistakes : ['is no XML'],
    };
  }
  return { value: isFile ? text : schemas.valueOf(text, schema), mistakes };
}

/** OpenAPI 3.1 section 4.8.15.1: what a part's media type is where the document does not say it. */
function defaultType(schema: unknown, isFile: boolean, schemas: Schemas): string {
  const types = schemas.typesOf(schema);
  if (types.has('object') && !types.has('string')) return 'application/json';
  // A client may well know better what a file is.
  if (isFile) return '*/*';
  return 'text/plain';
}
