import { expect, it } from 'vitest';
import { type Exception, unexpected } from './exceptions.ts';

const known: Exception = {
  api: 'books',
  by: 'curl',
  operation: 'GET /books',
  mistake: 'is wrong',
  reason: 'It cannot be right.',
};

it.each([
  ['a known mistake', ['GET /books: is wrong'], 'curl', []],
  ['another mistake', ['GET /books: is wrong', 'GET /a: b'], 'curl', ['curl, GET /a: b']],
  ['the mistake of another language', ['GET /books: is wrong'], 'go', ['go, GET /books: is wrong']],
  ['no mistake any more', [], 'curl', ['curl no longer: GET /books: is wrong']],
])('tells %s', (_name, mistakes, by, told) => {
  expect(unexpected(mistakes, 'books', by, [known])).toEqual(told);
});
