import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import apis from '../../openapi/apis.ts';
import { loadDocument } from '../../src/document/load.ts';
import { indexFiles } from '../../src/search/build.ts';
import type { Entry } from '../../src/search/entry.ts';
import { Finder } from '../../src/search/finder.ts';
import { namesOf } from '../../src/search/index-api.ts';
import { languageOf } from '../../src/search/language.ts';
import { languagesFor } from '../../src/search/languages.ts';
import { planPages } from '../../src/slices/plan.ts';
import { buildSlices } from '../../src/slices/slices.ts';
import { ROOT } from './site.ts';

/** The files of questions, in `tests/questions`. */
export type QuestionFile = 'tuned' | 'held-out' | 'everyday';

/** What a reader types. */
export interface Question {
  readonly api: string;
  /** Of the site. */
  readonly language: string;
  readonly text: string;
  /**
   * The operations that it may mean: `GET /users`; or a section of the introduction: `#errors`. None: there is nothing to
   * be found.
   */
  readonly means: readonly string[];
}

interface AskedDocument {
  readonly document: string;
  readonly overlays?: readonly string[];
  readonly synonyms?: Readonly<Record<string, string>>;
}

const README = 'node_modules/@readme/oas-examples';
const [authentik] = apis;

/** The documents that questions are about: ours with its options, the others as they are. */
export const DOCUMENTS: Readonly<Record<string, AskedDocument>> = {
  ...(authentik && { authentik }),
  netlify: { document: 'node_modules/@netlify/open-api/dist/swagger.json' },
  readme: { document: `${README}/3.1/json/readme.json` },
  'star-trek': { document: `${README}/3.0/json/star-trek.json` },
  galaxy: { document: 'node_modules/@scalar/galaxy/dist/3.1.yaml' },
  'train-travel': { document: `${README}/3.1/json/train-travel.json` },
};

/** The questions of a file. */
export function questionsOf(file: QuestionFile): Question[] {
  const text = fs.readFileSync(path.join(ROOT, 'tests/questions', `${file}.yaml`), 'utf8');
  const data = parse(text) as Record<string, Record<string, string | string[]>>;
  return Object.entries(data).flatMap(([group, questions]) => {
    const [api = '', language = 'en'] = group.split(' ');
    return Object.entries(questions).map(([question, means]) => ({
      api,
      language,
      text: question,
      means: [means].flat(),
    }));
  });
}

/** The files of the search index of a document, by name. */
export async function indexOf(api: string): Promise<ReadonlyMap<string, string>> {
  const asked = DOCUMENTS[api];
  if (!asked) throw new Error(`There is no document ${api}`);
  const { document } = await loadDocument({ ...asked, cwd: ROOT });
  if (!document) throw new Error(`${asked.document} cannot be loaded`);
  const { plan } = planPages(document, api, {});
  const slices = buildSlices(document, plan).map(({ json }) => json);
  return indexFiles(namesOf(slices), asked.synonyms);
}

/** A finder of a site in some language. */
export function finderOf(files: ReadonlyMap<string, string>, language: string): Finder {
  return new Finder(
    async (file) => JSON.parse(files.get(file) ?? ''),
    languageOf(...languagesFor(language)),
  );
}

/** How questions refer to a result: `GET /users`, `#errors`; undefined if they do not. */
export function meaningOf({ kind, method, path: address, best }: Entry): string | undefined {
  if (kind === 'operation') return `${method} ${address}`;
  return kind === 'heading' ? best.at : undefined;
}

/**
 * The place of the first result that a question means, from 1; 0 if it is not there: among the operations found, or, for
 * a section, among all results. For a question without an answer, 1 if nothing is found.
 *
 * @param found How questions refer to each result.
 */
export function placeOf({ means }: Question, found: readonly (string | undefined)[]): number {
  if (means.length === 0) return found.length === 0 ? 1 : 0;
  const isSection = means.some(isSectionName);
  const counted = isSection ? found : found.filter((one) => one && !isSectionName(one));
  return counted.findIndex((one) => one !== undefined && means.includes(one)) + 1;
}

/** Whether a question means a section. */
export function isSectionName(meaning: string): boolean {
  return meaning.startsWith('#');
}

export interface Success {
  /** How many of the questions have an answer among the first three. */
  readonly first3: number;
  /** Mean reciprocal rank. */
  readonly rank: number;
}

/** How good the places of answers are. */
export function successOf(places: readonly number[]): Success {
  const share = (value: (place: number) => number): number =>
    places.reduce((sum, place) => sum + value(place), 0) / places.length;
  return {
    first3: share((place) => (place > 0 && place <= 3 ? 1 : 0)),
    rank: share((place) => (place > 0 ? 1 / place : 0)),
  };
}
