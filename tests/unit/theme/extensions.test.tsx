import { expect, test } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { drawPages } from '../../support/draw.tsx';
import { textOf } from '../../support/html.ts';

async function draw(parts: object) {
  const info = { title: 'Shop', version: '1' };
  const drawn = await drawPages({ openapi: '3.1.0', info, ...parts } as Document);
  const html = (id: string): string => drawn.get(id)?.html ?? '';
  return { html, text: (id: string) => textOf(html(id)) };
}

const operation = (more: object) => ({
  paths: {
    '/a': { get: { operationId: 'a', responses: { 200: { description: 'Fine.' } }, ...more } },
  },
});

test('badges of operations, parameters and properties are beside their names', async () => {
  const badges = [
    { name: 'Beta', color: 'red' },
    { name: 'Paid', position: 'before' },
    { name: 1 },
    'x',
  ];
  const { text, html } = await draw({
    ...operation({
      'x-badges': badges,
      parameters: [
        { name: 'p', in: 'query', 'x-badges': [{ name: 'Slow' }], schema: { type: 'string' } },
      ],
    }),
    components: {
      schemas: { It: { properties: { q: { type: 'string', 'x-badges': [{ name: 'New' }] } } } },
    },
  });
  expect(html('a')).toContain('<b>Beta</b>');
  expect(text('a')).toMatch(/Beta Paid/);
  expect(text('a')).toMatch(/ p string Slow/);
  expect(text('schemas/it')).toMatch(/ q string New/);
  expect(text('schemas/it')).not.toContain('x-badges');
});

test.each([
  ['https://example.com/logo.png', undefined, undefined, 'src="https://example.com/logo.png"'],
  ['javascript:alert(1)', undefined, undefined, undefined],
  ['logo.png', undefined, undefined, undefined],
  [1, undefined, undefined, undefined],
  ['https://example.com/l.png', 'https://example.com/', undefined, 'href="https://example.com/"'],
  ['https://example.com/l.png', 'javascript:alert(1)', undefined, 'alt="logo"'],
  [
    'https://example.com/l.png',
    undefined,
    'https://help.example.com/',
    'href="https://help.example.com/"',
  ],
])('a logo at %s', async (url, href, contact, expected) => {
  const info = {
    title: 'Shop',
    version: '1',
    'x-logo': { url, href },
    ...(contact && { contact: { url: contact } }),
  };
  const html = (await draw({ info, paths: {} })).html('shop');
  if (expected === undefined) expect(html).not.toContain('<img');
  else expect(html).toContain(expected);
  expect(html).not.toContain('javascript:');
});

test('the name of further properties', async () => {
  const map = {
    type: 'object',
    additionalProperties: { type: 'string', 'x-additionalPropertiesName': 'language' },
  };
  const { text } = await draw({ components: { schemas: { It: map } } });
  expect(text('schemas/it')).toContain('language string');
  expect(text('schemas/it')).not.toContain('x-additional');
});

test('how long something will be there is always shown', async () => {
  const { text } = await draw({
    ...operation({
      deprecated: true,
      'x-sunset': '2027-01-01',
      'x-deprecated-since': '2.4',
      'x-other': 'nothing',
      parameters: [
        { name: 'p', in: 'query', 'x-deprecation-date': '2026-01-01', schema: { type: 'string' } },
      ],
    }),
    components: { schemas: { It: { type: 'string', 'x-sunset': '2028-01-01' } } },
  });
  for (const fact of ['sunset 2027-01-01', 'deprecated since 2.4', 'deprecation date 2026-01-01'])
    expect(text('a')).toContain(fact);
  expect(text('a')).not.toMatch(/x-sunset|x-other/);
  expect(text('schemas/it')).toContain('sunset 2028-01-01');
});

test('x-oai-deprecated is deprecated', async () => {
  const { text } = await draw({
    ...operation({ security: [{ old: [] }] }),
    components: {
      securitySchemes: {
        old: { type: 'apiKey', in: 'header', name: 'K', 'x-oai-deprecated': true },
      },
    },
  });
  expect(text('a')).toMatch(/old deprecated/);
});
