import { describe, expect, it } from 'vitest';
import { LANGUAGE_IDS, languageId } from '../../../../../src/model/samples/languages/names.ts';
import { LANGUAGES } from '../../../../../src/model/samples/languages/table.ts';
import { writeSample } from '../../../../../src/model/samples/sample.ts';
import { KINDS } from './requests.ts';

describe('the table of languages', () => {
  it('has those that can be asked for, in their order', () => {
    expect(LANGUAGES.map(({ id }) => id)).toEqual(LANGUAGE_IDS);
  });

  it('has every name once', () => {
    const labels = LANGUAGES.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.map(languageId)).toEqual(LANGUAGE_IDS);
  });
});

it.each<[name: string, id: string | undefined]>([
  ['Shell', 'curl'],
  ['cURL', 'curl'],
  [' bash ', 'curl'],
  ['JS', 'javascript'],
  ['Node.js', 'node'],
  ['C#', 'csharp'],
  ['Golang', 'go'],
  ['Perl', undefined],
  ['constructor', undefined],
])('an author who writes %j means %j', (name, id) => {
  expect(languageId(name)).toBe(id);
});

it.each(LANGUAGES)('$id writes every kind of request', async (language) => {
  const written = Object.entries(KINDS).map(
    ([kind, request]) => `===== ${kind}\n${writeSample(request, language)}\n`,
  );
  await expect(written.join('\n')).toMatchFileSnapshot(`snapshot/${language.id}.txt`);
});

it.each(LANGUAGES)('$id shows no control characters', (language) => {
  for (const [kind, request] of Object.entries(KINDS)) {
    const code = writeSample(request, language).replace(/[\n\t]/g, '');
    expect(code, kind).not.toMatch(/\p{Cc}/u);
  }
});
