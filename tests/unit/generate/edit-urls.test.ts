import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDocument } from '../../../src/document/load.ts';
import { checkConfig } from '../../../src/generate/config.ts';
import { editUrls } from '../../../src/generate/edit-urls.ts';
import { planPages } from '../../../src/slices/plan.ts';
import { buildSlices } from '../../../src/slices/slices.ts';

const MAIN = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /books:
    get: { operationId: listBooks, responses: {} }
    post:
      operationId: addBook
      responses: {}
  /orders:
    $ref: parts/the orders#1.yaml
components:
  schemas:
    Book: { type: object }
`;
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
});
afterAll(() => fs.rmSync(root, { recursive: true }));

async function urlsOf(template: string | undefined, project = root) {
  const loaded = await loadDocument({ document: path.join(root, 'api/openapi.yaml'), cwd: root });
  const { document } = loaded;
  if (!document) throw new Error(JSON.stringify(loaded.problems));
  const { plan } = planPages(document, 'shop');
  const urls = editUrls(template, plan, loaded, { root: project, cwd: root });
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
    { reportUrl: 'https://git.test/issues/new?title={title}&body={operation}%20{page}' },
  ])('%j is right', async (options) => {
    expect(await mistakeIn(options)).toBeUndefined();
  });

  it.each([
    [{ editUrl: 'main/{file}' }, 'must be an http(s) URL with {file}, {line} after its host only'],
    [{ editUrl: 'https://{file}/x' }, 'after its host only'],
    [{ editUrl: 'javascript:{file}' }, 'must be an http(s) URL'],
    [
      { editUrl: 'https://git.test/{path}' },
      'has {path}, which nothing fills in. Use {file}, {line}.',
    ],
    [{ reportUrl: 'https://git.test/{title}' }, 'in its query only'],
    [{ reportUrl: 'https://{page}?a' }, 'in its query only'],
    [{ reportUrl: 'mailto:docs@shop.test?body={page}' }, 'must be an http(s) URL'],
    [{ reportUrl: 'https://git.test/?t={name}' }, 'has {name}, which nothing fills in'],
    [{ reportUrl: 1 }, 'reportUrl must be a string'],
  ])('%j is a mistake', async (options, message) => {
    expect(await mistakeIn(options)).toContain(message);
  });
});
