import { expect, it } from 'vitest';
import { pageKey } from '../../../src/address/address.ts';
import { defaultPlace } from '../../../src/address/docs.ts';
import type { Document } from '../../../src/openapi/types.ts';
import { planPages } from '../../../src/slices/plan.ts';
import { buildSidebar, type SidebarItem } from '../../../src/upstream/sidebar.ts';

/** A document with these operations, `METHOD /path`, of one tag. */
function documentOf(operations: readonly string[]): Document {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const [method = '', path = ''] = operation.toLowerCase().split(' ');
    paths[path] = { ...paths[path], [method]: { summary: operation, tags: ['shop'] } };
  }
  return { openapi: '3.1.0', info: { title: 'Shop', version: '1' }, paths };
}

/** The sidebar of the tag as lines. */
function outline(operations: readonly string[]): string[] {
  const { plan } = planPages(documentOf(operations), 'api');
  const upstream = plan.pages
    .filter(({ kind }) => kind === 'tag')
    .map(({ id }) => ({
      type: 'category',
      link: { id: pageKey('api', id) },
      items: plan.pages
        .filter(({ operation }) => operation)
        .map((page) => ({ type: 'doc', id: pageKey('api', page.id) })),
    }));
  const lines = (items: readonly SidebarItem[], depth: number): string[] =>
    items.flatMap((item) => [
      '  '.repeat(depth) + item.label,
      ...(item.type === 'category' ? lines(item.items, depth + 1) : []),
    ]);
  const sidebar = buildSidebar(upstream, plan, defaultPlace({ api: 'api' }));
  return lines(sidebar.slice(1), 0);
}

/** What an API usually has for a resource. */
const crud = (path: string): string[] => [
  `GET ${path}`,
  `POST ${path}`,
  `GET ${path}/{id}`,
  `PUT ${path}/{id}`,
  `DELETE ${path}/{id}`,
];

const below = (operations: readonly string[], depth: number): string[] =>
  operations.map((operation) => '  '.repeat(depth) + operation);

it('has the operations of a tag below the resources that they are about', () => {
  const books = [...crud('/books'), 'POST /books/{id}/lend'];
  const orders = crud('/orders');
  expect(outline([...books, ...orders, 'GET /status'])).toEqual([
    'shop',
    '  Books',
    ...below(books, 2),
    '  Orders',
    ...below(orders, 2),
    // Of no group.
    '  GET /status',
  ]);
});

it.each([
  ['few operations', [...crud('/books'), 'GET /orders', 'POST /orders']],
  ['one resource', [...crud('/books'), ...crud('/books/{id}/pages').slice(0, 1)]],
])('does not divide a tag of %s', (_, operations) => {
  expect(outline(operations)).toEqual(['shop', ...below(operations, 1)]);
});

it('gives groups keys of their own, whatever the document calls its tags', () => {
  const { plan } = planPages(documentOf([...crud('/books'), ...crud('/orders')]), 'api');
  const [tag] = plan.pages.filter(({ kind }) => kind === 'tag');
  const upstream = [
    {
      type: 'category',
      link: { id: pageKey('api', tag?.id ?? '') },
      items: plan.pages
        .filter(({ operation }) => operation)
        .map((page) => ({ type: 'doc', id: pageKey('api', page.id) })),
    },
  ];
  const [, category] = buildSidebar(upstream, plan, defaultPlace({ api: 'api' }));
  const groups = category?.type === 'category' ? category.items : [];
  const keys = groups.map((group) => group.key);
  expect(keys).toHaveLength(2);
  expect(new Set([category?.key, ...keys]).size).toBe(3);
});
