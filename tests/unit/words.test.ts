import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { TWIN_WORDS } from '../../src/markdown/words.ts';
import { WORDS } from '../../src/model/page/words.ts';
import { LANGUAGES } from '../../src/model/samples/languages/table.ts';
import { setTexts } from '../support/docusaurus/stand-ins.tsx';
import { drawDocument } from '../support/draw.tsx';
import { ROOT } from '../support/site.ts';

type Texts = Readonly<Record<string, string>>;

/** Each id that our sources name, whatever for. */
const used = new Set<string>();
/** The English text beside an id, as often as it stands there. */
const english: [id: string, message: string][] = [
  ...Object.entries(WORDS),
  ...Object.entries(TWIN_WORDS),
];
for (const source of sources()) {
  for (const [, id = ''] of source.matchAll(/['"]((?:ref|site)(?:\.\w+)+)['"]/g)) used.add(id);
  for (const [, id = '', one, two] of source.matchAll(
    /id: '([\w.]+)',\s*message:\s*(?:'((?:[^'\\]|\\.)*)'|"([^"]*)")/g,
  )) {
    english.push([id, one ?? two ?? '']);
  }
  for (const [, id = '', one, two = ''] of source.matchAll(
    /<Translate\s+id="([\w.]+)"(?:\s+values=\{(?:\w+|\{[\s\S]*?\n {8}\})\})?\s*>\s*(?:\{'([^']*)'\}|([^<]*?))\s*<\/Translate>/g,
  )) {
    english.push([id, one ?? two]);
  }
}
const ours = [...used].sort();
const messages: Texts = Object.fromEntries(english);

/** Of types and samples: what is code and no word of a language. */
const CODE = ['null', 'GET', 'YAML', ...LANGUAGES.flatMap(({ label }) => wordsIn(label))];

/** Texts of Docusaurus that a language may put better. */
const theirs: Texts = createRequire(import.meta.url)(
  '@docusaurus/theme-translations/locales/base/theme-common.json',
);

/** Texts in the pages that the stock plugin writes; its own theme has no translations of them. */
const inStockPages = new Set(
  ['createHeading.js', 'createRequestHeader.js', 'createSchema.js'].flatMap((file) =>
    Array.from(
      fs
        .readFileSync(
          path.join(ROOT, 'node_modules/docusaurus-plugin-openapi-docs/lib/markdown', file),
          'utf8',
        )
        .matchAll(/<Translate id=\\?['"]([\w.]+)/g),
      ([, id = '']) => id,
    ),
  ),
);

describe('our texts', () => {
  it('say the same wherever they have the same id', () => {
    expect(ours.length).toBeGreaterThan(200);
    expect(english.filter(([id, message]) => messages[id] !== message)).toEqual([]);
    expect(ours.filter((id) => messages[id] === undefined)).toEqual([]);
  });
});

describe.each(fs.readdirSync(path.join(ROOT, 'i18n')))('the translation %s', (language) => {
  const texts = textsOf(language);

  it('has all of them and no other', () => {
    const own = Object.keys(texts).filter((id) => !Object.hasOwn(theirs, id));
    expect(own).toEqual([...ours, ...[...inStockPages].sort()]);
  });

  // Here and not in `translate`, where they would be sent to every reader.
  it('has a description of each, for whoever translates it', () => {
    const lacking = Object.entries(entriesOf(language)).filter(
      ([, { message, description = '' }]) => description.trim() === '' || description === message,
    );
    expect(lacking).toEqual([]);
  });

  it('has the values of each', () => {
    const places = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    const all = { ...theirs, ...messages };
    expect(
      Object.entries(texts).filter(([id, text]) => `${places(text)}` !== `${places(all[id])}`),
    ).toEqual([]);
  });
});

it('German is German', () => {
  const texts = textsOf('de');
  const same = ours.filter((id) => texts[id]?.toLowerCase() === messages[id]?.toLowerCase());
  // Words that both languages have.
  expect(same).toEqual([
    'ref.body.text',
    'ref.callbacks',
    'ref.changed.callback',
    'ref.changed.format',
    'ref.changed.header',
    'ref.changed.operation',
    'ref.changed.parameter',
    'ref.changed.schema',
    'ref.changed.scope',
    'ref.changed.server',
    'ref.changed.tag',
    'ref.changed.webhook',
    'ref.code',
    'ref.contents.body',
    'ref.contents.cookie',
    'ref.contents.query',
    'ref.fields.required',
    'ref.limit.format',
    'ref.operation',
    'ref.optional',
    'ref.schemas',
    'ref.scope',
    'ref.scopes',
    'ref.search.callback',
    'ref.search.schemas',
    'ref.search.scopes',
    'ref.search.tags',
    'ref.search.version',
    'ref.server',
    'ref.status',
    'ref.status.200',
    'ref.tag',
    'ref.tag.webhooks',
    'ref.tags',
    'ref.try.server',
    'ref.try.token',
    'ref.url',
    'ref.version',
    'site.apis',
    'site.errorStatus',
    'site.header',
    'site.oneOperation',
    'site.parameter',
    'site.schema',
    'site.schemas',
    'site.scopes',
    'site.social.operation',
    'site.social.schema',
    'site.social.schemas',
    'site.social.version',
    'site.version',
  ]);
});

describe('a page', () => {
  const file = 'openapi/conformance.yaml';
  afterEach(() => setTexts(() => undefined));

  it('has no words of ours but those that are translated', async () => {
    setTexts(() => '§');
    const source = new Set([...wordsIn(fs.readFileSync(path.join(ROOT, file), 'utf8')), ...CODE]);
    const left = new Set<string>();
    for (const { html } of (await drawDocument(file)).values()) {
      for (const word of shownIn(html).flatMap(wordsIn)) if (!source.has(word)) left.add(word);
    }
    expect([...left].sort()).toEqual([]);
  });

  it('has the same anchors in every language', async () => {
    const anchors = async () =>
      [...(await drawDocument(file))].map(([id, { html }]) => [
        id,
        [...html.matchAll(/ id="([^"]*)"/g)].map(([, anchor]) => anchor),
      ]);
    const before = await anchors();
    const texts = textsOf('de');
    setTexts((id) => texts[id]);
    expect(await anchors()).toEqual(before);
  });

  it('is German where the site is', async () => {
    const texts = textsOf('de');
    setTexts((id) => texts[id]);
    const html = [...(await drawDocument('openapi/bookshop.yaml')).values()]
      .map((page) => page.html)
      .join('\n');
    const shown = new Set(shownIn(html));
    expect(shown).toContain('Antworten');
    expect(shown).toContain('Nicht gefunden');
    expect(shown).toContain('Pfadparameter');
    expect([...shown].filter((text) => text.startsWith('Array von '))).not.toEqual([]);
    // Whole texts only: a document may have the same words in its own.
    const source = fs.readFileSync(path.join(ROOT, 'openapi/bookshop.yaml'), 'utf8');
    const english = new Set(
      ours.filter((id) => texts[id] !== messages[id]).map((id) => messages[id]?.trim()),
    );
    expect([...shown].filter((text) => english.has(text) && !source.includes(text))).toEqual([]);
  });
});

/** What stands in the HTML outside of code, and what screen readers are told. */
function shownIn(html: string): string[] {
  const text = html
    .replace(/<(code|pre)\b[^>]*>[\s\S]*?<\/\1>/g, '<code>')
    .replace(/<wbr\/?>/g, '');
  const told = [...html.matchAll(/ (?:aria-label|title|alt)="([^"]*)"/g)].map(
    ([, one]) => one ?? '',
  );
  return [...text.split(/<[^>]*>/), ...told]
    .map((one) =>
      one
        .replace(/&(?:#x27|quot|amp|lt|gt);/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((one) => /\p{L}/u.test(one));
}

function wordsIn(text: string): string[] {
  return text.match(/\p{L}+/gu) ?? [];
}

interface Entry {
  readonly message: string;
  readonly description?: string;
}

function entriesOf(language: string): Readonly<Record<string, Entry>> {
  const file = path.join(ROOT, 'i18n', language, 'code.json');
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

function textsOf(language: string): Texts {
  const entries = Object.entries(entriesOf(language));
  return Object.fromEntries(entries.map(([id, { message }]) => [id, message]));
}

function sources(): string[] {
  const src = path.join(ROOT, 'src');
  const files = fs.readdirSync(src, { recursive: true, encoding: 'utf8' });
  return [
    ...files.filter((file) => /\.tsx?$/.test(file)).map((file) => path.join(src, file)),
    path.join(ROOT, 'docusaurus.config.ts'),
  ].map((file) => fs.readFileSync(file, 'utf8'));
}
