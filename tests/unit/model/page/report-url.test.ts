import { expect, it } from 'vitest';
import { reportUrl } from '../../../../src/model/page/report-url.ts';

const TEMPLATE = 'https://git.test/issues/new?title={title}&body={operation}%0A{page}#form';

it.each([
  ['List books', 'GET /books', 'https://docs.test/list-books/'],
  ['a&body=x#y?z\'"<>', '{page} $& {title}', 'https://docs.test/\ud800/'],
  ['../../evil\\@host', '//evil.test', 'javascript:alert(1)'],
])('fills in %j as a value of the query, whatever it says', (title, operation, page) => {
  const url = new URL(reportUrl(TEMPLATE, { title, operation, page }));
  expect(url.origin + url.pathname + url.hash).toBe('https://git.test/issues/new#form');
  expect([...url.searchParams.keys()]).toEqual(['title', 'body']);
  expect(url.searchParams.get('title')).toBe(title);
  expect(url.searchParams.get('body')).toBe(`${operation}\n${page.replace('\ud800', '\ufffd')}`);
});
