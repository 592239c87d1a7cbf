import { expect, test } from 'vitest';
import { buildPage } from '../../../../src/model/page/build-page.ts';
import { sliceOf } from '../slice-of.ts';

test('a tag with the one above, those below, its kind and its summary (OpenAPI 3.2 section 4.22)', () => {
  const tags = [
    { name: 'a', summary: 'The middle', kind: 'nav', parent: 'top' },
    { name: 'top', 'x-displayName': 'Top' },
    { name: 'b', parent: 'a' },
    { name: 'lost', parent: 'a' },
  ];
  const tagPages = { top: 'top', b: 'b' };
  const slice = sliceOf({ tags }, { kind: 'tag', name: 'a', title: 'A', tagPages });
  expect(buildPage(slice, { base: '1.0/api' })).toMatchObject({
    summary: 'The middle',
    tagKind: 'nav',
    parent: { label: 'Top', href: '/1.0/api/top/' },
    children: [{ label: 'b', href: '/1.0/api/b/' }],
  });
});

test('a tag that is called as its summary says does not say it twice', () => {
  const slice = sliceOf(
    { tags: [{ name: 'a', summary: 'A' }] },
    { kind: 'tag', name: 'a', title: 'A' },
  );
  expect(buildPage(slice)).not.toHaveProperty('summary');
});
