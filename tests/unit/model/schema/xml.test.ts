import { describe, expect, it, test } from 'vitest';
import { buildPage } from '../../../../src/model/page/build-page.ts';
import type { SchemaPageModel } from '../../../../src/model/page/page.ts';
import { toXml } from '../../../../src/model/schema/xml.ts';
import { xmlErrors } from '../../../support/xml.ts';
import { contextOf, sliceOf } from '../slice-of.ts';

const text = (xml: object) => ({ type: 'string', xml });
const item = text({ name: 'tag' });
const object = (properties: object) => ({ type: 'object', xml: { name: 'e' }, properties });

/** OpenAPI 3.2 section 4.26, "XML Object": what a property of `e` becomes. */
test.each<[name: string, schema: object, value: unknown, lines: string[]]>([
  ['an element', { type: 'string' }, 'x', ['<e>', '  <a>x</a>', '</e>']],
  ['an attribute', text({ attribute: true }), 'x', ['<e a="x"/>']],
  ['nodeType attribute', text({ nodeType: 'attribute', name: 'b' }), 'x', ['<e b="x"/>']],
  ['nodeType text', text({ nodeType: 'text' }), '1 < 2', ['<e>1 &lt; 2</e>']],
  ['nodeType cdata', text({ nodeType: 'cdata' }), '1 < 2', ['<e><![CDATA[1 < 2]]></e>']],
  [
    'the end of a CDATA section',
    text({ nodeType: 'cdata' }),
    ']]>',
    ['<e><![CDATA[]]]]><![CDATA[>]]></e>'],
  ],
  [
    'a list',
    { type: 'array', items: item },
    ['x', 'y'],
    ['<e>', '  <tag>x</tag>', '  <tag>y</tag>', '</e>'],
  ],
  [
    'a wrapped list',
    { type: 'array', items: item, xml: { wrapped: true } },
    ['x'],
    ['<e>', '  <a>', '    <tag>x</tag>', '  </a>', '</e>'],
  ],
  [
    'a list with nodeType element',
    { type: 'array', items: item, xml: { nodeType: 'element', name: 'tags' } },
    ['x'],
    ['<e>', '  <tags>', '    <tag>x</tag>', '  </tags>', '</e>'],
  ],
  [
    'an object with nodeType none',
    { ...object({ b: {} }), xml: { nodeType: 'none' } },
    { b: 'x' },
    ['<e>', '  <b>x</b>', '</e>'],
  ],
])('%s', (_name, schema, value, lines) => {
  expect(toXml({ a: value }, object({ a: schema }), contextOf())).toBe(
    ['<?xml version="1.0" encoding="UTF-8"?>', ...lines].join('\n'),
  );
});

const NS = 'https://e.com/ns';

/** What the properties of `e`, whose own `xml` is given, become; each is a text `x`. */
function written(root: object, properties: Record<string, object>, value?: object): string {
  const schema = { type: 'object', xml: { name: 'e', ...root }, properties };
  const texts = Object.fromEntries(Object.keys(properties).map((name) => [name, 'x']));
  const text = toXml(value ?? texts, schema, contextOf());
  expect(xmlErrors(text), text).toEqual([]);
  return text.replace(/^.*\n/, '').replaceAll(/\n */g, '');
}

describe('namespaces', () => {
  it.each<[what: string, root: object, properties: Record<string, object>, text: string]>([
    [
      'of an element',
      { prefix: 'p', namespace: NS },
      { a: text({}) },
      `<p:e xmlns:p="${NS}"><a>x</a></p:e>`,
    ],
    ['without a prefix', { namespace: NS }, { a: text({}) }, `<e xmlns="${NS}"><a>x</a></e>`],
    [
      'that is declared around',
      { prefix: 'p', namespace: NS },
      { a: text({ prefix: 'p' }), b: text({ prefix: 'p', namespace: NS }) },
      `<p:e xmlns:p="${NS}"><p:a>x</p:a><p:b>x</p:b></p:e>`,
    ],
    [
      'of a member',
      {},
      { a: text({ prefix: 'p', namespace: NS }) },
      `<e><p:a xmlns:p="${NS}">x</p:a></e>`,
    ],
    [
      'that is declared beside',
      {},
      { a: text({ prefix: 'p', namespace: NS }), b: text({ prefix: 'p' }) },
      `<e xmlns:p="${NS}"><p:a>x</p:a><p:b>x</p:b></e>`,
    ],
    [
      'that nothing declares',
      { prefix: 'q' },
      { a: text({ prefix: 'p' }) },
      '<q:e xmlns:q="https://example.com/q" xmlns:p="https://example.com/p"><p:a>x</p:a></q:e>',
    ],
    [
      'of an attribute',
      {},
      { a: text({ attribute: true, prefix: 'p', namespace: NS }) },
      `<e xmlns:p="${NS}" p:a="x"/>`,
    ],
    [
      'of an attribute, declared by nothing',
      {},
      { a: text({ attribute: true, prefix: 'p' }) },
      '<e xmlns:p="https://example.com/p" p:a="x"/>',
    ],
    [
      'of an attribute without a prefix',
      { namespace: NS },
      { a: text({ attribute: true, namespace: NS }) },
      `<e xmlns="${NS}" xmlns:ns1="${NS}" ns1:a="x"/>`,
    ],
    [
      'of an attribute, as the element has it',
      { prefix: 'p', namespace: NS },
      { a: text({ attribute: true, namespace: NS }) },
      `<p:e xmlns:p="${NS}" p:a="x"/>`,
    ],
    [
      'of XML itself',
      {},
      { lang: text({ attribute: true, prefix: 'xml', namespace: 'urn:wrong' }) },
      '<e xml:lang="x"/>',
    ],
    [
      'of what is no prefix',
      { prefix: 'a b' },
      { a: text({ prefix: 'xmlns' }) },
      '<e><a>x</a></e>',
    ],
    [
      'where one prefix means two',
      { prefix: 'p', namespace: NS },
      { a: text({ prefix: 'p', namespace: 'urn:other' }), b: text({ prefix: 'p' }) },
      `<p:e xmlns:p="${NS}"><p:a xmlns:p="urn:other">x</p:a><p:b>x</p:b></p:e>`,
    ],
  ])('%s', (_what, root, properties, expected) => {
    expect(written(root, properties)).toBe(expected);
  });

  it('of wrapped lists and their items', () => {
    const items = text({ name: 'i', prefix: 'q' });
    const list = { type: 'array', items, xml: { wrapped: true, prefix: 'p', namespace: NS } };
    expect(written({}, { a: list }, { a: ['x', 'y'] })).toBe(
      `<e xmlns:q="https://example.com/q"><p:a xmlns:p="${NS}"><q:i>x</q:i><q:i>y</q:i></p:a></e>`,
    );
  });
});

test('what stands in a choice is written as that says', () => {
  const cat = { type: 'object', required: ['id'], properties: { id: text({ attribute: true }) } };
  const schema = { xml: { name: 'e' }, oneOf: [{ type: 'string' }, cat] };
  expect(toXml({ id: 'x' }, schema, contextOf())).toContain('<e id="x"/>');
});

test.each<[what: string, value: unknown, schema: object]>([
  ['a list of several', ['x', 'y'], { type: 'array', items: {} }],
  ['an empty list', [], { type: 'array', items: {} }],
  ['a text', 'x', text({ nodeType: 'text' })],
  ['nothing', null, {}],
  [
    'control characters',
    { a: '\u0000\u001e\ufffe\ud800', b: 1 },
    { properties: { b: text({ attribute: true }) } },
  ],
  ['odd names', { '1 a': 1, 'ª:b': 2, '': 3, '<c>': 4, '-': 5 }, {}],
  [
    'an attribute twice',
    { a: 1, b: 2 },
    {
      properties: {
        a: text({ attribute: true, name: 'n' }),
        b: text({ attribute: true, name: 'n' }),
      },
    },
  ],
  [
    'line breaks in an attribute',
    { a: '\n\t"\'&<' },
    { properties: { a: text({ attribute: true }) } },
  ],
])('%s is well-formed', (_what, value, schema) => {
  const written = toXml(value, schema, contextOf());
  expect(xmlErrors(written), written).toEqual([]);
});

test('a schema that is sent as XML alone has its example in XML on its page', () => {
  const schemas = { Feed: { properties: { id: text({ attribute: true }) } } };
  const page = { kind: 'schema', name: 'Feed', mediaType: 'application/atom+xml' } as const;
  const model = buildPage(sliceOf({ components: { schemas } }, page)) as SchemaPageModel;
  expect(model.examples).toMatchObject([
    {
      value: '<?xml version="1.0" encoding="UTF-8"?>\n<Feed id="string"/>',
      language: 'xml',
    },
  ]);
});
