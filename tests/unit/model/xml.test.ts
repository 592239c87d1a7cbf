import { expect, test } from 'vitest';
import { toXml } from '../../../src/model/xml.ts';
import { contextOf } from './slice-of.ts';

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
