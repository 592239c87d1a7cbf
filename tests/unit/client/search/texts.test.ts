import { expect, it } from 'vitest';
import { hasWords } from '../../../../src/client/search/texts.ts';

// Every second part of an excerpt is a word that pagefind has marked.
it.each([
  [['reset'], ['To ', 'reset', ' it'], true],
  [['resetting'], ['To ', 'rest', ' it'], false],
  [['policies'], ['A ', 'policy', ' is'], true],
  [['bindings'], ['A ', 'binding', ' is'], true],
  [['zzzzqqq'], ['In ', '{z}', ' and'], false],
  [['zzzzqqq'], ['In ', 'zz', ' and'], false],
  [['reset', 'password'], ['', 'Reset', ' the ', 'password', ''], true],
  [['reset', 'password'], ['', 'Reset', ' it'], false],
])('%j in %j: %s', (words, excerpt, expected) => {
  expect(hasWords(excerpt, words)).toBe(expected);
});
