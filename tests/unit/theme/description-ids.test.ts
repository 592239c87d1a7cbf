import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { drawPages } from '../../support/draw.tsx';

/** Texts that bring ids, headings and links, and meet those of other texts and of the page. */
const TEXT = [
  '# Request\n\nSee[^1] and [there](#request), [it](#mine).',
  '### Responses\n\n<i id="mine">a</i>\n\n# Request\n\n###### Operations',
  '[^1]: A note.\n\n> [!TIP]\n> # Request',
].join('\n\n');

const schema = { type: 'object', description: TEXT, properties: { a: { description: TEXT } } };
const content = { 'application/json': { schema: { $ref: '#/components/schemas/Boat' } } };

const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Boats', version: '1', description: TEXT },
  servers: [{ url: 'https://boats.example', description: TEXT }],
  tags: [{ name: 'Boats', description: TEXT }],
  paths: {
    '/boats': {
      description: TEXT,
      post: {
        tags: ['Boats'],
        description: TEXT,
        parameters: [{ name: 'id', in: 'query', description: TEXT, schema: { type: 'string' } }],
        requestBody: { description: TEXT, content },
        responses: { '200': { description: TEXT, content } },
      },
    },
  },
  components: {
    schemas: { Boat: schema },
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'k', description: TEXT } },
  },
} as unknown as Document;

describe('whatever descriptions hold', async () => {
  const pages = [...(await drawPages(DOCUMENT))].map(([id, { html }]) => ({ id, html }));

  it.each(pages)('the page $id has each id once', ({ html }) => {
    const ids = Array.from(html.matchAll(/\sid="([^"]*)"/g), ([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(pages)('the links within the page $id lead to elements', ({ html }) => {
    const ids = new Set(Array.from(html.matchAll(/\sid="([^"]*)"/g), ([, id]) => id));
    const links = Array.from(html.matchAll(/\shref="#([^"]*)"/g), ([, id = '']) => id);
    expect(links.filter((id) => !ids.has(decodeURIComponent(id)))).toEqual([]);
  });

  it.each(pages)('the headings of the page $id leave out no level', ({ html }) => {
    const levels = Array.from(html.matchAll(/<h([1-6])/g), ([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const gaps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(gaps).toEqual([]);
  });

  it.each(pages)('the headings of descriptions on the page $id have ids', ({ html }) => {
    for (const [text] of html.matchAll(/<div class="ref-md">[\s\S]*?<\/div>(?=<)/g)) {
      expect(text).not.toMatch(/<h[1-6]>/);
    }
  });
});
