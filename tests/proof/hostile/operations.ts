import type { Document } from '../../../src/openapi/types.ts';
import { Texts } from './texts.ts';

export type Pair = readonly [name: string, value: string];

/** What the request of an operation has to bring, and nothing else of its kind. */
export interface Expected {
  readonly method: string;
  readonly query: readonly Pair[];
  readonly header?: Pair;
  readonly cookie?: Pair;
  readonly body?: ExpectedBody;
}

export type ExpectedBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'form' | 'multipart';
      readonly fields: readonly Pair[];
      readonly files: readonly string[];
    };

export interface Hostile {
  readonly document: Document;
  /** By index, which is the first segment of the path: `/i7/`. */
  readonly expected: readonly Expected[];
  /** All texts, which a program might take for names of files. */
  readonly texts: readonly string[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'options', 'head'];

/** A document of operations in which every name and value is a hostile text. */
export function hostileDocument(seed: number, count: number): Hostile {
  const texts = new Texts(seed);
  const all: string[] = [];
  const text = () => {
    const made = texts.text();
    all.push(made);
    return made;
  };
  const expected: Expected[] = [];
  const paths: Record<string, object> = {};
  const schemes: Record<string, object> = {};
  for (let index = 0; index < count; index += 1) {
    const made = operationOf(texts, text, `scheme ${index} ${text()}`);
    expected.push(made.expected);
    Object.assign(schemes, made.schemes);
    const { method } = made;
    paths[`/i${index}/{p}`] = METHODS.includes(method)
      ? { [method]: made.operation }
      : { additionalOperations: { [method]: made.operation } };
  }
  const document = {
    openapi: '3.2.0',
    info: { title: 'Hostile', version: '1' },
    paths,
    components: { securitySchemes: schemes },
  };
  return { document: document as unknown as Document, expected, texts: all };
}

function operationOf(texts: Texts, text: () => string, scheme: string) {
  const method = texts.chance(0.7)
    ? texts.one(METHODS)
    : texts.chance(0.5)
      ? 'HEADX'
      : texts.token();
  const [query, header, cookie] = [
    [`q${text()}`, text()] as const,
    [texts.token(), text()] as const,
    [`c${text()}`, text()] as const,
  ];
  const place = texts.one(['query', 'header', 'cookie']);
  const key = place === 'header' ? `K${texts.token()}` : `k${text()}`;
  const hasBody = !/^(get|head)$/i.test(method) && texts.chance(0.8);
  const body = hasBody ? bodyOf(texts, text) : undefined;
  const isOdd = texts.chance(0.2);
  const given = (name: string, value: string, at: string) => ({
    name,
    in: at,
    required: true,
    example: value,
    schema: { type: 'string' },
    ...(isOdd && at !== 'cookie' && { style: 'cookie' }),
  });
  const operation = {
    ...(texts.chance(0.3) && { servers: [{ url: `https://h/${text()}` }] }),
    parameters: [
      given('p', `p${text()}`, 'path'),
      given(...query, 'query'),
      given(...header, 'header'),
      given(...cookie, 'cookie'),
      // No name of a header: nobody may send it.
      given(`X: 1${text()}`, text(), 'header'),
    ],
    security: [{ [scheme]: [] }],
    ...(body && { requestBody: { content: { [body.type]: body.media } } }),
    responses: { 200: { description: '', content: { [`text/x${text()}`]: {} } } },
  };
  return {
    method,
    operation,
    schemes: { [scheme]: { type: 'apiKey', in: place, name: key } },
    expected: {
      method: method.toUpperCase(),
      query: [query, ...(place === 'query' ? [[key, 'YOUR_API_KEY'] as const] : [])],
      header,
      ...(place !== 'cookie' && { cookie }),
      ...(body && { body: body.expected }),
    } satisfies Expected,
  };
}

function bodyOf(
  texts: Texts,
  text: () => string,
): { readonly type: string; readonly media: object; readonly expected: ExpectedBody } {
  const fields = [[text(), text()] as const, [`2${text()}`, text()] as const];
  const example = Object.fromEntries(fields);
  // Names that are numbers come first in an object.
  const sent = Object.entries(example);
  switch (texts.one(['json', 'text', 'form', 'multipart', 'multipart', 'multipart'])) {
    case 'json':
      return {
        type: 'application/json',
        media: { example },
        expected: { kind: 'json', value: example },
      };
    case 'text': {
      const value = `${text()}\n${text()}`;
      return {
        type: 'text/plain',
        media: { example: value },
        expected: { kind: 'text', text: value },
      };
    }
    case 'form':
      return {
        type: 'application/x-www-form-urlencoded',
        media: { example },
        expected: { kind: 'form', fields: sent, files: [] },
      };
    default: {
      const hasFile = texts.chance(0.5);
      const isTyped = texts.chance(0.3);
      const schema = { type: 'object', properties: { file: { type: 'string', format: 'binary' } } };
      const encoding = Object.fromEntries([[fields[0]?.[0], { contentType: `text/x-a${text()}` }]]);
      return {
        type: 'multipart/form-data',
        media: {
          schema,
          example: hasFile ? { ...example, file: text() } : example,
          ...(isTyped && { encoding }),
        },
        expected: { kind: 'multipart', fields: sent, files: hasFile ? ['file'] : [] },
      };
    }
  }
}
