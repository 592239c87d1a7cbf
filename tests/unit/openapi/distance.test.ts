import { expect, it } from 'vitest';
import { editDistances } from '../../../src/openapi/distance.ts';

it.each([
  ['imperonate', 'impersonate', [1, 1]],
  ['impresonate', 'impersonate', [1, 1]],
  ['impersonate', 'impersonate', [0, 0]],
  ['impreson', 'impersonate', [1, 4]],
  ['usr', 'users', [1, 2]],
  ['polices', 'policies', [1, 1]],
  ['', 'ab', [0, 2]],
  ['ab', '', [2, 2]],
  ['abc', 'xyz', undefined],
  ['much longer', 'much', undefined],
])('from %s to a beginning of %s, and to all of it', (word, other, expected) => {
  const distances = editDistances(word, other, 2);
  expect(distances && [Math.min(...distances), distances.at(-1)]).toEqual(expected);
});

it('reports each letter that was compared, and stops where no later one can help', () => {
  let rows = 0;
  editDistances('abcdef', 'uvwxyz', 2, () => {
    rows += 1;
  });
  expect(rows).toBe(3);
});
