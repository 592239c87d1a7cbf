import { expect, test } from 'vitest';
import { createContext } from '../../../../src/model/page/context.ts';
import { buildHeaders, buildParameters } from '../../../../src/model/request/parameter.ts';
import { writtenParameter } from '../../../../src/model/request/parameter-value.ts';
import type { ParameterLocation } from '../../../../src/openapi/types.ts';
import { sliceOf } from '../slice-of.ts';

const shared = { name: 'shared', in: 'query', description: 'Shared.' };
const context = () => createContext(sliceOf({ components: { parameters: { Shared: shared } } }));

test('groups by place in a fixed order; path parameters are always required', () => {
  const groups = buildParameters(
    [
      [
        { name: 'z', in: 'cookie' },
        { name: 'y', in: 'header', required: true },
        { name: 'q', in: 'querystring', content: { 'text/plain': { schema: { type: 'string' } } } },
        { $ref: '#/components/parameters/Shared' },
        { name: 'id', in: 'path', schema: { type: 'integer' }, deprecated: true },
      ],
    ],
    context(),
  );
  const told = groups.map(({ title, parameters }) => [
    title,
    ...parameters.map(({ anchor, required, deprecated, schema, mediaType }) =>
      [anchor, schema.type, required && 'required', deprecated && 'deprecated', mediaType]
        .filter(Boolean)
        .join(' '),
    ),
  ]);
  expect(told).toEqual([
    ['Path parameters', 'path-id integer required deprecated'],
    ['Query parameters', 'query-shared any'],
    ['Query string', 'querystring-q string text/plain'],
    ['Header parameters', 'header-y any required'],
    ['Cookie parameters', 'cookie-z any'],
  ]);
});

test('the operation overrides its path item by name and place, not by name alone', () => {
  const groups = buildParameters(
    [
      [
        { name: 'id', in: 'path', description: 'Of the path.' },
        { name: 'id', in: 'query', description: 'Of the query.' },
      ],
      [{ name: 'id', in: 'path', description: 'Of the operation.' }],
    ],
    context(),
  );
  expect(groups.flatMap((group) => group.parameters.map((one) => one.description))).toEqual([
    'Of the operation.',
    'Of the query.',
  ]);
});

const LIST = { type: 'array', items: { type: 'string' } };
const UNDEFINED = 'OpenAPI does not define how this value is sent; samples send it as shown';
test.each<[string, object, string[]]>([
  ['query', {}, []],
  ['query', { style: 'form', explode: true }, []],
  ['query', { explode: false }, ['explode false']],
  ['query', { style: 'deepObject', explode: true }, ['style deepObject', 'explode true']],
  ['query', { style: 'pipeDelimited', explode: false }, ['style pipeDelimited']],
  [
    'query',
    { allowReserved: true, allowEmptyValue: true },
    ['reserved characters allowed', 'may be empty'],
  ],
  [
    'query',
    { explode: false, 'x-collectionFormat': 'tsv' },
    ['explode false', 'collectionFormat tsv'],
  ],
  ['query', { 'x-collectionFormat': 'multi' }, ['collectionFormat multi']],
  [
    'query',
    { style: 'deepObject', explode: true, schema: { properties: { a: { type: 'object' } } } },
    ['style deepObject', 'explode true', UNDEFINED],
  ],
  [
    'query',
    { style: 'deepObject', explode: true, schema: { properties: { a: { type: 'string' } } } },
    ['style deepObject', 'explode true', 'sent as a[a]=a'],
  ],
  ['query', { schema: LIST }, ['sent as a=a&a=b']],
  ['query', { schema: { ...LIST, maxItems: 1 } }, []],
  ['query', { explode: false, schema: LIST }, ['explode false', 'sent as a=a,b']],
  ['query', { schema: { type: 'array', items: { type: 'integer' } } }, ['sent as a=1&a=2']],
  [
    'query',
    { schema: { type: 'array', items: { type: ['null', 'number'] } } },
    ['sent as a=1.5&a=2.5'],
  ],
  ['query', { schema: { type: ['array', 'string'] } }, []],
  [
    'query',
    { schema: { type: 'array', items: { enum: ['new', null, 'in use', 'old'] } } },
    ['sent as a=new&a=in%20use'],
  ],
  [
    'query',
    { schema: { properties: { from: { type: 'integer' }, to: { type: 'integer' }, by: {} } } },
    ['sent as from=1&to=2'],
  ],
  ['query', { schema: { type: 'array', items: { enum: ['x'.repeat(120), 'y'] } } }, []],
  ['path', { schema: LIST }, ['sent as a,b']],
  ['header', { schema: LIST }, ['sent as a,b']],
  ['cookie', { schema: LIST }, ['sent as a=a; a=b']],
  ['query', { schema: { type: 'array', items: { type: 'array' } } }, [UNDEFINED]],
  [
    'query',
    { schema: { type: 'array', items: { type: 'array', 'x-collectionFormat': 'csv' } } },
    [],
  ],
  ['path', { style: 'simple', explode: false }, []],
  ['path', { style: 'matrix', explode: true }, ['style matrix', 'explode true']],
  ['cookie', { style: 'cookie' }, ['style cookie']],
  ['header', { style: 1, explode: 'x', allowReserved: 1 }, []],
  ['query', { style: 'deepObject', content: { 'application/json': {} } }, []],
])('a %s parameter with %j is written: %j', (place, how, expected) => {
  const [group] = buildParameters([[{ name: 'a', in: place, ...how }]], context());
  const told = group?.parameters[0]?.serialization.map(({ label, value }) =>
    value ? `${label} ${value}` : label,
  );
  expect(told).toEqual(expected);
});

test.each<[unknown]>([
  [{}],
  [null],
  [[null, 1, [], {}, { name: 'a' }, { name: '', in: 'query' }, { name: 'a', in: 'body' }]],
])('parameters of wrong types are left out: %j', (parameters) => {
  expect(buildParameters([parameters], context())).toEqual([]);
});

test('what is received is not told to be sent in an undefined way', () => {
  const headers = { 'X-Rows': { schema: { type: 'array', items: { type: 'object' } } } };
  const [header] = buildHeaders(headers, context(), 'response-200');
  expect(header?.serialization).toEqual([]);
});

test('headers', () => {
  const headers = { 'X-Rate': { schema: { type: 'integer' }, required: true }, bad: 1 };
  expect(buildHeaders(headers, context(), 'response-200')).toMatchObject([
    {
      name: 'X-Rate',
      in: 'header',
      required: true,
      anchor: 'response-200-header-X-Rate',
      schema: { type: 'integer' },
    },
  ]);
});

/** OpenAPI 3.2 section 4.12.4, the table of style examples. */
const COLOURS = ['blue', 'black', 'brown'];
const RGB = { R: 100, G: 200, B: 150 };
test.each<[place: ParameterLocation, parameter: object, value: unknown, written: string]>([
  ['path', { style: 'matrix' }, 'blue', ';color=blue'],
  ['path', { style: 'matrix' }, COLOURS, ';color=blue,black,brown'],
  ['path', { style: 'matrix', explode: true }, COLOURS, ';color=blue;color=black;color=brown'],
  ['path', { style: 'matrix', explode: true }, RGB, ';R=100;G=200;B=150'],
  ['path', { style: 'label' }, RGB, '.R,100,G,200,B,150'],
  ['path', { style: 'label', explode: true }, COLOURS, '.blue.black.brown'],
  ['path', { explode: true }, RGB, 'R=100,G=200,B=150'],
  ['query', {}, COLOURS, 'color=blue&color=black&color=brown'],
  ['query', { explode: false }, RGB, 'color=R,100,G,200,B,150'],
  ['query', { style: 'spaceDelimited', explode: false }, COLOURS, 'color=blue%20black%20brown'],
  ['query', { style: 'pipeDelimited', explode: false }, COLOURS, 'color=blue%7Cblack%7Cbrown'],
  [
    'query',
    { style: 'deepObject', explode: true },
    RGB,
    'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150',
  ],
  // What OpenAPI 2.0 has, and no style of 3.x says.
  ['query', { explode: false, 'x-collectionFormat': 'tsv' }, COLOURS, 'color=blue%09black%09brown'],
  ['path', { 'x-collectionFormat': 'ssv' }, COLOURS, 'blue%20black%20brown'],
  ['path', { 'x-collectionFormat': 'tsv' }, COLOURS, 'blue%09black%09brown'],
  ['path', { 'x-collectionFormat': 'pipes' }, COLOURS, 'blue%7Cblack%7Cbrown'],
  ['header', { 'x-collectionFormat': 'ssv' }, COLOURS, 'blue black brown'],
  ['header', { 'x-collectionFormat': 'tsv' }, COLOURS, 'blue\tblack\tbrown'],
  ['header', { 'x-collectionFormat': 'pipes' }, COLOURS, 'blue|black|brown'],
  [
    'query',
    { explode: false, 'x-collectionFormat': 'constructor' },
    COLOURS,
    'color=blue,black,brown',
  ],
  [
    'query',
    {
      explode: false,
      schema: {
        items: { 'x-collectionFormat': 'pipes', items: { 'x-collectionFormat': 'csv' } },
      },
    },
    [['a b', [1, 2]], ['c']],
    'color=a%20b%7C1,2,c',
  ],
  ['query', { allowReserved: true }, '/a?b', 'color=/a?b'],
  ['header', {}, COLOURS, 'blue,black,brown'],
  ['cookie', {}, 'a b', 'color=a%20b'],
  ['cookie', { style: 'cookie' }, 'a b, c', 'color=a b, c'],
  ['cookie', { style: 'cookie' }, RGB, 'R=100; G=200; B=150'],
])('in the %s, %j writes %j as %s', (place, parameter, value, written) => {
  expect(writtenParameter(value, { name: 'color', ...parameter }, place)).toBe(written);
});
