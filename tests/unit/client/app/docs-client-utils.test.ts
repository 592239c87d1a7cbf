import type { GlobalDoc, GlobalPluginData } from '@docusaurus/plugin-content-docs/client';
import * as original from 'docs-client-utils-original';
import { describe, expect, it } from 'vitest';
import * as ours from '../../../../src/client/app/docs-client-utils.ts';

const docs = (base: string, ids: readonly string[]): GlobalDoc[] =>
  ids.map((id) => ({ id, path: `${base}${id}`, sidebar: 'reference' }));
const IDS = Array.from({ length: 200 }, (_, at) => `page-${at}`);

const DATA = {
  path: '/docs',
  breadcrumbs: true,
  versions: [
    {
      name: 'current',
      label: 'Next',
      isLast: false,
      path: '/docs/next',
      mainDocId: 'page-0',
      draftIds: [],
      docs: docs('/docs/next/', [...IDS, 'new']),
    },
    {
      name: '1.0',
      label: '1.0',
      isLast: true,
      path: '/docs',
      mainDocId: 'page-0',
      draftIds: [],
      docs: [...docs('/docs/', IDS), { id: 'with-parameter', path: '/docs/of/:id' }],
    },
  ],
} satisfies GlobalPluginData;

const PATHS = [
  '/docs/page-7',
  '/docs/page-7/',
  '/docs/PAGE-199',
  '/docs/next/page-7',
  '/docs/next/new',
  '/docs/of/something',
  '/docs/none',
  '/elsewhere',
];

describe('the page of the docs at a path, from an index', () => {
  it.each(PATHS)('is for %s the one that the plugin finds', (path) => {
    expect(ours.getActiveDocContext(DATA, path)).toEqual(original.getActiveDocContext(DATA, path));
    expect(ours.getDocVersionSuggestions(DATA, path)).toEqual(
      original.getDocVersionSuggestions(DATA, path),
    );
  });

  it('is found', () => {
    const { activeDoc, activeVersion, alternateDocVersions } = ours.getActiveDocContext(
      DATA,
      '/docs/page-7',
    );
    expect(activeDoc?.id).toBe('page-7');
    expect(activeVersion).toBe(DATA.versions[1]);
    expect(Object.keys(alternateDocVersions)).toEqual(['current', '1.0']);
  });
});
