import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PageProvider } from '../../../src/client/app/page-context.tsx';
import { buildPage } from '../../../src/model/page/build-page.ts';
import type { SliceDocument } from '../../../src/slices/slice.ts';
import PageMenu from '../../../src/theme/PageMenu/index.tsx';
import { setDoc } from '../../support/docusaurus/stand-ins.tsx';

const DEFAULTS = {
  'View as Markdown': '/reference/shop/it.md',
  'OpenAPI of the whole API (JSON)': '/reference/shop/openapi.json',
  'OpenAPI of the whole API (YAML)': '/reference/shop/openapi.yaml',
  'Copy link to this page': '/reference/shop/it/',
};

const prompt = (url: string): string =>
  encodeURIComponent(`Read ${url} and help me with what it describes.`);

const SITES = {
  'Open in ChatGPT': `https://chatgpt.com/?q=${prompt('https://docs.test/reference/shop/it.md')}`,
  'Open in Claude': `https://claude.ai/new?q=${prompt('https://docs.test/reference/shop/it.md')}`,
};

function draw(info: object, path = 'reference/shop/it'): string {
  setDoc({
    metadata: { source: 'it.mdx', title: 'It', permalink: `/${path}/` },
    frontMatter: {},
  });
  const slice = {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    paths: { '/books': { get: { responses: {} } } },
    webhooks: { it: { post: { responses: {} } } },
    components: { schemas: { It: { type: 'object' } } },
    'x-page': {
      api: 'shop',
      id: 'it',
      title: 'It',
      document: 'openapi',
      schemaPages: {},
      tagPages: {},
      ...info,
    },
  } as unknown as SliceDocument;
  return renderToString(
    <PageProvider value={buildPage(slice, { base: 'reference/shop' })}>
      <PageMenu path={path} />
    </PageProvider>,
  );
}

const linksIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    Array.from(html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)</g), ([, href = '', label = '']) => [
      label,
      href.replaceAll('&amp;', '&'),
    ]),
  );

const OPERATION = { kind: 'operation', path: '/books', method: 'get' };

describe('the menu of a page', () => {
  it.each([
    [OPERATION, 'OpenAPI of this operation'],
    [{ kind: 'webhook', path: 'it', method: 'post' }, 'OpenAPI of this webhook'],
    [{ kind: 'schema', name: 'It' }, 'OpenAPI of this schema'],
    [{ kind: 'tag', name: 'it' }, 'OpenAPI of this tag'],
  ])('%j links to its forms', (info, part) => {
    expect(linksIn(draw(info))).toEqual({
      ...DEFAULTS,
      [part]: '/reference/shop/it.json',
      ...SITES,
    });
  });

  it.each(['info', 'schemaList'])(
    'on the page of the kind %s has only the whole document',
    (kind) => {
      expect(linksIn(draw({ kind }))).toEqual({ ...DEFAULTS, ...SITES });
    },
  );

  it('has what the options say', () => {
    const whole = 'https://shop.test/openapi.yaml';
    const links = linksIn(draw({ kind: 'info', assistants: false, downloadUrl: whole }));
    const { 'View as Markdown': twin, 'Copy link to this page': permalink } = DEFAULTS;
    expect(links).toEqual({
      'View as Markdown': twin,
      'OpenAPI of the whole API': whole,
      'Copy link to this page': permalink,
    });
    const own = { label: 'A & B', url: 'https://ask.test/?model=a&q={prompt}' };
    expect(linksIn(draw({ ...OPERATION, assistants: [own] }))['Open in A &amp; B']).toBe(
      `https://ask.test/?model=a&q=${prompt('https://docs.test/reference/shop/it.md')}`,
    );
  });

  it('keeps the address of a page within the question', () => {
    const links = linksIn(draw(OPERATION, `reference/shop/a"&q=b#c?d $& {prompt} ü`));
    for (const link of [links['Open in ChatGPT'], links['Open in Claude']]) {
      const url = new URL(link ?? '');
      expect([url.hash, [...url.searchParams.keys()]]).toEqual(['', ['q']]);
      expect(url.searchParams.get('q')).toContain(
        '/reference/shop/a%22&q=b#c?d%20$&%20%7Bprompt%7D%20%C3%BC.md',
      );
    }
  });

  it('is opened and closed by the browser, and copies once its script is there', () => {
    const html = draw(OPERATION);
    expect(html).toContain('popoverTarget="page-menu"');
    expect(html).toContain(
      '<button type="button" data-copy="" value="/reference/shop/it.md" disabled="">',
    );
  });
});
