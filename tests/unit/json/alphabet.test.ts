import { expect, it } from 'vitest';
import { byLetter, compareTexts, sortedByText } from '../../../src/json/alphabet.ts';

it.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  // Not as in a dictionary, which depends on the language.
  ['Z', 'a', -1],
  ['z', 'ä', -1],
])('%s before %s: %d', (a, b, order) => {
  expect(compareTexts(a, b)).toBe(order);
});

it('sorts whatever the case, and keeps the order of equal texts', () => {
  expect(sortedByText(['b', 'C', 'a', 'B'], String)).toEqual(['a', 'b', 'B', 'C']);
});

it('groups by first letter', () => {
  const letters = byLetter(['apple', 'Ähre', 'Axe', '9', 'цвет', '_x', 'äther'], String);
  expect([...letters]).toEqual([
    ['A', ['apple', 'Axe']],
    ['Ä', ['Ähre', 'äther']],
    ['#', ['9', '_x']],
    ['Ц', ['цвет']],
  ]);
});
