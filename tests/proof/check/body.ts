import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parse as parseYaml } from 'yaml';
import { type JsonObject, objectOf, parsed, textOf } from './json.ts';
import { essenceOf, isOf } from './media.ts';
import { headerOf, type Message } from './message.ts';
import { multipartMistakes } from './multipart.ts';
import type { Operation } from './operations.ts';
import { mistakeInForm } from './parameters.ts';
import type { Schemas } from './schemas.ts';
import { cut } from './style.ts';

/**
 * What is wrong with the body of a request: its media type is declared, its form is that of the media
 * type, and its value one of the schema (OpenAPI 3.1 sections 4.8.13 and 4.8.14).
 */
export async function bodyMistakes(
  message: Message,
  { requestBody }: Operation,
  schemas: Schemas,
): Promise<string[]> {
  const type = headerOf(message, 'content-type');
  if (!requestBody) {
    return message.body.length > 0 ? ['a body is sent, and none is declared'] : [];
  }
  const content = Object.entries(objectOf(requestBody.content));
  if (message.body.length === 0) {
    // A media type without a schema says nothing that could be sent.
    const isOpen = content.every(([, media]) => Object.keys(schemas.resolve(media)).length === 0);
    return requestBody.required === true && !isOpen ? ['the required body is missing'] : [];
  }
  if (type === undefined) return ['the body has no Content-Type'];
  const [declared, media] =
    content.find(([one]) => isOf(type, one) && !one.includes('*')) ??
    content.find(([one]) => isOf(type, one)) ??
    [];
  if (declared === undefined) return [`Content-Type ${type} is not declared`];
  const mistakes = await contentMistakes(message.body, type, schemas.resolve(media), schemas);
  return mistakes.map((mistake) => `body: ${mistake}`);
}

async function contentMistakes(
  body: Buffer,
  type: string,
  media: JsonObject,
  schemas: Schemas,
): Promise<string[]> {
  const text = body.toString();
  const essence = essenceOf(type);
  if (/^multipart\//.test(essence)) return multipartMistakes(body, type, media, schemas);
  if (/[/+](json-seq)$/.test(essence)) return lineMistakes(recordsOf(text), media, schemas);
  if (/[/+](jsonl|ndjson|x-ndjson)$/.test(essence)) {
    return lineMistakes(text.replace(/\n$/, '').split('\n'), media, schemas);
  }
  if (/[/+]json$/.test(essence)) {
    const value = parsed(text);
    return found(value === undefined ? 'is no JSON' : schemas.mistakeIn(value, media.schema));
  }
  if (essence === 'application/x-www-form-urlencoded') {
    // Of a form that is one string, the schema is that of the string.
    const types = schemas.typesOf(media.schema);
    if (types.size === 1 && types.has('string')) {
      return found(schemas.mistakeIn(text, media.schema));
    }
    const pairs = text.split('&').map(cut);
    return found(mistakeInForm(pairs, media.schema, objectOf(media.encoding), schemas));
  }
  if (/[/+]xml$/.test(essence)) return xmlMistakes(text, media.schema, schemas);
  if (/[/+](x-)?yaml$/.test(essence)) return yamlMistakes(text, media.schema, schemas);
  if (/^text\//.test(essence)) return found(schemas.mistakeIn(text, media.schema));
  // Of bytes, a schema says no more than their number.
  return found(schemas.mistakeIn(body.toString('latin1'), media.schema));
}

function found(mistake: string | undefined): string[] {
  return mistake === undefined ? [] : [mistake];
}

const RECORD_SEPARATOR = '\u001e';

/** Records between a record separator and a line feed, RFC 7464 section 2.1. */
function recordsOf(text: string): string[] | undefined {
  const [before, ...records] = text.split(RECORD_SEPARATOR);
  return before === '' && records.every((record) => record.endsWith('\n')) ? records : undefined;
}

function lineMistakes(
  lines: readonly string[] | undefined,
  { schema, itemSchema }: JsonObject,
  schemas: Schemas,
): string[] {
  const values = lines?.map(parsed);
  if (!values || values.includes(undefined)) return ['is no sequence of JSON texts'];
  return [
    ...values.flatMap((value) => found(schemas.mistakeIn(value, itemSchema))),
    ...found(schemas.mistakeIn(values, schema)),
  ];
}

function yamlMistakes(text: string, schema: unknown, schemas: Schemas): string[] {
  try {
    return found(schemas.mistakeIn(parseYaml(text), schema));
  } catch (error) {
    return [`is no YAML: ${String(error)}`];
  }
}

/** Well-formed, with the root that the XML Object or the name of the component gives (section 4.8.26). */
function xmlMistakes(text: string, schema: unknown, schemas: Schemas): string[] {
  const result = XMLValidator.validate(text);
  if (result !== true) return [`is no XML: ${result.err.msg}`];
  const tree = objectOf(new XMLParser({ ignoreDeclaration: true }).parse(text));
  const [root = ''] = Object.keys(tree).filter((name) => !name.startsWith('?'));
  const { name, prefix } = objectOf(schemas.resolve(schema).xml);
  const component = textOf(objectOf(schema).$ref)?.split('/').at(-1);
  const own = textOf(name) ?? component;
  const wanted = own && (prefix === undefined ? own : `${prefix}:${own}`);
  return wanted === undefined || root === wanted ? [] : [`has the root ${root}, not ${wanted}`];
}
