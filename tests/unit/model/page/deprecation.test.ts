import { expect, it } from 'vitest';
import type { Document } from '../../../../src/openapi/types.ts';
import type { PageOptions } from '../../../../src/slices/slice.ts';
import { drawPages } from '../../../support/draw.tsx';
import { textOf } from '../../../support/html.ts';

async function draw(operation: object, options: PageOptions = {}): Promise<string> {
  const document = {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    paths: {
      '/old': { get: { operationId: 'old', responses: {}, ...operation } },
      '/new': { get: { operationId: 'new', summary: 'What is new', responses: {} } },
    },
  } as unknown as Document;
  return (await drawPages(document, options)).get('old')?.html ?? '';
}

const note = (html: string): string | undefined =>
  /<div class="ref-note ref-note-warning">.*?(?=<div class="[^"]*endpoint)/s.exec(html)?.[0];

it.each([
  [{ 'x-deprecated-replacement': 'new' }],
  [{ 'x-replaced-by': 'new' }],
  [{ 'x-deprecation-replacement': '#/paths/~1new/get' }],
])('%j is a link to the operation that replaces it', async (extensions) => {
  const html = note(await draw({ deprecated: true, ...extensions })) ?? '';
  expect(textOf(html)).toContain('Deprecated Use What is new instead.');
  expect(html).toContain('href="/reference/api/new/"');
});

it('links to a page elsewhere, and never runs a script', async () => {
  const at = async (url: string) =>
    note(await draw({ deprecated: true, 'x-replaced-by': url })) ?? '';
  expect(await at('https://docs.test/v2')).toContain('href="https://docs.test/v2"');
  expect(await at('javascript:alert(1)')).not.toContain('href');
});

it('says when it will be gone, once', async () => {
  const html = await draw(
    { deprecated: true, 'x-sunset': '2027-01-31', 'x-owner': 'us' },
    { extensions: ['x-owner'] },
  );
  expect(textOf(note(html) ?? '')).toContain('sunset 2027-01-31');
  expect(html.split('2027-01-31')).toHaveLength(2);
  expect(textOf(html)).toContain('x-owner us');
});

it.each([['x-deprecated-replacement'], ['x-deprecation-replacement'], ['x-replaced-by']])(
  'shows what replaces it once, by %s',
  async (name) => {
    const extensions = { extensions: ['x-replaced-by'] };
    const at = async (value: string, more = {}) =>
      textOf(await draw({ deprecated: true, [name]: value, ...more }, extensions));
    expect((await at('https://docs.test/v2')).split('docs.test/v2')).toHaveLength(2);
    expect((await at('new')).split('What is new').length).toBeGreaterThan(1);
    expect(await at('new')).not.toMatch(/replacement|replaced/);
    // What names nothing is still shown.
    expect(await at('version two')).toContain('version two');
    expect(await at('new', { deprecated: false })).toMatch(/replacement|replaced/);
  },
);

it('is not there for an operation that is in use', async () => {
  expect(note(await draw({ 'x-replaced-by': 'new' }))).toBeUndefined();
});
