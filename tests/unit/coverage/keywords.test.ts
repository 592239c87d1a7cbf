import { describe, expect, it } from 'vitest';
import { FACT_KINDS } from '../../../src/coverage/keyword.ts';
import { KEYWORDS, keywordOf } from '../../../src/coverage/keywords.ts';
import { unknownKeywords } from '../../../src/coverage/unknown.ts';
import { fieldsOf, heldBy, OBJECT_KINDS } from '../../../src/openapi/fields.ts';

describe('the facts of keywords', () => {
  it.each(OBJECT_KINDS)('say of every field of %s what it is', (kind) => {
    for (const [key, { until }] of fieldsOf(kind)) {
      const { fact, named, none } = keywordOf(kind, key) ?? {};
      // What holds objects may say nothing itself.
      const isHolder = heldBy(kind, key) !== undefined;
      if (!until && key !== '*' && !isHolder)
        expect([fact, none].filter(Boolean).length, key).toBe(1);
      expect(named === undefined || heldBy(kind, key)?.shape === 'map', key).toBe(true);
      if (fact) expect(FACT_KINDS).toContain(fact.kind);
      if (fact?.form === 'label' || fact?.form === 'mark') expect(fact.labels, key).toBeDefined();
    }
  });

  it.each(OBJECT_KINDS)('know no field of %s that the standard does not have', (kind) => {
    const known = new Set(fieldsOf(kind).map(([key]) => key));
    expect(Object.keys(KEYWORDS[kind] ?? {}).filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('unknown keywords', () => {
  it.each<[name: string, document: object, unknown: string[]]>([
    ['an extension is none', { info: { 'x-logo': {} } }, []],
    ['a field of an object', { info: { titel: 'T' } }, ['info/titel']],
    [
      'a keyword of an earlier draft',
      { components: { schemas: { A: { properties: { b: { additionalItems: false } } } } } },
      ['components/schemas/A/properties/b/additionalItems'],
    ],
    ['a name that the author chose', { components: { schemas: { get: {} } } }, []],
    ['data', { components: { schemas: { A: { default: { any: 1 }, enum: [{ a: 1 }] } } } }, []],
    [
      'beside a reference',
      { paths: { '/a': { get: { parameters: [{ $ref: '#', summary: 's', nme: 1 }] } } } },
      ['paths//a/get/parameters/0/nme'],
    ],
    [
      'within a callback',
      { paths: { '/a': { post: { callbacks: { c: { '{$url}': { post: { sumary: '' } } } } } } } },
      ['paths//a/post/callbacks/c/{$url}/post/sumary'],
    ],
    [
      'extensions among paths and statuses',
      { paths: { 'x-a': { b: 1 }, '/a': { get: { responses: { 'x-b': { c: 1 } } } } } },
      [],
    ],
  ])('%s', (_name, document, unknown) => {
    expect(unknownKeywords(document).map(({ path }) => path.join('/'))).toEqual(unknown);
  });
});
