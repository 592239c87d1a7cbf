import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { PageProvider } from '../../../src/client/app/page-context.tsx';
import { buildPage } from '../../../src/model/page/build-page.ts';
import type { SliceDocument } from '../../../src/slices/slice.ts';
import PageLinks from '../../../src/theme/PageLinks/index.tsx';
import { setDoc } from '../../support/docusaurus/stand-ins.tsx';

setDoc({
  metadata: { source: 'list-books.mdx', title: 'List books', permalink: '/list-books/' },
  frontMatter: {},
});

function draw(page: object): string {
  const slice = {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    paths: { '/books': { get: { responses: {} } } },
    'x-page': {
      kind: 'operation',
      api: 'shop',
      id: 'list-books',
      path: '/books',
      method: 'get',
      schemaPages: {},
      tagPages: {},
      ...page,
    },
  } as unknown as SliceDocument;
  return renderToString(
    <PageProvider value={buildPage(slice)}>
      <PageLinks />
    </PageProvider>,
  );
}

const REPORT = 'https://git.test/issues/new?title={title}&body={operation}%0A{page}';

it('links to where the page is edited, and to a form for mistakes that is filled in', () => {
  const html = draw({ title: 'a"&b=1', editUrl: 'https://git.test/a.yaml#L2', reportUrl: REPORT });
  expect(html).toContain(
    '<a href="https://git.test/a.yaml#L2" rel="noreferrer">Edit this page</a>',
  );
  expect(html).toContain(
    'href="https://git.test/issues/new?title=a%22%26b%3D1&amp;body=GET%20%2Fbooks%0Ahttps%3A%2F%2Fdocs.test%2Flist-books%2F"',
  );
});

it('is not there without the options', () => {
  expect(draw({ title: 'List books' })).toBe('');
});
