import type { PropSidebarItem } from '@docusaurus/plugin-content-docs';
import { describe, expect, it } from 'vitest';
import { branchOf, isGroup, windowOf } from '../../../../src/client/app/sidebar-branch.ts';

const link = (name: string): PropSidebarItem => ({
  type: 'link',
  label: name,
  href: `/api/${name}/`,
});
const category = (name: string, items: PropSidebarItem[], href?: string): PropSidebarItem => ({
  type: 'category',
  label: name,
  href,
  collapsed: true,
  collapsible: true,
  items,
});

const SIDEBAR = [
  link('introduction'),
  category('Group', [
    category('Books', [link('list'), link('shared')], '/api/books/'),
    category('Shelves', [link('shared'), link('move')], '/api/shelves/'),
  ]),
  category('Schemas', [category('A', [link('a1'), link('a2')]), category('B', [link('b1')])]),
];

/** The branch as lines: closed categories end with `>`. */
function outline(items: readonly PropSidebarItem[], depth = 0): string[] {
  return items.flatMap((item) => {
    if (item.type === 'html') return [];
    const indent = '  '.repeat(depth);
    if (item.type === 'link') return [indent + item.label];
    return [
      `${indent}${item.label}${item.collapsed ? ' >' : ''}`,
      ...(item.collapsed ? [] : outline(item.items, depth + 1)),
    ];
  });
}

describe('branchOf', () => {
  it.each([
    [
      '/api/list/',
      ['introduction', 'Group', '  Books', '    list', '    shared', '  Shelves >', 'Schemas >'],
    ],
    [
      '/api/books/',
      ['introduction', 'Group', '  Books', '    list', '    shared', '  Shelves >', 'Schemas >'],
    ],
    [
      '/api/move',
      ['introduction', 'Group', '  Books >', '  Shelves', '    shared', '    move', 'Schemas >'],
    ],
    [
      '/api/shared/',
      [
        'introduction',
        'Group',
        '  Books',
        '    list',
        '    shared',
        '  Shelves',
        '    shared',
        '    move',
        'Schemas >',
      ],
    ],
    [
      '/api/b1/',
      ['introduction', 'Group', '  Books >', '  Shelves >', 'Schemas', '  A >', '  B', '    b1'],
    ],
    ['/api/unknown/', ['introduction', 'Group', '  Books >', '  Shelves >', 'Schemas >']],
  ])('of %s', (path, lines) => {
    expect(outline(branchOf(SIDEBAR, path))).toEqual(lines);
  });

  it('keeps one item of a closed category without a page, so that it leads somewhere', () => {
    const [, , schemas] = branchOf(SIDEBAR, '/api/list/');
    expect(JSON.stringify(schemas)).toContain('/api/a1/');
    expect(JSON.stringify(schemas)).not.toContain('/api/a2/');
  });

  it('does not make a group of a category whose children have no page', () => {
    expect(branchOf(SIDEBAR, '/api/b1/').map(isGroup)).toEqual([false, true, false]);
  });
});

describe('windowOf', () => {
  const many = Array.from({ length: 1000 }, (_, at) => link(`page-${at}`));

  it('shows short lists whole', () => {
    expect(windowOf(many.slice(0, 250), '/api/page-0/')).toEqual({ shown: many.slice(0, 250) });
  });

  it.each([
    ['/api/page-0/', 0],
    ['/api/page-500/', 425],
    ['/api/page-999/', 850],
    ['/api/unknown/', 0],
  ])('of a long list shows what is around %s', (path, start) => {
    const { shown, before, after } = windowOf(many, path);
    expect(shown).toEqual(many.slice(start, start + 150));
    expect(before).toEqual(
      start === 0 ? undefined : { count: start, href: `/api/page-${start - 1}/` },
    );
    expect(after).toEqual(
      start === 850 ? undefined : { count: 850 - start, href: `/api/page-${start + 150}/` },
    );
  });
});
