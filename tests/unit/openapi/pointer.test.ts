import { describe, expect, it } from 'vitest';
import {
  formatPointer,
  parsePointer,
  plainSegments,
  valueAt,
} from '../../../src/openapi/pointer.ts';

describe('parsePointer', () => {
  it.each([
    ['#', []],
    ['#/', []],
    ['', []],
    ['#/paths/~1users~1{id}/get', ['paths', '/users/{id}', 'get']],
    // `~01` is `~1`, not a slash (RFC 6901 section 4).
    ['#/a~01b', ['a~1b']],
    ['#/a%7E1b/c%20d', ['a/b', 'c d']],
    // Many write a path with its slash percent-encoded; it is no separator.
    ['#/paths/%2Fusers/get', ['paths', '/users', 'get']],
    ['#/100%/x', ['100%', 'x']],
  ])('%s', (pointer, segments) => {
    expect(parsePointer(pointer)).toEqual(segments);
  });

  it('reads what formatPointer writes', () => {
    const segments = ['a/b', 'c~d', '~1', ' ', 'ü', '0'];
    expect(parsePointer(formatPointer(segments))).toEqual(segments);
  });
});

describe('plainSegments', () => {
  it.each([
    ['#', []],
    ['#/', []],
    ['#/paths/~1search%20all/get', ['paths', '/search%20all', 'get']],
  ])('%s', (pointer, segments) => {
    expect(plainSegments(pointer)).toEqual(segments);
  });

  it('is the reverse of formatPointer, whatever the names', () => {
    const segments = ['a/b', 'c~d', '~1', '50%', 'a%20b', 'ü'];
    expect(plainSegments(formatPointer(segments))).toEqual(segments);
  });
});

it.each<[unknown, string[], unknown]>([
  [{ a: [{ b: 1 }] }, ['a', '0', 'b'], 1],
  [{ a: ['x'] }, ['a', '00'], undefined],
  [{ a: ['x'] }, ['a', 'length'], undefined],
  [{}, ['constructor', 'name'], undefined],
  ['text', ['0'], undefined],
])('valueAt %j %j', (root, segments, value) => {
  expect(valueAt(root, segments)).toBe(value);
});
