import { beforeAll, describe, expect, it } from 'vitest';
import { type Found, Names } from '../../../src/search/collect.ts';
import { type DrawnPage, drawDocument } from '../../support/draw.tsx';

/** Addresses of places that lead to no element of the drawn page, or to a value that is not behind it. */
function lost(found: readonly Found[], pages: ReadonlyMap<string, DrawnPage>): string[] {
  const info = [...pages.values()].find(({ model }) => model.kind === 'info');
  return found
    .flatMap(({ places }) => places)
    .filter(({ at }) => {
      const [id = '', hash] = at.split('#');
      const html = (id === '' ? info : pages.get(id))?.html;
      if (html === undefined) return true;
      if (hash === undefined) return false;
      const [anchor = '', value] = hash.split(':');
      const from = html.indexOf(` id="${anchor}"`);
      if (from === -1 || value === undefined) return from === -1;
      const text = decodeURIComponent(value)
        .replaceAll('&', '&amp;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#x27;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;');
      return !html.slice(from).includes(`<code>${text}</code>`);
    })
    .map(({ at }) => at);
}

describe.each(['openapi/bookshop.yaml', 'openapi/conformance.yaml'])('names of %s', (file) => {
  let pages: Map<string, DrawnPage>;
  let found: Found[];
  beforeAll(async () => {
    pages = await drawDocument(file);
    const names = new Names();
    for (const { model } of pages.values()) names.add(model);
    found = names.all();
  });

  it('lead to elements of their pages', () => {
    expect(found.length).toBeGreaterThan(50);
    expect(lost(found, pages)).toEqual([]);
  });

  it('are one entry each, with a place for each field that a page shows', () => {
    const keys = found.map(({ kind, name }) => `${kind} ${name}`);
    expect(new Set(keys).size).toBe(keys.length);
    const anchors = new Set(
      found
        .filter(({ kind }) => kind === 'field')
        .flatMap(({ places }) => places.map(({ at }) => at)),
    );
    const drawn = [...pages].flatMap(([id, { html, model }]) =>
      [...html.matchAll(/<li id="([^"]+)"/g)].map(
        ([, anchor]) => `${model.kind === 'info' ? '' : id}#${anchor}`,
      ),
    );
    expect(drawn.length).toBeGreaterThan(50);
    // Patterns and "any other name" are no names.
    const missing = drawn.filter((at) => !anchors.has(at) && !/property-name|-\^|\$$/.test(at));
    expect(missing.length).toBeLessThan(drawn.length / 50);
  });
});

describe('the places of a name', () => {
  it('begin where a reader would look first', async () => {
    const names = new Names();
    for (const { model } of (await drawDocument('openapi/bookshop.yaml')).values())
      names.add(model);
    const found = names.all();
    const placesOf = (kind: string, name: string) =>
      found.find((entry) => entry.kind === kind && entry.name === name)?.places ?? [];
    expect(placesOf('field', 'title')[0]).toMatchObject({
      on: 'Book',
      at: 'schemas/book#schema-title',
    });
    expect(placesOf('field', 'title').map((place) => place.in)).toContain('response 200');
    expect(placesOf('operation', 'list_books')).toEqual([{ at: 'list-books' }]);
    expect(placesOf('scope', 'catalogue:read')[0]?.at).toBe(
      '#authentication-oauth:catalogue%3Aread',
    );
    expect(placesOf('scheme', 'apiKey')[0]?.at).toBe('#authentication-apiKey');
    expect(placesOf('field', 'X-Total-Count')[0]).toMatchObject({ in: 'response 200' });
    expect(placesOf('status', '404').length).toBeGreaterThan(0);
  });
});
