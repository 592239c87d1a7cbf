import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../src/document/load.ts';
import { parseJson } from '../../src/json/text.ts';
import { planPages } from '../../src/slices/plan.ts';
import { buildSlices } from '../../src/slices/slices.ts';
import { type DrawnPage, drawPages } from '../support/draw.tsx';
import { textOf } from '../support/html.ts';
import { randomNumber, randomNumbers } from '../support/random.ts';

/** How a number is used, with the word that a page has in front of it. */
const LIMITS = { minimum: 'min', maximum: 'max', default: 'default', const: 'always' } as const;

/** A document with a number wherever a value may stand. Written as text: it is the digits that matter. */
function documentWith(number: string): string {
  const schema = `{"type":"object","properties":{${Object.keys(LIMITS)
    .map((keyword) => `"${keyword}":{"type":"number","${keyword}":${number}}`)
    .join()},"choice":{"enum":[${number},"x"]},"sample":{"example":${number}}}}`;
  const body = (example: string) =>
    `{"content":{"application/json":{"schema":true,"example":${example}}}}`;
  return `{"openapi":"3.1.0","info":{"title":"Numbers","version":"1"},
"servers":[{"url":"https://e.com"}],
"paths":{"/a/{id}":{"post":{
"operationId":"send",
"parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"number"},"example":${number}},
{"name":"q","in":"query","schema":{"type":"array","items":{"type":"number"}},"example":[${number},2]}],
"requestBody":${body(`{"mark":"MARK","n":${number},"deep":[{"n":${number}}]}`)},
"responses":{"200":{"description":"Found","content":{"application/json":{"schema":${schema},
"example":{"answer":[${number}]}}}}}}},
"/form":{"post":{"operationId":"form","requestBody":{"content":{"application/x-www-form-urlencoded":
{"schema":true,"example":{"n":${number}}}}},"responses":{"200":{"description":"Found"}}}}}}`;
}

/** Media types of bodies that are written in ways of their own, and parameters likewise. */
const BODIES = [
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/xml',
  'application/yaml',
  'application/jsonl',
  'text/event-stream',
  'application/vnd.api+json',
];
const PARAMETERS = [
  '"in":"header"',
  '"in":"cookie"',
  '"in":"query","style":"pipeDelimited"',
  '"in":"query","content":{"application/json":{"example":[NUMBER]}}',
];

/** A document with an operation for each of these. */
function otherWaysOf(number: string): string {
  const list = `{"type":"array","items":{"type":"number"}}`;
  const member = (lines: boolean) =>
    lines ? `[{"n":${number}}]` : `{"n":${number},"l":[${number}]}`;
  const bodies = BODIES.map((type) => {
    const example = member(/jsonl|stream/.test(type));
    const content = `{"${type}":{"schema":true,"example":${example}}}`;
    return `"/${type.replace(/\W/g, '-')}":{"post":{"requestBody":{"content":${content}},"responses":{}}}`;
  });
  const parameters = PARAMETERS.map((way, index) => {
    const isContent = way.includes('content');
    const value = isContent ? '' : `,"schema":${list},"example":[${number},${number}]`;
    return `"/p${index}":{"get":{"parameters":[{"name":"X-N","required":true,${way.replace('NUMBER', number)}${value}}],"responses":{}}}`;
  });
  return `{"openapi":"3.2.0","info":{"title":"Numbers","version":"1"},"servers":[{"url":"https://e.com"}],
"paths":{${[...bodies, ...parameters].join()}}}`;
}

/** The same, as YAML reads it: a JSON text is one. */
const FORMATS = ['json', 'yaml'] as const;

interface Built {
  readonly slices: ReadonlyMap<string, string>;
  readonly pages: ReadonlyMap<string, DrawnPage>;
}

/** Pages by their slices, of which they are made alone: most are the same whatever the format. */
const drawn = new Map<string, Promise<Built['pages']>>();

async function built(text: string, format: string): Promise<Built> {
  const cwd = await mkdtemp(path.join(tmpdir(), 'numbers-'));
  try {
    await writeFile(path.join(cwd, `openapi.${format}`), text);
    const { document, problems } = await loadDocument({ document: `openapi.${format}`, cwd });
    if (!document) throw new Error(JSON.stringify(problems));
    expect(problems).toEqual([]);
    const { plan } = planPages(document, 'api');
    const slices = buildSlices(document, plan).map(({ page, json }) => [page.id, json] as const);
    const key = JSON.stringify(slices);
    const pages = drawn.get(key) ?? drawPages(document);
    drawn.set(key, pages);
    return { slices: new Map(slices), pages: await pages };
  } finally {
    await rm(cwd, { recursive: true });
  }
}

/** The code of each language. */
function samplesOf(
  page: DrawnPage | undefined,
): readonly (readonly [language: string, code: string])[] {
  const model = page?.model;
  if (model?.kind !== 'operation') throw new Error('It is no page of an operation.');
  return model.samples.flatMap(({ label, variants }) =>
    variants.map(({ code }) => [label, code] as const),
  );
}

describe('a number has the same digits', () => {
  const below = randomNumbers(7);
  const numbers = [
    ['9223372036854775807', '-9223372036854775808', '18446744073709551615', '9007199254740993'],
    ['1.0', '1.10', '-0', '0.0', '1e3', '1E400', '1e-400', '0.0000001', '2936.23380448434092597'],
    Array.from({ length: 30 }, () => randomNumber(below)),
  ].flat();

  it.each(numbers.flatMap((number) => FORMATS.map((format) => [number, format])))(
    '%s, in %s',
    async (number, format) => {
      const { slices, pages } = await built(documentWith(number), format);
      const slice = slices.get('send') ?? '';
      expect(
        slice.split(new RegExp(`[:[]${number.replace(/[.+]/g, '\\$&')}(?=[,\\]}])`)).length,
      ).toBe(12);
      const page = pages.get('send');
      const text = textOf(page?.html ?? '');
      for (const [keyword, word] of Object.entries(LIMITS))
        expect(text, keyword).toContain(`${word} ${number} `);
      expect(text.replace(/\s/g, '')).toContain(`allowed${number}x`);
      expect(text).toContain(`"n": ${number}`);
      expect(text.replace(/\s/g, '')).toContain(`"answer":[${number}]`);
      const samples = samplesOf(page);
      expect(samples.length).toBe(15);
      const encoded = encodeURIComponent(number);
      for (const [language, code] of samples) {
        expect(code, language).toContain(`/a/${encoded}`);
        expect(code.split(number).length, `${language}\n${code}`).toBeGreaterThanOrEqual(3);
      }
      for (const [language, code] of samplesOf(pages.get('form')))
        expect(code.includes(number) || code.includes(encoded), `${language}\n${code}`).toBe(true);
    },
  );

  it.each(numbers)('%s, in every other way to write a request', async (number) => {
    const { pages } = await built(otherWaysOf(number), 'yaml');
    const encoded = encodeURIComponent(number);
    const operations = [...pages.values()].filter(({ model }) => model.kind === 'operation');
    expect(operations.length).toBe(BODIES.length + PARAMETERS.length);
    for (const page of operations) {
      const texts = [['the page', textOf(page.html)] as const, ...samplesOf(page)];
      for (const [where, text] of texts)
        expect(
          text.includes(number) || text.includes(encoded),
          `${page.page.id} in ${where}\n${text}`,
        ).toBe(true);
    }
  });

  it('and what is no number of JSON is not taken for one', () => {
    expect(() => parseJson(documentWith('01'))).toThrow(SyntaxError);
  });
});
