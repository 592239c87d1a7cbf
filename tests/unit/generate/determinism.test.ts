import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { LAYOUT } from '../../../src/generate/layout.ts';
import { copyProject, ELSEWHERE, run } from '../../support/site.ts';
import { hashTree } from '../../support/tree.ts';

const APIS = `export default [
  { id: 'bookshop', document: 'openapi/bookshop.yaml' },
  { id: 'letters', document: 'openapi/letters.json', overlays: ['openapi/letters.overlay.yaml'] },
];
`;

/** Names that stand in another order, and have other capitals, in Turkish. */
const NAMES = [
  'INIT_ITEM',
  'listIds',
  'ZIP',
  'äpfel',
  'zebra',
  'İSİM',
  'ıssız',
  'Ünique I',
  'ch',
  'cz',
];

const LETTERS = {
  openapi: '3.0.3',
  info: { title: 'LETTERS I', version: '1', description: 'Since 2024-03-31T02:30:00.' },
  tags: NAMES.map((name) => ({ name })),
  paths: Object.fromEntries(
    NAMES.map((name, at) => [
      `/${at}/{ID}`,
      {
        post: {
          operationId: name,
          tags: [name],
          parameters: [
            {
              name: 'ID',
              in: 'path',
              required: true,
              schema: { type: 'string', format: 'date-time' },
            },
            { name: 'X-ID-I', in: 'header', schema: { type: 'integer', maximum: 1234567.5 } },
          ],
          requestBody: {
            content: { 'APPLICATION/JSON': { schema: { $ref: `#/components/schemas/S${at}I` } } },
          },
          responses: { 200: { description: 'Fine, until 2026-12-31.' } },
        },
      },
    ]),
  ),
  components: {
    schemas: Object.fromEntries(
      NAMES.map((name, at) => [
        `S${at}I`,
        { title: name, type: 'object', properties: { [name]: { type: 'string', example: name } } },
      ]),
    ),
  },
};

const OVERLAY = `overlay: 1.0.0
info: { title: Notes, version: '1' }
actions:
  - target: $.info
    update: { x-note: İI }
`;

const copies: string[] = [];
afterAll(() => {
  for (const folder of copies) fs.rmSync(folder, { recursive: true, force: true });
});

it('generates the same bytes in another folder, time zone and language, and years later', () => {
  const here = prepare(copyProject());
  const outer = copyProject();
  copies.push(here, outer);
  const elsewhere = path.join(outer, 'a much', 'deeper place', 'İstanbul-site');
  fs.cpSync(here, elsewhere, { recursive: true, verbatimSymlinks: true });
  for (const [folder, env] of [[here, {}] as const, [elsewhere, ELSEWHERE] as const]) {
    const { code, stderr } = run(folder, ['generate'], env);
    expect(code, stderr).toBe(0);
  }
  const made = generated(here);
  expect(Object.keys(made).length).toBeGreaterThan(80);
  expect(generated(elsewhere)).toEqual(made);
});

function prepare(folder: string): string {
  fs.writeFileSync(path.join(folder, 'openapi/apis.ts'), APIS);
  fs.writeFileSync(path.join(folder, 'openapi/letters.json'), JSON.stringify(LETTERS));
  fs.writeFileSync(path.join(folder, 'openapi/letters.overlay.yaml'), OVERLAY);
  return folder;
}

/** All that is generated, but for the record: it holds modification times. */
function generated(folder: string): Record<string, string> {
  const { [path.basename(LAYOUT.record)]: record, ...data } = hashTree(
    path.join(folder, path.dirname(LAYOUT.record)),
  );
  expect(record).toBeDefined();
  return { ...hashTree(path.join(folder, 'docs/reference')), ...data };
}
