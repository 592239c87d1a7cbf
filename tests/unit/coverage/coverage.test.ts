import { describe, expect, it } from 'vitest';
import { DOCUMENT, missingOn, PAGES } from './shop.ts';

const OPERATION = '#/paths/~1books/get';
const BOOK = '#/components/schemas/Book';
const MAKER = '#/components/schemas/Maker';

/** A change of one page, and what is then missing. */
type Case = readonly [
  name: string,
  page: string,
  from: string | RegExp,
  to: string,
  missing: readonly string[],
];

const CASES: readonly Case[] = [
  [
    'an operation id',
    'list-books',
    '<code>listBooks</code>',
    '',
    [`operation id ${OPERATION}/operationId`],
  ],
  ['a method', 'list-books', '<b>GET</b>', '', [`method and path ${OPERATION}`]],
  ['a flag', 'list-books', '<b>deprecated</b>', '', [`deprecated ${OPERATION}/deprecated`]],
  [
    'the place of a parameter',
    'list-books',
    'Query parameters',
    'Parameters',
    [`parameter location ${OPERATION}/parameters/0/in`],
  ],
  [
    'the place of a parameter, by a heading that the one of its part is not below',
    'list-books',
    '<h3>Query parameters</h3>',
    '<h3>Query parameters</h3><h3>Other parameters</h3>',
    [`parameter location ${OPERATION}/parameters/0/in`],
  ],
  [
    'a description that is cut',
    'list-books',
    'Words to <strong>look</strong> for.',
    'Words to …',
    [`description ${OPERATION}/parameters/0/description`],
  ],
  [
    'a word in a description that is no mark',
    'list-books',
    /string<\/span><b> required<\/b>/,
    'string</span></div><div>required',
    [`required ${OPERATION}/parameters/0/required`],
  ],
  [
    'a number under another label',
    'list-books',
    'min length',
    'max length',
    [`constraint ${OPERATION}/parameters/0/schema/minLength`],
  ],
  [
    'a number that is a part of another one',
    'list-books',
    'min length <code>2<',
    'min length <code>20<',
    [`constraint ${OPERATION}/parameters/0/schema/minLength`],
  ],
  [
    'a response, whose panel has another id',
    'list-books',
    'id="callback-sold-put-response-204"',
    'id="response-204"',
    [
      `response status ${OPERATION}/callbacks/sold/{$request.query.q}/put/responses/204`,
      `description ${OPERATION}/callbacks/sold/{$request.query.q}/put/responses/204/description`,
    ],
  ],
  ['a callback', 'list-books', '<code>sold</code>', '', [`callback ${OPERATION}/callbacks/sold`]],
  [
    'a header by another name',
    'list-books',
    '<code>X-Total<',
    '<code>X-Totals<',
    [
      `header ${OPERATION}/responses/200/headers/X-Total`,
      `description ${OPERATION}/responses/200/headers/X-Total/description`,
      `type ${OPERATION}/responses/200/headers/X-Total/schema/type`,
    ],
  ],
  [
    'text that only a script has',
    'list-books',
    '<p>Found.</p>',
    '<script>Found.</script><template>Found.</template>',
    [`description ${OPERATION}/responses/200/description`],
  ],
  [
    'a fact of a schema that its own page lacks',
    'schemas/maker',
    'As printed.',
    '',
    [`description ${MAKER}/properties/name/description`],
  ],
  ['a title', 'schemas/maker', 'Maker of books', '', [`title ${MAKER}/title`]],
  [
    'an extension of a schema',
    'schemas/maker',
    'x-unit',
    'unit',
    [`extension ${MAKER}/properties/name/x-unit`],
  ],
  ['an extension that was asked for', 'shop', 'kept', '', ['extension #/info/x-stability']],
  [
    'a property on the page of its schema',
    'schemas/book',
    /<li id="schema-secret">.*<\/li>/s,
    '',
    [
      `property ${BOOK}/properties/secret`,
      `type ${BOOK}/properties/secret/type`,
      `write-only ${BOOK}/properties/secret/writeOnly`,
    ],
  ],
  [
    'what a schema page would tell, without a link to it',
    'list-books',
    '<a href="/reference/shop/schemas/maker/">Maker</a>',
    'object',
    // The page of the book, which is linked, leads there.
    [],
  ],
];

describe('coverage of a document by hand-written pages', () => {
  it('finds everything on pages that have everything', () => {
    const { missing, counts, unused } = missingOn(PAGES);
    expect(missing).toEqual([]);
    expect(unused).toEqual([]);
    // In the response and on the page of its schema.
    expect(counts.get('enum value')).toEqual({ shown: 4, all: 4 });
    expect(counts.get('write-only')).toEqual({ shown: 1, all: 1 });
  });

  it.each(CASES)('%s', (_name, page, from, to, missing) => {
    const html = PAGES[page] ?? '';
    const changed = html.replace(from, to);
    expect(changed).not.toBe(html);
    expect(missingOn({ ...PAGES, [page]: changed }).missing).toEqual(missing);
  });

  it('looks for the facts of a property in its own entry, and for all of them in the same', () => {
    const swapped = (html = '') =>
      html
        .replace('<span>min <code>1</code></span>', '')
        .replace('<code>paper</code><code>file</code>', '$&<span>min <code>1</code></span>');
    const pages = {
      ...PAGES,
      'list-books': swapped(PAGES['list-books']),
      'schemas/book': swapped(PAGES['schemas/book']),
    };
    expect(missingOn(pages).missing).toEqual([`constraint ${BOOK}/properties/id/minimum`]);
  });

  it('takes a schema page only where the page leads to it', () => {
    const unlink = (html = '') => html.replace('<a href="/reference/shop/schemas/maker/">', '<a>');
    const pages = {
      ...PAGES,
      'list-books': unlink(PAGES['list-books']),
      'schemas/book': unlink(PAGES['schemas/book']),
    };
    expect(missingOn(pages).missing).toEqual([
      `type ${MAKER}/type`,
      `title ${MAKER}/title`,
      `property ${MAKER}/properties/name`,
      `type ${MAKER}/properties/name/type`,
      `title ${MAKER}/properties/name/title`,
      `constraint ${MAKER}/properties/name/maxLength`,
      `description ${MAKER}/properties/name/description`,
      `extension ${MAKER}/properties/name/x-unit`,
    ]);
  });

  it('counts the facts of a page that is not there, and lists the page alone', () => {
    const { shop, 'schemas/book': book, 'schemas/maker': maker } = PAGES;
    const { missing, counts } = missingOn({
      shop: shop ?? '',
      'schemas/book': book ?? '',
      'schemas/maker': maker ?? '',
    });
    expect(missing).toEqual([`page ${OPERATION}`]);
    expect(counts.get('parameter')).toEqual({ shown: 0, all: 1 });
  });

  it('looks for no page that the site does not want, but for what other pages have to show of it', () => {
    const { 'list-books': operation = '' } = PAGES;
    const inFull = operation.replace(
      '<a href="/reference/shop/schemas/maker/">Maker</a></div>',
      '<span>Maker</span></div>',
    );
    const maker = PAGES['schemas/maker']?.replace('id="schema-name"', 'id="response-200-name"');
    const kinds = {
      info: false,
      operations: true,
      tags: 'none',
      schemas: 'tagged',
      whole: false,
      sameName: 'first',
    } as const;
    const leftOut = ['info', 'schema Book', 'schema Maker'];
    const found = missingOn({ 'list-books': inFull }, DOCUMENT, kinds);
    expect(found).toMatchObject({ leftOut });
    expect(found.missing).toContain(`property ${MAKER}/properties/name`);
    // Where it is shown in full may be anywhere in the section.
    const shown = inFull.replace('<h2>Callbacks', `</div></div><h2>Callbacks`);
    const named = shown.replace('</ul></div></div>', `</ul>${maker}</div></div>`);
    expect(missingOn({ 'list-books': named }, DOCUMENT, kinds)).toMatchObject({
      leftOut,
      missing: [],
    });
  });

  it('finds the place of a parameter above the heading of its part', () => {
    const heading = '<h3>Query parameters</h3>';
    const parts = (PAGES['list-books'] ?? '').replace(
      heading,
      `${heading}<h4>Other parameters</h4>`,
    );
    expect(missingOn({ ...PAGES, 'list-books': parts }, DOCUMENT).missing).toEqual([]);
  });

  it('takes the name for readers of a tag for its name', () => {
    const tags = [{ name: 'tag1', 'x-displayName': 'First' }];
    const shop = `${PAGES.shop} <b>First</b>`;
    expect(missingOn({ ...PAGES, shop }, { ...DOCUMENT, tags }).missing).toEqual([]);
    expect(missingOn(PAGES, { ...DOCUMENT, tags }).missing).toEqual([
      'tag #/tags/0/name',
      'tag #/tags/0/x-displayName',
    ]);
  });

  it('tells components that nothing uses', () => {
    const components = { ...DOCUMENT.components, headers: { Left: { schema: {} } } };
    expect(missingOn(PAGES, { ...DOCUMENT, components }).unused).toEqual([
      ['components', 'headers', 'Left'],
    ]);
  });
});
