import { expect, it } from 'vitest';
import type { OperationModel } from '../../../../src/model/page/page.ts';
import { givenValue } from '../../../../src/model/request/control.ts';
import { baseUrlOf } from '../../../../src/model/request/server-url.ts';
import type { Document } from '../../../../src/openapi/types.ts';
import { type DrawnPage, drawPages } from '../../../support/draw.tsx';

/** A value, how it is written in JSON and in an address, and how a line of text shows it. */
const VALUES = [
  { value: null, json: 'null', plain: 'null', line: 'null' },
  { value: false, json: 'false', plain: 'false', line: 'false' },
  { value: 0, json: '0', plain: '0', line: '0' },
  { value: '', json: '""', plain: '', line: '""' },
] as const;

/** Where a document gives a value: in a schema, or beside one. */
const IN_SCHEMA: Readonly<Record<string, (value: unknown) => object>> = {
  example: (value) => ({ example: value }),
  examples: (value) => ({ examples: [value] }),
  default: (value) => ({ default: value }),
  const: (value) => ({ const: value }),
  enum: (value) => ({ enum: [value] }),
};
const BESIDE: Readonly<Record<string, (value: unknown) => object>> = {
  example: (value) => ({ example: value }),
  value: (value) => ({ examples: { one: { value } } }),
  dataValue: (value) => ({ examples: { one: { dataValue: value } } }),
};
const places = (value: unknown) => [
  ...Object.entries(BESIDE).map(([name, give]) => ({ name, beside: give(value), schema: {} })),
  ...Object.entries(IN_SCHEMA).map(([name, give]) => ({
    name: `schema-${name}`,
    beside: {},
    schema: give(value),
  })),
];

interface Case {
  readonly id: string;
  readonly operation: object;
  /** What the sample has; empty for what is not sent. */
  readonly sent: string;
  /** What stands somewhere on the page, as text. */
  readonly shown: string;
}

const response = { 204: { description: 'Done.' } };
const body = (content: object) => ({ requestBody: { content }, responses: response });
const parameter = (holder: object) => ({
  parameters: [{ name: 'p', in: 'query', required: true, ...holder }],
  responses: response,
});
const header = (holder: object) => ({
  responses: { 200: { description: 'Done.', headers: { 'X-One': holder } } },
});

const cases = VALUES.flatMap(({ value, json, plain, line }) =>
  places(value).flatMap(({ name, beside, schema }): Case[] => {
    const id = `${JSON.stringify(value).replaceAll('"', 'q')}-${name}`;
    const holder = { ...beside, schema };
    const isBeside = Object.keys(beside).length > 0;
    // A named example is shown in an element of its own, a fact of a schema in a line of text.
    const shown = isBeside ? plain || 'The value is empty.' : line;
    const inObject = { schema: { properties: { p: schema } } };
    return [
      { id: `query-${id}`, operation: parameter(holder), sent: `?p=${plain}`, shown },
      {
        id: `content-${id}`,
        operation: parameter({ content: { 'application/json': holder } }),
        sent: `?p=${encodeURIComponent(json)}`,
        shown: isBeside ? json : line,
      },
      { id: `header-${id}`, operation: header(holder), sent: '', shown },
      {
        id: `body-${id}`,
        operation: body({ 'application/json': holder }),
        sent: json,
        shown: json,
      },
      {
        id: `text-${id}`,
        operation: body({ 'text/plain': holder }),
        sent: `'${plain}'`,
        shown: plain || 'The value is empty.',
      },
      ...(isBeside
        ? []
        : [
            {
              id: `property-${id}`,
              operation: body({ 'application/json': inObject }),
              sent: `"p": ${json}`,
              shown: line,
            },
          ]),
    ];
  }),
);

const document = {
  openapi: '3.2.0',
  info: { title: 'Falsy', version: '1' },
  servers: [{ url: 'https://api.example' }],
  paths: Object.fromEntries(
    cases.map(({ id, operation }) => [`/${id}`, { post: { operationId: id, ...operation } }]),
  ),
} as unknown as Document;

const pages = await drawPages(document, { samples: [{ id: 'curl' }] });

/** The texts of the elements of a page. */
function textsOf(html: string): string[] {
  return html
    .replace(/<!--.*?-->/g, '')
    .split(/<[^>]*>/)
    .map((text) => text.replaceAll('&quot;', '"').trim());
}

it.each(cases)('$id is shown and sent as it is', ({ id, sent, shown }) => {
  const [drawn] = [...pages.values()].filter(({ page }) => page.operation?.operationId === id);
  const { html, model } = drawn as DrawnPage;
  expect((model as OperationModel).samples[0]?.variants[0]?.code).toContain(sent);
  expect(textsOf(html)).toContain(shown);
});

it('the default of a server variable may be empty', () => {
  const server = { url: 'https://api.example/v1{suffix}', extensions: [] };
  const variable = { name: 'suffix', enum: [] };
  expect(baseUrlOf({ ...server, variables: [{ ...variable, default: '' }] })).toBe(
    'https://api.example/v1',
  );
  expect(baseUrlOf({ ...server, variables: [variable] })).toBe('https://api.example/v1suffix');
});

it.each(VALUES)('a control gives $value where it is chosen', ({ value, json }) => {
  expect(givenValue(json, { kind: 'choice', options: [value] })).toBe(value);
});
