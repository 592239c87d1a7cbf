import { parse } from 'yaml';
import { compareDocuments } from '../../../src/changes/compare.ts';
import type { JudgedChange } from '../../../src/changes/judged.ts';
import { judgeChanges } from '../../../src/changes/rules/judge.ts';
import type { Document } from '../../../src/openapi/types.ts';

/** One change: a part of a document before and after, and the rules that judge it. */
export interface Case {
  readonly name: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly rules: readonly string[];
}

/** Cases by the part of a document that they have. */
export type Corpus = Readonly<Record<keyof typeof PARTS, readonly Case[]>>;

const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });

const operation = (fields: object = {}) => ({
  '/pets': { post: { responses: { 200: { description: 'Done' } }, ...fields } },
});

const document = (fields: object): Document =>
  ({
    openapi: '3.1.1',
    info: { title: 'Pets', version: '1' },
    paths: {},
    ...fields,
  }) as Document;

/** Documents that contain a part; if it is absent, without it. */
export const PARTS = {
  /** A schema that requests and responses share. */
  schema: (schema: unknown) =>
    document({
      paths: operation({
        requestBody: json({ $ref: '#/components/schemas/Pet' }),
        responses: { 200: { description: 'Done', ...json({ $ref: '#/components/schemas/Pet' }) } },
      }),
      components: {
        schemas: {
          Pet: schema,
          Cat: { type: 'object', properties: { meow: { type: 'boolean' } }, required: ['meow'] },
          Dog: { type: 'object', properties: { bark: { type: 'boolean' } }, required: ['bark'] },
        },
      },
    }),
  /** The parameters of an operation. */
  parameters: (parameters: unknown) => document({ paths: operation({ parameters }) }),
  /** The fields of an operation. */
  operation: (fields: unknown) => document({ paths: operation(fields as object) }),
  /** A response 200. */
  response: (response: unknown) => document({ paths: operation({ responses: { 200: response } }) }),
  /** The paths. */
  paths: (paths: unknown) => document({ paths }),
  /** Fields of the document. */
  document: (fields: unknown) => document({ paths: operation(), ...(fields as object) }),
};

export function readCorpus(text: string): [keyof typeof PARTS, Case][] {
  const corpus: Corpus = parse(text, { maxAliasCount: 1_000 });
  return Object.entries(corpus).flatMap(([part, cases]) =>
    cases.map((one): [keyof typeof PARTS, Case] => [part as keyof typeof PARTS, one]),
  );
}

export function documentsOf(
  part: keyof typeof PARTS,
  { before, after }: Case,
): [Document, Document] {
  return [PARTS[part](before), PARTS[part](after)];
}

/** The ids of all verdicts, sorted. */
export function rulesIn(judged: readonly JudgedChange[]): string[] {
  return [...new Set(judged.flatMap(({ verdicts }) => verdicts.map(({ rule }) => rule)))].sort();
}

export function judge(before: Document, after: Document): JudgedChange[] {
  return judgeChanges(compareDocuments(before, after), { today: '2026-01-01' });
}
