import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDocument } from '../../../src/document/load.ts';
import { checkConfig } from '../../../src/generate/config.ts';
import { editUrls } from '../../../src/generate/edit-urls.ts';
import { shownParts } from '../../../src/slices/parts.ts';
import { planPages } from '../../../src/slices/plan.ts';
import { buildSlices } from '../../../src/slices/slices.ts';

const MAIN = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /books:
    get: { operationId: listBooks, tags: [books], responses: {} }
    post:
      operationId: addBook
      responses: {}
  /orders:
    $ref: parts/the orders#1.yaml
components:
  schemas:
    Book: { type: object }
tags:
  - { name: unused }
  - name: books
    description: About books.
`;
/** With a part that gets a page of its own. */
const LARGE = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths: {}
components:
  schemas:
    Event:
      type: object
      properties:
${Array.from({ length: 400 }, (_, at) => `        f${at}: { type: string, description: "${'What it is. '.repeat(10)}" }\n`).join('')}
        part:
          type: object
          properties:
${Array.from({ length: 400 }, (_, at) => `            g${at}: { type: string, description: "${'What it is. '.repeat(10)}" }\n`).join('')}`;

const PART = `# Orders.
get:
  operationId: listOrders
  responses: {}
`;

let root: string;
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'edit-urls-'));
  fs.mkdirSync(path.join(root, 'api/parts'), { recursive: true });
  fs.writeFileSync(path.join(root, 'api/openapi.yaml'), MAIN.replace('#1', '%231'));
  fs.writeFileSync(path.join(root, 'api/parts/the orders#1.yaml'), PART);
  fs.writeFileSync(path.join(root, 'api/large.yaml'), LARGE);
});
afterAll(() => fs.rmSync(root, { recursive: true }));

async function urlsOf(template: string | undefined, project = root, name = 'openapi') {
  const loaded = await loadDocument({ document: path.join(root, `api/${name}.yaml`), cwd: root });
  if (!loaded.document) throw new Error(JSON.stringify(loaded.problems));
  const document = shownParts(loaded.document);
  const { plan } = planPages(document, 'shop');
  const urls = editUrls(template, plan, document, loaded, { root: project, cwd: root });
  return {
    document,
    plan,
    urls,
    byId: Object.fromEntries([...urls].map(([{ id }, url]) => [id, url])),
  };
}

describe('the URL at which a page is edited', () => {
  it.each([
    [
      'https://git.test/shop/blob/main/',
      'https://git.test/shop/blob/main/api/openapi.yaml#L6',
      'https://git.test/shop/blob/main/api/parts/the%20orders%231.yaml#L2',
    ],
    [
      'https://git.test/shop',
      'https://git.test/shop/api/openapi.yaml#L6',
      'https://git.test/shop/api/parts/the%20orders%231.yaml#L2',
    ],
    [
      'https://bb.test/src/main/{file}?edit#lines-{line}',
      'https://bb.test/src/main/api/openapi.yaml?edit#lines-6',
      'https://bb.test/src/main/api/parts/the%20orders%231.yaml?edit#lines-2',
    ],
  ])('%s has the file and line of an operation', async (template, add, orders) => {
    const { byId } = await urlsOf(template);
    expect(byId).toMatchObject({ 'add-book': add, 'list-orders': orders });
    expect(byId['schemas/book']).toMatch(/openapi\.yaml.*\D13$/);
  });

  it('is that of a tag', async () => {
    const { byId } = await urlsOf('https://git.test/');
    expect(byId.books).toBe('https://git.test/api/openapi.yaml#L16');
    // Declared nowhere: where it could be.
    expect(byId['other-operations']).toBe('https://git.test/api/openapi.yaml#L14');
  });

  it('is that of the schema which a part of a page is from', async () => {
    const { byId } = await urlsOf('https://git.test/', root, 'large');
    const line = LARGE.split('\n').findIndex((text) => text.trim() === 'part:') + 1;
    expect(line).toBeGreaterThan(400);
    expect(byId['schemas/event-part']).toBe(`https://git.test/api/large.yaml#L${line}`);
    expect(byId['schemas/event']).toBe('https://git.test/api/large.yaml#L6');
  });

  it('is absent without the option, and for files outside of the project', async () => {
    expect((await urlsOf(undefined)).byId).toEqual({});
    expect((await urlsOf('https://git.test/', path.join(root, 'elsewhere'))).byId).toEqual({});
  });

  it('is in the slice, and not in its hash', async () => {
    const { document, plan, urls } = await urlsOf('https://git.test/');
    const plain = buildSlices(document, plan);
    const slices = buildSlices(document, plan, new Set(), urls);
    expect(slices.map(({ hash }) => hash)).toEqual(plain.map(({ hash }) => hash));
    const add = slices.find(({ page }) => page.id === 'add-book')?.json ?? '';
    expect(JSON.parse(add)['x-page'].editUrl).toBe('https://git.test/api/openapi.yaml#L6');
  });
});

describe('options with places', () => {
  const mistakeIn = async (options: object): Promise<string | undefined> => {
    try {
      await checkConfig([{ id: 'shop', document: 'openapi.yaml', ...options }]);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };

  it.each([
    { editUrl: 'https://git.test/shop/edit/main/' },
    { editUrl: 'https://git.test/{file}?at={line}' },
    { reportUrl: 'https://git.test/issues/new' },
    { assistants: false },
    { assistants: [] },
    { assistants: [{ label: 'Ours', url: 'https://ask.test/new?model=a&q={prompt}' }] },
    { reportUrl: 'https://git.test/issues/new?title={title}&body={operation}%20{page}' },
  ])('%j is right', async (options) => {
    expect(await mistakeIn(options)).toBeUndefined();
  });

  it.each([
    [
      { editUrl: 'main/{file}' },
      'must be an http(s) URL, with placeholders ({file} and {line}) only after the host',
    ],
    [{ editUrl: 'https://{file}/x' }, 'only after the host'],
    [{ editUrl: 'javascript:{file}' }, 'must be an http(s) URL'],
    [
      { editUrl: 'https://git.test/{path}' },
      'contains {path}, which is not a placeholder. The placeholders are {file} and {line}.',
    ],
    [{ reportUrl: 'https://git.test/{title}' }, 'only in the query'],
    [{ reportUrl: 'https://{page}?a' }, 'only in the query'],
    [{ reportUrl: 'mailto:docs@shop.test?body={page}' }, 'must be an http(s) URL'],
    [
      { reportUrl: 'https://git.test/?t={name}' },
      'contains {name}, which is not a placeholder. The placeholders are {',
    ],
    [{ assistants: true }, 'assistants must be a list of labels and URLs, or false'],
    [{ assistants: [{ url: 'https://ask.test/' }] }, 'which is not a label and a URL. Write {'],
    [{ assistants: ['https://ask.test/'] }, 'which is not a label and a URL'],
    [{ assistants: [{ label: 'A', url: 'https://ask.test/{prompt}' }] }, 'only in the query'],
    [{ assistants: [{ label: 'A', url: 'javascript:{prompt}' }] }, 'must be an http(s) URL'],
    [{ assistants: [{ label: 'A', url: 'https://ask.test/?q={page}' }] }, 'The placeholders are {'],
    [{ reportUrl: 1 }, 'reportUrl must be a string'],
  ])('%j is a mistake', async (options, message) => {
    expect(await mistakeIn(options)).toContain(message);
  });
});
