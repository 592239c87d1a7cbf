import { expect, it } from 'vitest';
import { createContext } from '../../../../src/model/page/context.ts';
import { buildOperationPage } from '../../../../src/model/page/operation.ts';
import { sliceOf } from '../slice-of.ts';

const UUID = { type: 'string', format: 'uuid' };
const FLOWS = { title: 'List flows', href: '/api/list-flows/' };
const FLOW_PKS = { ...FLOWS, property: 'pk' };

/** The page of an operation with a parameter, and a property of its body and its response. */
function pageOf(name: string, schema: object, where: 'query' | 'path' = 'query') {
  const content = { 'application/json': { schema: { properties: { [name]: schema } } } };
  const operation = {
    parameters: [{ name, in: where, required: true, schema }],
    requestBody: { content },
    responses: { 200: { content } },
  };
  const slice = sliceOf(
    { paths: { '/a': { post: operation } } },
    {
      path: '/a',
      method: 'post',
      valueSources: {
        'uuid flow': ['list-flows', 'pk'],
        'path slug': ['list-flows'],
        'uuid gone': ['gone', 'pk'],
      },
      operations: [{ id: 'list-flows', title: 'List flows' }],
    },
  );
  return buildOperationPage(createContext(slice, { base: '/api' }));
}

it.each<[name: string, schema: object, expected: object | undefined]>([
  ['flow', UUID, FLOW_PKS],
  ['flow', { type: 'array', items: UUID }, FLOW_PKS],
  ['flow', { anyOf: [{ type: 'null' }, UUID] }, FLOW_PKS],
  ['flow', { type: 'string' }, undefined],
  ['slug', UUID, undefined],
  ['gone', UUID, undefined],
  ['constructor', UUID, undefined],
])('the source of %s as %j is %j, in what is sent', (name, schema, expected) => {
  const { parameters, requestBody, responses } = pageOf(name, schema);
  expect(parameters[0]?.parameters[0]?.source).toEqual(expected);
  expect(requestBody?.content[0]?.schema?.properties[0]?.source).toEqual(expected);
  expect(responses[0]?.content[0]?.schema?.properties[0]?.source).toBeUndefined();
});

it('of a parameter of the path depends on its place, whatever its type', () => {
  expect(pageOf('slug', { type: 'string' }, 'path').parameters[0]?.parameters[0]?.source).toEqual(
    FLOWS,
  );
});
