import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import {
  indexNavigation,
  type SidebarsModule,
} from '../../../../src/site/internals/docs-plugin.ts';

const original = createRequire(import.meta.url)(
  '@docusaurus/plugin-content-docs/lib/sidebars/utils.js',
) as SidebarsModule;

const doc = (id: string) => ({ type: 'doc', id });
const SIDEBARS = {
  guides: [doc('start'), doc('unlisted'), doc('end')],
  api: [
    doc('info'),
    {
      type: 'category',
      label: 'Books',
      link: { type: 'doc', id: 'books' },
      items: [doc('list'), doc('both'), { type: 'link', href: '/x', label: 'x' }],
    },
    {
      type: 'category',
      label: 'Index',
      link: { type: 'generated-index', permalink: '/index', slug: '/index' },
      items: [doc('both'), doc('last')],
    },
    { type: 'category', label: 'Plain', items: [doc('inner')] },
  ],
};
const unlistedIds = new Set(['unlisted']);

describe('indexNavigation', () => {
  const indexed = { ...original };
  indexNavigation(indexed);
  const before = original.createSidebarsUtils(SIDEBARS);
  const after = indexed.createSidebarsUtils(SIDEBARS);

  const ids = ['start', 'unlisted', 'end', 'info', 'books', 'list', 'both', 'last', 'inner', 'no'];
  it.each(
    ids.flatMap((docId) =>
      [undefined, null, 'guides', 'api'].map((displayedSidebar) => ({ docId, displayedSidebar })),
    ),
  )('answers $docId, shown in $displayedSidebar, as the plugin does', (query) => {
    const expected = before.getDocNavigation({ ...query, unlistedIds });
    expect(after.getDocNavigation({ ...query, unlistedIds })).toEqual(expected);
  });

  it('leaves the error of a sidebar that is not there to the plugin', () => {
    const query = { docId: 'list', displayedSidebar: 'none', unlistedIds };
    expect(() => after.getDocNavigation(query)).toThrow("sidebar with this name doesn't exist");
  });

  it('says so where the plugin has changed inside', () => {
    expect(() => indexNavigation({} as SidebarsModule)).toThrow('has changed inside');
  });
});
