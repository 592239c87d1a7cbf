import { expect, it } from 'vitest';
import { languageOf, synonymsOf } from '../../../src/search/language.ts';
import { languagesFor } from '../../../src/search/languages.ts';
import { Lexicon } from '../../../src/search/lexicon.ts';
import { wordsOf } from '../../../src/search/name.ts';
import { variantsOf } from '../../../src/search/variants.ts';

const WORDS = 'create database group list me set password recovery token user username users'.split(
  ' ',
);
const lexicon = new Lexicon({
  synonyms: {},
  shards: WORDS.map((word) => ({ blocks: 1, words: [word, 1] })),
});

/** The ways to read a query, verbs with what they ask for. */
function read(query: string, language = 'en', synonyms = {}): string[] {
  const known = languageOf(...languagesFor(language));
  const all = { ...known, synonyms: [...synonymsOf(synonyms), ...known.synonyms] };
  return variantsOf(wordsOf(query), lexicon, all).map(({ asked }) =>
    asked.map(({ word, action }) => (action ? `${word}=${action}` : word)).join(' '),
  );
}

it.each([
  // Words that say nothing, and verbs.
  ['how do I create a user', ['create=create user']],
  ['add new users', ['add=create new=create users']],
  // A verb alone is a name like any other.
  ['create', ['create']],
  // What means the same: only where the document has it.
  ['whoami', ['me']],
  ['api key', ['token']],
  ['forgot my password', ['forgot password', 'set=update password', 'recovery']],
  // Joined words, misspelled verbs.
  ['user name', ['user name', 'username']],
  ['crate user', ['crate=create user']],
  // What was typed beside other words may be misspelled, or the beginning of a word.
  ['take a tokn from a user', ['remove=delete tokn user']],
  // A verb and what belongs to it, apart; what is meant may itself be a word that otherwise says nothing.
  ['turn a group back off', ['turn group', 'update=update group']],
  ['who is logged in right now', ['me right', 'me']],
])('%s', (query, expected) => {
  expect(read(query)).toEqual(expected);
});

it.each([
  ['wie erstelle ich einen Benutzer', 'de', ['erstelle=create user']],
  ['Gruppen löschen', 'de', ['group loschen=delete']],
  ['Gruppen löschen', 'en', []],
  // A site in a language without words of its own has those of English.
  ['create user', 'fr', ['create=create user']],
])('%s in %s', (query, language, expected) => {
  expect(read(query, language)).toEqual(expected);
});

it('knows the synonyms of an API', () => {
  expect(read('teammate', 'en', { teammate: 'user' })).toEqual(['user']);
  expect(read('the door, please', 'en', { 'door, gate': 'database, group' })).toEqual([
    'database',
    'group',
  ]);
});

it('knows which word is two of the query: an answer must not lack it', () => {
  const joined = variantsOf(wordsOf('user name'), lexicon, languageOf(...languagesFor('en')));
  expect(joined.map(({ isJoined }) => isJoined)).toEqual([false, true]);
});
