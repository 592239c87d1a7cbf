import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, openPage } from '../support/browser.ts';
import { copyProject } from '../support/site.ts';

const DOCUMENT = `openapi: 3.1.0
info: { title: Shop, version: '1', description: All of it. }
paths:
  /books:
    get:
      operationId: listBooks
      summary: List books
      description: Finds books.
      responses:
        '200':
          description: Found
          content:
            application/json:
              schema: { $ref: 'schemas.yaml#/Book' }
`;
const SCHEMAS =
  'Book: { type: object, properties: { title: { type: string, description: Its name. } } }\n';

let project: string;
let server: ChildProcess;
let browser: Browser;
let page: Page;
let loads = 0;
let output = '';

const file = (name: string): string => path.join(project, 'api', name);
/** As an editor saves: all of the text, in the place of the old file. */
const save = (name: string, text: string): void => {
  fs.writeFileSync(`${file(name)}~`, text);
  fs.renameSync(`${file(name)}~`, file(name));
};

beforeAll(async () => {
  project = copyProject();
  fs.mkdirSync(path.join(project, 'api'));
  save('openapi.yaml', DOCUMENT);
  save('schemas.yaml', SCHEMAS);
  const port = await freePort();
  const document = ['--document', 'api/openapi.yaml', '--id', 'shop'];
  server = spawn(
    process.execPath,
    ['src/cli/bin.cjs', 'start', '--no-open', '--port', `${port}`, ...document],
    {
      cwd: project,
      env: { ...process.env, NODE_ENV: undefined, INIT_CWD: project } as NodeJS.ProcessEnv,
    },
  );
  for (const stream of [server.stdout, server.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  while (!output.includes('compiled successfully')) {
    if (server.exitCode !== null) throw new Error(`The server did not start.\n${output}`);
    await setTimeout(100);
  }
  browser = await launch();
  ({ page } = await openPage(browser, `http://localhost:${port}`));
  page.on('load', () => {
    loads += 1;
  });
  await page.goto('/reference/shop/list-books/');
  await page.getByText('Its name.').waitFor();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  if (server?.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'close');
  }
  fs.rmSync(project, { recursive: true, force: true });
});

it('follows an edit of the document', async () => {
  save('openapi.yaml', DOCUMENT.replace('Finds books.', 'Finds all books.'));
  await page.locator('.reference').getByText('Finds all books.').waitFor();
});

it('follows an edit of a file that the document refers to', async () => {
  save('schemas.yaml', SCHEMAS.replace('Its name.', 'Its title.'));
  await page.getByText('Its title.').waitFor();
});

it('shows a mistake above the page, in its file, and keeps the page', async () => {
  save('schemas.yaml', 'Book: { type: object, properties: [ }\n');
  const overlay = page.getByRole('alert', { name: 'Problems of the last edit' });
  await overlay.waitFor();
  const text = await overlay.textContent();
  expect(text).toContain('The document has an error');
  expect(text).toContain('api/schemas.yaml:1:37');
  expect(text).toContain('> 1 | Book: { type: object, properties: [ }');
  expect(text).toContain('Fix: ');
  expect(await page.locator('.reference').textContent()).toContain('Its title.');
  expect(output).toContain('api/schemas.yaml:1:37  error');
  // Text of a document is text here as well.
  save('schemas.yaml', 'Book: { $ref: "<img src=x onerror=alert(1)>" }\n');
  await overlay.getByText('<img src=x onerror=alert(1)>').first().waitFor();
  expect(await overlay.locator('img').count()).toBe(0);
  await overlay.getByRole('button', { name: 'Hide' }).click();
  await overlay.waitFor({ state: 'detached' });
});

it('takes the mistake away with the next good edit', async () => {
  save('schemas.yaml', 'Book: [\n');
  const overlay = page.getByRole('alert', { name: 'Problems of the last edit' });
  await overlay.waitFor();
  save('schemas.yaml', SCHEMAS.replace('Its name.', 'Its good name.'));
  await overlay.waitFor({ state: 'detached' });
  await page.getByText('Its good name.').waitFor();
});

it('has never loaded the page anew for any of this', () => {
  expect(loads).toBe(1);
});

it('takes up new names and new pages', async () => {
  const renamed = DOCUMENT.replace('List books', 'List all books');
  const post =
    "    post: { operationId: addBook, summary: Add a book, responses: { '201': { description: Added } } }\n";
  save('openapi.yaml', renamed + post);
  const menu = page.locator('.menu');
  await menu.getByRole('link', { name: 'List all books' }).waitFor();
  await menu.getByRole('link', { name: 'Add a book' }).click();
  await page.getByRole('heading', { level: 1, name: 'Add a book' }).waitFor();
});

it('warns of what is wrong without being an error, and goes on', async () => {
  save('openapi.yaml', DOCUMENT.replace("'200'", "'404'"));
  const warning = 'api/openapi.yaml:9:7  warning  GET /books has no successful response, only 404.';
  await expect.poll(() => output, { timeout: 50_000 }).toContain(warning);
});

it('ends with its server, and leaves nothing behind', async () => {
  server.kill('SIGTERM');
  await once(server, 'close');
  expect(fs.existsSync(path.join(project, '.reference/live.json'))).toBe(false);
  await expect(page.request.get('/')).rejects.toThrow('ECONNREFUSED');
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
