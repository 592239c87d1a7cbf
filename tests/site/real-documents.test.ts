import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { realDocuments } from '../support/documents.ts';
import { run } from '../support/site.ts';
import { siteOf } from './sites.ts';

const documents = realDocuments();
let site: string;
beforeAll(() => {
  site = siteOf('real');
}, 240_000);

/** Pages of an API, and the bytes of each. */
function pagesOf(id: string): Map<string, number> {
  const root = path.join(site, 'reference', id);
  const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => path.basename(file) === 'index.html')
      .map((file) => [file, fs.statSync(path.join(root, file)).size]),
  );
}

it('has enough of them to mean something', () => {
  expect(documents.length).toBeGreaterThan(70);
});

it.each(documents)('$id has its pages, each of a size to be read', ({ id }) => {
  const sizes = [...pagesOf(id).values()];
  expect(sizes.length).toBeGreaterThan(0);
  expect(Math.max(...sizes)).toBeLessThan(600_000);
});

it('shows all that the documents say', () => {
  const { code, stdout, stderr } = run(path.dirname(site), ['coverage']);
  expect(code, stderr).toBe(0);
  const reports = stdout.matchAll(
    /^([\w-]+): \S+\n[\d,]+ pages?\b[\s\S]*?^ {2}all +([\d,]+) +([\d,]+) /gm,
  );
  const number = (text = ''): number => Number(text.replaceAll(',', ''));
  const missing = Object.fromEntries(
    Array.from(reports, ([, id = '', shown, all]) => [id, number(all) - number(shown)]),
  );
  for (const { id } of [...documents, { id: 'wide' }]) expect(missing[id], id).toBe(0);
});

describe('schemas that refer to each other over and over', () => {
  it('stay small', () => {
    const pages = pagesOf('connected');
    const largest = [...pages].reduce((a, b) => (b[1] > a[1] ? b : a));
    console.info(`connected: ${pages.size} pages, the largest ${largest[1]} bytes (${largest[0]})`);
    expect(largest[1]).toBeLessThan(200_000);
  });

  it.each([
    ['send-by-property', 'byproperty'],
    ['send-by-items', 'byitems'],
    ['send-by-all-of', 'byallof'],
    ['send-by-one-of', 'byoneof'],
    ['send-by-any-of', 'byanyof'],
    ['send-by-map', 'bymap'],
  ])('%s ends in a link to %s', (page, schema) => {
    const file = path.join(site, 'reference/connected', page, 'index.html');
    expect(fs.readFileSync(file, 'utf8')).toContain(`/reference/connected/schemas/${schema}/`);
  });

  it('goes on at the page of the schema where the depth ends', () => {
    const read = (page: string): string =>
      fs.readFileSync(path.join(site, 'reference/connected', page, 'index.html'), 'utf8');
    // Each level is there once, or linked; following the links reaches the last one.
    const reached = new Set<string>();
    const open = ['send-level-0'];
    for (let page = open.pop(); page !== undefined; page = open.pop()) {
      if (reached.has(page)) continue;
      reached.add(page);
      for (const [, next = ''] of read(page).matchAll(
        /\/reference\/connected\/(schemas\/[\w-]+)\//g,
      ))
        open.push(next);
    }
    expect([...reached].filter((page) => /level/.test(page)).length).toBeGreaterThan(1);
    expect([...reached].some((page) => read(page).includes('Level 13.'))).toBe(true);
  });
});
