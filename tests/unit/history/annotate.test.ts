import { expect, it } from 'vitest';
import { compareDocuments } from '../../../src/changes/compare.ts';
import { judgeChanges } from '../../../src/changes/rules/judge.ts';
import { withFieldHistory } from '../../../src/history/annotate.ts';
import { isObject } from '../../../src/json/guards.ts';
import { FIELD_HISTORY } from '../../../src/openapi/field-history.ts';
import type { Document } from '../../../src/openapi/types.ts';

type Schemas = Readonly<Record<string, object>>;

const STRING = { type: 'string' };
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object): object => ({ type: 'object', properties });

/** A document whose operation answers with one schema, and has these. */
function documentOf(answer: object, schemas: Schemas): Document {
  const content = { 'application/json': { schema: answer } };
  return {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    paths: { '/grants': { get: { responses: { 200: { description: 'All.', content } } } } },
    components: { schemas },
  } as unknown as Document;
}

/** The pointers of all fields that have a history in the later document, each with what happened. */
function marked(before: Document, after: Document): Record<string, unknown> {
  const changes = judgeChanges(compareDocuments(before, after));
  const found: Record<string, unknown> = {};
  const visit = (value: unknown, at: string): void => {
    if (!isObject(value)) return;
    for (const [key, child] of Object.entries(value))
      if (key === FIELD_HISTORY) found[at] = child;
      else visit(child, `${at}/${key}`);
  };
  visit(withFieldHistory(after, [{ version: '2', previous: '1', changes }]), '#');
  return found;
}

const PROVIDERS = {
  Plain: object({ name: STRING }),
  Provider: object({ name: STRING, client_id: STRING }),
};
const grant = (provider: string): Schemas => ({
  ...PROVIDERS,
  Grant: object({ provider: ref(provider) }),
});

it.each<[string, Document, Document, Record<string, unknown>]>([
  [
    'a field of a schema is new',
    documentOf(ref('Grant'), grant('Provider')),
    documentOf(ref('Grant'), {
      ...grant('Provider'),
      Provider: object({ name: STRING, client_id: STRING, secret: STRING }),
    }),
    { '#/components/schemas/Provider/properties/secret': { added: '2' } },
  ],
  [
    'a schema refers to another one, whose fields are as old as it',
    documentOf(ref('Grant'), grant('Plain')),
    documentOf(ref('Grant'), grant('Provider')),
    {},
  ],
  [
    'an operation answers with another schema',
    documentOf(ref('Plain'), PROVIDERS),
    documentOf(ref('Provider'), PROVIDERS),
    {},
  ],
  [
    'what the other schema says of a field is something else',
    documentOf(ref('Grant'), grant('Plain')),
    documentOf(ref('Grant'), {
      ...grant('Provider'),
      Provider: object({ name: { ...STRING, maxLength: 10 }, client_id: STRING }),
    }),
    { '#/components/schemas/Provider/properties/name': { changed: '2' } },
  ],
  [
    'a field of an answer is new',
    documentOf(object({ items: object({ id: STRING }) }), {}),
    documentOf(object({ items: object({ id: STRING, name: STRING }) }), {}),
    {
      '#/paths//grants/get/responses/200/content/application/json/schema/properties/items/properties/name':
        { added: '2' },
    },
  ],
])('%s', (_, before, after, expected) => {
  expect(marked(before, after)).toEqual(expected);
});
