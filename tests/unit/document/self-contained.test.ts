import { describe, expect, it } from 'vitest';
import { isSelfContained } from '../../../src/document/self-contained.ts';

const schemas = (named: object): object => ({
  components: { schemas: { Book: { type: 'object' }, ...named } },
});

const BOOK = { $ref: '#/components/schemas/Book' };

const CASES: readonly [what: string, root: object, expected: boolean][] = [
  ['no reference', {}, true],
  ['an internal reference', schemas({ Shelf: { items: BOOK } }), true],
  ['a reference to a reference', schemas({ A: { $ref: '#/components/schemas/B' }, B: BOOK }), true],
  ['a property of the name $ref', schemas({ A: { properties: { $ref: BOOK } } }), true],
  ['another file', schemas({ A: { $ref: 'a.yaml#/A' } }), false],
  [
    'its own file by name',
    schemas({ A: { $ref: './openapi.yaml#/components/schemas/Book' } }),
    false,
  ],
  ['an anchor', schemas({ A: { $ref: '#book' } }), false],
  ['nowhere', schemas({ A: { $ref: '#/components/schemas/Boook' } }), false],
  [
    'a way through a reference',
    schemas({ A: BOOK, B: { $ref: '#/components/schemas/A/type' } }),
    false,
  ],
  ['an example', schemas({ A: { example: BOOK } }), false],
  ['an extension', { 'x-a': BOOK, ...schemas({}) }, false],
  ['a place for text', schemas({ A: { description: BOOK } }), false],
  [
    'the value of an example elsewhere',
    { components: { examples: { A: { externalValue: 'a.json' } } } },
    false,
  ],
  [
    'mappings by name and pointer',
    schemas({ A: { discriminator: { mapping: { a: 'Book', b: BOOK.$ref } } } }),
    true,
  ],
  [
    'a mapping to a file',
    schemas({ A: { discriminator: { mapping: { a: 'book.yaml' } } } }),
    false,
  ],
  [
    'a mapping to nowhere',
    schemas({ A: { discriminator: { mapping: { a: '#/components/schemas/No' } } } }),
    false,
  ],
  [
    'a default mapping to a file',
    schemas({ A: { discriminator: { defaultMapping: './book' } } }),
    false,
  ],
];

describe('a document in one piece', () => {
  it.each(CASES)('%s', (_what, root, expected) => {
    expect(isSelfContained(root as never)).toBe(expected);
  });
});
