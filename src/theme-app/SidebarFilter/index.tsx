import { useDocsVersion } from '@docusaurus/plugin-content-docs/client';
import { translate } from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type { ReactNode } from 'react';
import { sidebarId } from '../../address/docs.ts';
import { useSite } from '../../client/app/site-data.ts';

export interface Props {
  /** Name of the sidebar. */
  readonly name: string;
}

/** The field that filters the sidebar of an API by title, method and path: see `client/menu`. */
export default function SidebarFilter({ name }: Props): ReactNode {
  const { pluginId, version } = useDocsVersion();
  const { menus = {} } = useSite();
  const baseUrl = useBaseUrl('/');
  const file = menus[sidebarId(pluginId, version, name)];
  if (file === undefined) return null;
  const label = translate({
    id: 'site.sidebarFilter',
    message: 'Filter by name, method, path',
    description: 'Placeholder of the field above the sidebar of an API',
  });
  return (
    <div className="ref-filter">
      <input type="search" placeholder={label} aria-label={label} data-menu={baseUrl + file} />
      <output
        data-count={translate({
          id: 'site.sidebarFilter.count',
          message: '{count} of {all}',
          description:
            'How many pages of a sidebar its filter shows; the braces are replaced later',
        })}
      />
    </div>
  );
}
