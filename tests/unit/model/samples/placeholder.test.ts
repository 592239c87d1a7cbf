import { expect, it } from 'vitest';
import { createContext } from '../../../../src/model/page/context.ts';
import { buildOperationPage } from '../../../../src/model/page/operation.ts';
import { METHODS } from '../../../../src/openapi/methods.ts';
import { sliceOf } from '../slice-of.ts';

/** The page of an operation with these parameters, and a body if it can have one. */
function pageOf(method: string, names: readonly string[], type = 'application/json') {
  const operation = {
    parameters: names.map((name) => ({
      name,
      in: 'query',
      required: true,
      schema: { type: 'string' },
    })),
    requestBody: { content: { [type]: { schema: { properties: { a: { type: 'string' } } } } } },
  };
  const slice = sliceOf({ paths: { '/a': { [method]: operation } } }, { path: '/a', method });
  return buildOperationPage(createContext(slice));
}

it.each([
  ['userIDs', 'USER_IDS'],
  ['post', 'POST_VALUE'],
  ['url', 'URL_VALUE'],
  ['page_size', 'PAGE_SIZE'],
  ['名', 'VALUE'],
])('the placeholder of %s is %s', (name, word) => {
  const [curl] = pageOf('get', [name]).samples;
  expect(curl?.variants[0]?.placeholders?.map(({ text }) => text)).toEqual([word]);
  expect(curl?.variants[0]?.code).toContain(`=${word}`);
});

it('is no word that the code of a sample has anyway', () => {
  const types = [
    'application/json',
    'multipart/form-data',
    'text/plain',
    'application/octet-stream',
  ];
  const code = METHODS.flatMap((method) =>
    types.flatMap((type) => pageOf(method, [], type).samples),
  )
    .flatMap(({ variants }) => variants)
    .map((variant) => variant.code);
  const words = new Set(code.join('\n').match(/(?<![\w-])[A-Z][A-Z\d_]+(?![\w-])/g));
  expect(words).toContain('POST');
  const names = [...words].map((word) => word.toLowerCase());
  const placeholders = pageOf('get', names).samples[0]?.variants[0]?.placeholders ?? [];
  expect(placeholders.map(({ text }) => text).filter((text) => words.has(text))).toEqual([]);
});
