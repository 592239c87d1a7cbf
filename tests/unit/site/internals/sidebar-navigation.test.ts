import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import {
  indexNavigation,
  type SidebarsModule,
} from '../../../../src/site/internals/sidebar-navigation.ts';
import { warningsOf } from './warnings.ts';

const original = createRequire(import.meta.url)(
  '@docusaurus/plugin-content-docs/lib/sidebars/utils.js',
) as SidebarsModule;

const warnings = warningsOf();

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
  indexNavigation(() => indexed);
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

  it('leaves a plugin that has changed inside as it is, with a warning', () => {
    const changed = { createSidebarsUtils: original.createSidebarsUtils } as SidebarsModule;
    indexNavigation(() => changed);
    expect(changed.createSidebarsUtils).toBe(original.createSidebarsUtils);
    expect(warnings()).toEqual([expect.stringMatching(/sidebar-navigation: .*two functions/)]);
  });

  it('and one that finds other pages: its own answer holds', () => {
    const other = { sidebarName: 'api', previous: doc('end'), next: undefined };
    const changed: SidebarsModule = {
      ...original,
      createSidebarsUtils: (sidebars) => ({
        ...original.createSidebarsUtils(sidebars),
        getDocNavigation: () => other,
      }),
    };
    indexNavigation(() => changed);
    const utils = changed.createSidebarsUtils(SIDEBARS);
    for (const docId of ['list', 'last'])
      expect(utils.getDocNavigation({ docId, displayedSidebar: 'api', unlistedIds })).toBe(other);
    expect(warnings()).toEqual([expect.stringContaining('another previous or next page')]);
  });
});
