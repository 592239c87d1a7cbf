import { expect, test } from 'vitest';
import type { Direction, SchemaNode } from '../../../../src/model/schema/schema.ts';
import { nodeOf } from '../slice-of.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e'];

function marksOf(required: readonly string[], direction: Direction, names = NAMES): string[] {
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  const node: SchemaNode = nodeOf({ properties, required }, {}, direction);
  return [
    ...(node.marksOptional ? ['unless marked'] : []),
    ...node.properties.flatMap(({ name, mark }) => (mark ? [`${name} ${mark}`] : [])),
  ];
}

test.each<[required: string, Direction, marks: string[]]>([
  ['a b c d', 'response', ['unless marked', 'e optional']],
  ['a b c d e', 'response', ['unless marked']],
  ['a b', 'response', ['a required', 'b required']],
  ['', 'response', []],
  ['a b c d', 'request', ['a required', 'b required', 'c required', 'd required']],
  ['a b c d', 'both', ['a required', 'b required', 'c required', 'd required']],
])('%s of five, %s', (required, direction, marks) => {
  expect(marksOf(required.split(' '), direction)).toEqual(marks);
});

test('of few, the required ones are marked', () => {
  expect(marksOf(['a', 'b'], 'response', ['a', 'b', 'c'])).toEqual(['a required', 'b required']);
});
