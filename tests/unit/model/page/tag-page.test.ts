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

test('what is ours is marked, so that it has the language of the page', () => {
  const operations = ['x', 'y'].map((id) => ({
    id,
    title: id,
    ...(id === 'x' && { resource: 'Xs' }),
  }));
  const page = { kind: 'tag', title: 'Webhooks', operations } as const;
  const theirs = buildPage(sliceOf({}, { ...page, name: 'Webhooks' }));
  expect(theirs).not.toHaveProperty('isOurs');
  expect(theirs).toMatchObject({
    groups: [{ name: 'Xs' }, { name: 'Other operations', isOurs: true }],
  });
  const ownTags = { Webhooks: 'webhooks' } as const;
  expect(buildPage(sliceOf({}, { ...page, name: 'Webhooks', ownTags }))).toHaveProperty('isOurs');
});

test('schemas are with their resource, and those derived from them are below', () => {
  const schema = (id: string, derivedFrom?: string, resource = 'Xs') => ({
    ...{ id, title: id, resource },
    ...(derivedFrom && { derivedFrom }),
  });
  const slice = sliceOf(
    {},
    {
      ...{ kind: 'tag', title: 'A', name: 'a' },
      operations: ['Xs', 'Ys'].map((resource) => ({ id: resource, title: resource, resource })),
      schemas: [
        schema('x'),
        schema('xList', 'x'),
        schema('z', 'lost'),
        schema('x', undefined, 'Ys'),
      ],
    },
  );
  const page = buildPage(slice);
  const groups = page.kind === 'tag' ? page.groups : [];
  expect(
    groups.map(({ schemas }) =>
      schemas.map(({ id, derived }) => [id, ...derived.map((one) => one.id)]),
    ),
  ).toEqual([[['x', 'xList'], ['z']], [['x']]]);
});
