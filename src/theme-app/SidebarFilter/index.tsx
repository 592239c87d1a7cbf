import { useDocsVersion } from '@docusaurus/plugin-content-docs/client';
import { translate } from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useApiTable from '@reference/api-table';
import FilterField from '@theme/FilterField';
import type { ReactNode } from 'react';
import { sidebarId } from '../../address/docs.ts';
import { showLabel } from '../../client/app/words.ts';

export interface Props {
  /** Name of the sidebar. */
  readonly name: string;
}

/** The field that filters the sidebar of an API by title, method and path: see `client/menu`. */
export default function SidebarFilter({ name }: Props): ReactNode {
  const { pluginId, version } = useDocsVersion();
  const menus = useApiTable()?.menus;
  const baseUrl = useBaseUrl('/');
  const file = menus?.[sidebarId(pluginId, version, name)];
  if (file === undefined) return null;
  return (
    <FilterField
      label={translate({
        id: 'site.sidebarFilter',
        message: 'Filter by name, method, path',
        description: 'Placeholder of the field above the sidebar of an API',
      })}
      none={translate({
        id: 'site.sidebarFilter.none',
        message: 'No operation or schema matches “{query}”.',
        description: 'What the filter of a sidebar says; the braces are replaced later',
      })}
      found={translate({
        id: 'site.sidebarFilter.count',
        message: '{count} of {all}',
        description: 'How many pages of a sidebar its filter shows; the braces are replaced later',
      })}
      attributes={{
        'data-menu': baseUrl + file,
        // For the categories in what a script adds.
        'data-show': showLabel('{name}'),
      }}
    />
  );
}
