import { describe, expect, it } from 'vitest';
import { isSmall } from '../../../../src/model/schema/small.ts';
import { fieldsOf } from '../../../../src/openapi/fields.ts';
import { contextOf, nodeOf } from '../slice-of.ts';

/** Keywords of the table that hold schemas to refer to, or that JSON Schema does not have any more. */
const NOT_DRAWN = ['$defs', 'definitions', 'additionalItems'];

/** Keywords that mean nothing without `if`. */
const CONDITIONAL = ['then', 'else'];

const keywords = fieldsOf('schema').flatMap(([keyword, { kind, shape }]) =>
  kind === 'schema' && !NOT_DRAWN.includes(keyword) ? [[keyword, shape] as const] : [],
);

describe.each(keywords)('the schemas under %s', (keyword, shape) => {
  const inner = (name: string) => ({ type: 'object', properties: { [`of-${name}`]: {} } });
  const holding = (name: string): object => {
    const values = { one: inner(name), list: [inner(name)], map: { [name]: inner(name) } };
    const beside = CONDITIONAL.includes(keyword) ? { if: { minProperties: 1 } } : {};
    return { ...beside, [keyword]: values[shape] };
  };
  const drawn = (schema: object) => JSON.stringify(nodeOf(schema));

  it('are drawn', () => {
    expect(drawn(holding('a'))).toContain('of-a');
  });

  it('are drawn where two schemas that both hold have them', () => {
    const both = drawn({ allOf: [holding('a'), holding('b')] });
    expect(both).toContain('of-a');
    expect(both).toContain('of-b');
  });

  it('take room, so that what holds them is not drawn again and again', () => {
    const context = contextOf();
    expect(isSmall(context.flatten(holding('a')), context)).toBe(false);
  });
});
