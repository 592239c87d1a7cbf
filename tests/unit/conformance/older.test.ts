import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { drawDocument, drawPages } from '../../support/draw.tsx';
import { textOf } from '../../support/html.ts';

/** What only older versions have, and what a page shows of it. */
const OLDER: readonly [file: string, page: string, facts: readonly string[]][] = [
  [
    'two',
    'list-pets',
    [
      'https://api.example.com/v1',
      'http://api.example.com/v1',
      'tags array of string',
      'ids array of integer',
      'style pipeDelimited',
      'kinds array of string',
      'explode false',
      'X-Left integer',
      'Calls that are left.',
      '"kind": "Cat"',
      'greater than 0',
    ],
  ],
  [
    'two',
    'add-pet',
    ['Request body required', 'The new one.', 'application/json', 'application/xml'],
  ],
  [
    'two',
    'set-picture',
    ['multipart/form-data', 'picture', 'required', 'At most 5 MB.', 'words array of string'],
  ],
  [
    'two',
    'login',
    ['OAuth 2.0 oauth', 'Authorization code', 'https://a.example/token', 'Look at things.'],
  ],
  [
    'three',
    'values',
    [
      'word string or null',
      'example hello',
      'kind string or null',
      'greater than 3',
      'less than 9',
      'min 4',
      'picture string (byte)',
      'application/octet-stream',
      'file=@file.bin',
    ],
  ],
];

describe.each(OLDER)('%s.yaml, %s', (file, page, facts) => {
  it('shows what its version has', async () => {
    const pages = await drawDocument(`tests/unit/conformance/fixtures/${file}.yaml`);
    const text = textOf(pages.get(page)?.html ?? '');
    expect(facts.filter((fact) => !text.includes(fact))).toEqual([]);
  });
});

const info = { title: 'T', version: '1' };
const post = { operationId: 'made', summary: 'Something was made', responses: {} };

/** OpenAPI 3.1 section 4.8.1: any one of `paths`, `webhooks` and `components` will do. */
describe('a document without paths', () => {
  it.each<[name: string, document: object, pages: string[]]>([
    ['with webhooks', { webhooks: { made: { post } } }, ['t', 'webhooks', 'made']],
    [
      'with components',
      { components: { schemas: { A: { type: 'string' } } } },
      ['t', 'schemas/a', 'schemas'],
    ],
  ])('%s has its pages', async (_name, document, ids) => {
    const pages = await drawPages({ openapi: '3.1.1', info, ...document } as unknown as Document);
    expect([...pages.keys()]).toEqual(ids);
    for (const { html } of pages.values()) expect(html).toContain('<h1');
  });
});
