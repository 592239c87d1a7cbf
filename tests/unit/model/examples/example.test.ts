import { describe, expect, it } from 'vitest';
import { examplesOf, parameterExamples } from '../../../../src/model/examples/example.ts';
import { createContext } from '../../../../src/model/page/context.ts';
import { sentText } from '../../../../src/model/request/serialize.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';

const context = createContext({
  openapi: '3.1.0',
  components: {
    examples: { Shared: { summary: 'Shared one', value: { a: 1 } } },
    schemas: {
      Pet: {
        type: 'object',
        xml: { name: 'animal', namespace: 'https://e.com/ns', prefix: 'e' },
        properties: {
          id: { type: 'integer', xml: { attribute: true } },
          name: { type: 'string', example: 'a<b & "c"' },
          tags: {
            type: 'array',
            xml: { name: 'labels', wrapped: true },
            items: { type: 'string', xml: { name: 'label' } },
          },
          codes: { type: 'array', items: { type: 'integer' } },
          'odd name': { type: 'boolean' },
        },
      },
    },
  },
} as unknown as SliceDocument);
const pet = { schema: { $ref: '#/components/schemas/Pet' } };

const examples = (media: unknown, type = 'application/json') =>
  examplesOf(type, media, context, 'response');
const values = (media: unknown, type?: string) => examples(media, type).map(({ value }) => value);

describe('examplesOf', () => {
  it('makes one of each variant of a form, that of the samples first', () => {
    const variant = (title: string, properties: object) => ({
      title,
      type: 'object',
      properties: { kind: { const: title }, ...properties },
      required: Object.keys(properties),
    });
    const schema = {
      oneOf: [
        variant('By file', { file: { type: 'string', format: 'binary' } }),
        variant('By code', { code: { type: 'integer' } }),
      ],
    };
    const of = (media: object, type: string) =>
      examples(media, type).map(({ name, label, value }) => [name, label, value]);
    expect(of({ schema }, 'multipart/form-data')).toEqual([
      ['example-1', 'Example (generated): By file', 'kind=By file\nfile=@file.bin'],
      ['example-2', 'Example (generated): By code', 'kind=By code\ncode=0'],
    ]);
    expect(of({ schema, example: { code: 7 } }, 'multipart/form-data')).toEqual([
      ['example', 'Example', 'code=7'],
    ]);
    expect(of({ schema }, 'application/json')).toHaveLength(1);
  });

  it('gives the document examples by name', () => {
    const media = {
      schema: { type: 'object' },
      examples: {
        userNotFound: { value: { a: 2 }, description: 'No *such* user' },
        other: { $ref: '#/components/examples/Shared' },
        file: { externalValue: 'https://e.com/a.json', summary: 'In a file' },
        script: { externalValue: 'javascript:alert(1)' },
        missing: { $ref: '#/components/examples/Missing' },
        data: { dataValue: { b: 1 } },
        text: { dataValue: { b: 1 }, serializedValue: '{"b":1}' },
      },
    };
    expect(examples(media)).toEqual([
      {
        name: 'userNotFound',
        label: 'User not found',
        description: 'No *such* user',
        value: '{\n  "a": 2\n}',
        language: 'json',
        generated: false,
      },
      {
        name: 'other',
        label: 'Shared one',
        key: 'other',
        value: '{\n  "a": 1\n}',
        language: 'json',
        generated: false,
      },
      {
        name: 'file',
        label: 'In a file',
        key: 'file',
        externalUrl: 'https://e.com/a.json',
        language: 'text',
        generated: false,
      },
      { name: 'data', label: 'Data', value: '{\n  "b": 1\n}', language: 'json', generated: false },
      { name: 'text', label: 'Text', value: '{"b":1}', language: 'json', generated: false },
    ]);
  });

  it.each<[what: string, media: unknown, value: (string | undefined)[]]>([
    ['example', { example: { a: null } }, ['{\n  "a": null\n}']],
    ['a false example', { example: false, schema: {} }, ['false']],
    ['an example of the schema', { schema: { type: 'integer', example: 7 } }, ['7']],
    ['examples of the schema', { schema: { type: 'integer', examples: [7, 8] } }, ['7', '8']],
    ['JSON in a text', { example: '{"a": 1}', schema: { type: 'object' } }, ['{\n  "a": 1\n}']],
    [
      'JSON in a text that is a text',
      { example: '{"a": 1}', schema: { type: 'string' } },
      ['"{\\"a\\": 1}"'],
    ],
    ['a text', { example: 'not JSON', schema: { type: 'object' } }, ['"not JSON"']],
    ['nothing to go by', {}, []],
    ['wrong types', { examples: 5, example: undefined, schema: 'x' }, ['null']],
    ['no media type', null, []],
    ['bytes', { schema: { type: 'string', format: 'binary' } }, []],
  ])('%s', (_what, media, value) => {
    expect(values(media)).toEqual(value);
  });

  it('keeps one without a value, and makes one where none has a value', () => {
    const found = examples({ schema: { type: 'integer' }, examples: { a: { summary: 'None.' } } });
    expect(found).toMatchObject([{ label: 'None.', key: 'a' }, { generated: true }]);
    expect(found[0]).not.toHaveProperty('value');
  });

  it('makes one from the schema', () => {
    expect(examples({ schema: { type: 'integer', minimum: 3 } })).toEqual([
      {
        name: 'example',
        label: 'Example (generated)',
        value: '3',
        language: 'json',
        generated: true,
      },
    ]);
  });

  it('writes XML by the xml object', () => {
    expect(examples(pet, 'application/xml; charset=utf-8')).toEqual([
      {
        name: 'example',
        label: 'Example (generated)',
        language: 'xml',
        generated: true,
        value: [
          '<?xml version="1.0" encoding="UTF-8"?>',
          '<e:animal xmlns:e="https://e.com/ns" id="1">',
          '  <name>a&lt;b &amp; "c"</name>',
          '  <labels>',
          '    <label>string</label>',
          '  </labels>',
          '  <codes>0</codes>',
          '  <odd_name>true</odd_name>',
          '</e:animal>',
        ].join('\n'),
      },
    ]);
  });

  it.each<[type: string, media: unknown, value: string]>([
    [
      'application/x-www-form-urlencoded',
      { example: { a: 'x y', b: [1, 2], c: { d: 1 } } },
      'a=x y\nb=1\nb=2\nc={"d":1}',
    ],
    [
      'application/x-www-form-urlencoded',
      {
        example: { a: [1, 2], b: [1, 2], t: [1, 2], c: { d: 1, e: 2 }, f: { d: 1 }, g: { d: 1 } },
        encoding: {
          t: { style: 'form', explode: false, 'x-collectionFormat': 'tsv' },
          a: { style: 'pipeDelimited', explode: false },
          b: { style: 'spaceDelimited' },
          c: { explode: false },
          f: { style: 'deepObject' },
          g: { style: 'form' },
        },
      },
      'a=1|2\nb=1 2\nt=1\t2\nc=d,1,e,2\nf[d]=1\nd=1',
    ],
    [
      'multipart/mixed',
      {
        example: [{ a: 1 }, 'b', 'c'],
        prefixEncoding: [{ contentType: 'application/json' }],
        itemEncoding: { contentType: 'image/png, image/gif' },
      },
      '--boundary\nContent-Type: application/json\n\n{"a":1}\n--boundary\nContent-Type: image/png\n\n(bytes)\n--boundary\nContent-Type: image/png\n\n(bytes)\n--boundary--',
    ],
    [
      'multipart/form-data',
      {
        schema: {
          properties: { name: { type: 'string' }, file: { type: 'string', format: 'binary' } },
        },
      },
      'name=My example\nfile=@file.bin',
    ],
    ['application/problem+json', { example: { a: 1 } }, '{\n  "a": 1\n}'],
    ['text/plain', { example: 'a\nb' }, 'a\nb'],
    ['text/csv', { example: 'a,b' }, 'a,b'],
    ['application/x-ndjson', { example: [{ a: 1 }, { a: 2 }] }, '{"a":1}\n{"a":2}'],
    [
      'application/jsonl',
      { itemSchema: { type: 'object', properties: { a: { type: 'integer' } } } },
      '{"a":0}',
    ],
    [
      'text/event-stream',
      { example: [{ event: 'x', data: 'a\nb' }, 'c'] },
      'event: x\ndata: a\ndata: b\n\ndata: c',
    ],
    [
      'text/event-stream',
      { example: 'event: x\ndata: {"a": 1}\n\n: comment\n\ndata: one\r\ndata:\nid: 2\n\n' },
      'event: x\ndata: {"a": 1}\n\n: comment\n\ndata: one\r\ndata:\nid: 2\n\n',
    ],
    ['text/event-stream', { example: ['data: a\n\n', 'b'] }, 'data: a\n\ndata: b'],
    ['text/event-stream', { example: 'data is here' }, 'data: data is here'],
    ['text/event-stream', { example: { event: 'x' } }, 'data: {"event":"x"}'],
    [
      'text/event-stream',
      { itemSchema: {}, example: [{ event: 'x', retry: 5 }, { order: 1 }] },
      'event: x\nretry: 5\n\ndata: {"order":1}',
    ],
    [
      'text/event-stream',
      {
        itemSchema: {
          properties: {
            data: {
              type: 'string',
              contentMediaType: 'application/json',
              contentSchema: { properties: { delta: { const: 'Hi' } } },
            },
          },
        },
      },
      'data: {"delta":"Hi"}',
    ],
    ['application/jsonl', { example: '{"a":1}\n{"a":2}\n' }, '{"a":1}\n{"a":2}\n'],
    ['application/jsonl', { example: ['{"a":1}', { b: 'c\nd' }] }, '{"a":1}\n{"b":"c\\nd"}'],
    ['application/jsonl', { itemSchema: { type: 'string' }, example: ['a', 'b'] }, '"a"\n"b"'],
    ['application/jsonl', { itemSchema: { type: 'string' } }, '"string"'],
    ['application/jsonl', { schema: { items: { type: 'string' } }, example: ['1'] }, '"1"'],
    ['application/json-seq', { example: '\u001e{"a":1}\n\u001e{"a":2}\n' }, '{"a":1}\n{"a":2}'],
    ['application/xml', { example: '<a/>' }, '<a/>'],
  ])('%s', (type, media, value) => {
    expect(values(media, type)).toEqual([value]);
  });

  it('tells of the separators of a sequence of records', () => {
    const media = { itemSchema: { const: 1 } };
    expect(examples(media, 'application/geo+json-seq')).toMatchObject([
      { value: '1', hasRecords: true },
    ]);
    expect(examples(media, 'application/jsonl')[0]).not.toHaveProperty('hasRecords');
  });

  it.each(['1\n2', '1\n2\n', '\u001e1\n\u001e2\n'])('sends records of %j', (text) => {
    expect(sentText(text, 'application/json-seq')).toBe('\u001e1\n\u001e2\n');
    expect(sentText(text, 'application/jsonl')).toBe(text);
  });

  it.each(['application/octet-stream', 'image/png'])('has no example of %s', (type) => {
    expect(examples({ schema: {} }, type)).toEqual([]);
  });
});

describe('parameterExamples', () => {
  it.each<[what: string, parameter: object, value: string[], isUnusual?: boolean]>([
    ['none', { schema: { type: 'string', example: 'in the schema' } }, []],
    ['one', { example: 'a b' }, ['a b']],
    ['by name', { examples: { a: { value: [1, 2] }, b: { value: 'x' } } }, ['a=1&a=2', 'x']],
    ['of content', { content: { 'application/json': { example: { a: 1 } } } }, ['{\n  "a": 1\n}']],
    [
      'made, written unusually',
      { schema: { type: 'string' }, style: 'cookie' },
      ['a=string'],
      true,
    ],
    ['of its schema', { schema: { example: [1, 2] }, explode: false }, ['a=1,2'], true],
    ['wrong types', { examples: null, content: [] }, []],
  ])('%s', (_what, parameter, value, isUnusual = false) => {
    const whole = { name: 'a', in: 'query', ...parameter } as const;
    const examples = parameterExamples(whole, context, isUnusual);
    expect(examples.map((example) => example.value)).toEqual(value);
  });
});
