import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';
import { versionCrumb, versionSelector } from 'docusaurus-openapi-reference/lib/sidebars/utils';
import older from './docs/library/1.0/sidebar.ts';
import current from './docs/library/sidebar.ts';
import versions from './docs/library/versions.json';

const sidebars: SidebarsConfig = {
  guides: ['intro', 'returns/return-book'],
  library: [
    {
      type: 'html',
      defaultStyle: true,
      value: versionSelector(versions),
      className: 'version-button',
    },
    { type: 'html', defaultStyle: true, value: versionCrumb('v2.0') },
    ...current,
  ],
  'library-1.0': [
    {
      type: 'html',
      defaultStyle: true,
      value: versionSelector(versions),
      className: 'version-button',
    },
    { type: 'html', defaultStyle: true, value: versionCrumb('v1.0') },
    ...older,
  ],
};

export default sidebars;
