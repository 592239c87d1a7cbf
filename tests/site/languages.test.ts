import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { readPage, textOf } from '../support/html.ts';

const { folder } = inject('site');
const small = inject('small');
const HOST = 'https://docs.example.com';

/** Addresses of pages below a folder, without `index.html`. */
function pagesIn(below: string): string[] {
  return fs
    .readdirSync(below, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'index.html')
    .map((file) => path.dirname(file))
    .sort();
}

const address = 'reference/conformance/request-body-media-types';

describe('the site in German', () => {
  const english = readPage(folder, address);
  const german = readPage(folder, `de/${address}`);

  it('has the same pages', () => {
    expect(pagesIn(path.join(folder, 'de/reference'))).toEqual(
      pagesIn(path.join(folder, 'reference')),
    );
  });

  it('says so, and where the page is in the other language', () => {
    expect(english).toContain('<html lang="en"');
    expect(german).toContain('<html lang="de"');
    expect(german).toContain(`rel="canonical" href="${HOST}/de/${address}/"`);
    for (const html of [english, german]) {
      expect(html).toContain(`rel="alternate" href="${HOST}/${address}/" hrefLang="en"`);
      expect(html).toContain(`rel="alternate" href="${HOST}/de/${address}/" hrefLang="de"`);
      expect(html).toContain(`rel="alternate" href="${HOST}/${address}/" hrefLang="x-default"`);
    }
  });

  it('is a link away, without a script', () => {
    expect(english).toMatch(new RegExp(`<a [^>]*href="/de/${address}/"[^>]*>Deutsch</a>`));
    expect(german).toMatch(new RegExp(`<a [^>]*href="/${address}/"[^>]*>English</a>`));
  });

  it('is in German but for what the document says', () => {
    const text = textOf(german);
    expect(text).toContain('Antworten');
    expect(text).toContain('Einführung');
    expect(text).toContain('Zum Hauptinhalt springen');
    expect(text).toContain('Referenz');
    expect(text).not.toMatch(/\b(?:Authentication|Introduction|Copy|Expand all|Next)\b/);
  });

  it('brings no second copy of the data', () => {
    const data = (below: string) =>
      fs
        .readdirSync(below, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.json'));
    expect(data(path.join(folder, 'reference'))).not.toEqual([]);
    expect(data(path.join(folder, 'de'))).toEqual([]);
  });
});

it('a site in one language names no other', () => {
  const html = readPage(small.folder, 'reference/bookshop/list-books');
  expect(html).not.toContain('hrefLang="de"');
  expect(html).not.toContain('Deutsch');
  expect(fs.existsSync(path.join(small.folder, 'de'))).toBe(false);
});
