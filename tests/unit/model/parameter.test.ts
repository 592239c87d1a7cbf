import { expect, test } from 'vitest';
import { createContext } from '../../../src/model/context.ts';
import { buildHeaders, buildParameters } from '../../../src/model/parameter.ts';
import { sliceOf } from './slice-of.ts';

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
