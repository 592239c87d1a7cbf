import { describe, expect, it } from 'vitest';
import { createContext } from '../../../../src/model/page/context.ts';
import { buildOperationPage } from '../../../../src/model/page/operation.ts';
import type { OperationModel } from '../../../../src/model/page/page.ts';
import { ref, sliceOf } from '../slice-of.ts';

const text = { type: 'string' };
const few = { required: ['a'], properties: { a: text } };
const more = { required: ['a'], properties: { a: text, b: text } };
const large = { type: 'array', minItems: 1000, items: text };

function pageOf(schema: object, operation: object = {}, media: object = {}): OperationModel {
  const requestBody = { content: { 'application/json': { schema, ...media } } };
  const document = {
    paths: { '/a': { post: { requestBody, ...operation } } },
    components: { schemas: { Few: few, More: more } },
  };
  const slice = sliceOf(document, { path: '/a', method: 'post' });
  return buildOperationPage(createContext(slice));
}

const authored = { 'x-codeSamples': [{ lang: 'Perl', source: 'print' }] };

describe('more than the required fields', () => {
  it.each<[what: string, schema: object, has: boolean, media?: object]>([
    ['without any', few, false],
    ['with an optional one', more, true],
    ['of the first variant', { oneOf: [ref('More'), ref('Few')] }, true],
    ['of another variant', { oneOf: [ref('Few'), ref('More')] }, true],
    ['of no variant', { oneOf: [ref('Few'), { ...few, title: 'Other' }] }, false],
    [
      'of a variant inside of a property',
      { required: ['in'], properties: { in: { oneOf: [ref('Few'), ref('More')] } } },
      true,
    ],
    [
      'of a variant inside of a variant',
      { oneOf: [ref('Few'), { title: 'Two', oneOf: [{ ...few, title: 'Other' }, ref('More')] }] },
      true,
    ],
    [
      'of a variant that the example of the document is not of',
      {
        oneOf: [
          { required: ['k'], properties: { k: { const: 1 } } },
          { required: ['k'], properties: { k: { const: 2 }, b: text } },
        ],
      },
      true,
      { example: { k: 1 } },
    ],
    ['in an example of the document', more, false, { example: { a: 'x', b: 'y' } }],
  ])('%s', (_what, schema, has, media) => {
    expect(pageOf(schema, {}, media).hasMoreFields === true).toBe(has);
  });

  it('is nothing that samples of the document follow', () => {
    expect(pageOf(more, authored).hasMoreFields).toBe(true);
    const requestBody = { content: { 'application/json': { schema: more } } };
    const slice = sliceOf(
      { paths: { '/a': { post: { requestBody, ...authored } } } },
      { path: '/a', method: 'post', samples: [] },
    );
    expect(buildOperationPage(createContext(slice)).hasMoreFields).toBeUndefined();
  });
});

describe('samples are cut', () => {
  it.each<[what: string, schema: object, isCut: boolean, media?: object]>([
    ['where all fits', few, false],
    ['with a required part that is too large', { required: ['a'], properties: { a: large } }, true],
    ['with an optional part that is too large', { properties: { a: large, b: text } }, true],
    ['with a required body that is too large', large, true],
    ['with an example of the document', large, false, { example: ['x'] }],
  ])('%s: %s', (_what, schema, isCut, media) => {
    expect(pageOf(schema, {}, media).areSamplesCut === true).toBe(isCut);
  });

  it('although the example on the page is another one', () => {
    // With all fields, the first way to fill the object is taken; with the required ones, only a large one is left.
    const schema = { anyOf: [{ required: ['a'] }], properties: { a: large } };
    const page = pageOf(schema);
    expect(page.areSamplesCut).toBe(true);
  });
});
