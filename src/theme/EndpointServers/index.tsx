import { translate } from '@docusaurus/Translate';
import ServerList from '@theme/ServerList';
import type { ReactNode } from 'react';
import type { ServerModel } from '../../model/page/page.ts';

export interface Props {
  readonly servers: readonly ServerModel[];
  /** What the endpoint shows of the first one. */
  readonly base: string;
}

/** What the endpoint does not show of its servers, which are collapsed if there are several. */
export default function EndpointServers({ servers, base }: Props): ReactNode {
  const [first, another] = servers;
  if (another) {
    return (
      <details className="ref-fold ref-quiet">
        <summary>
          {translate({ id: 'ref.servers', message: '{count} servers' }, { count: servers.length })}
        </summary>
        <ServerList servers={servers} />
      </details>
    );
  }
  if (!first) return null;
  const { url, description, variables, extensions } = first;
  const isShown = url === base && !description && variables.length + extensions.length === 0;
  return !isShown && <ServerList servers={servers} />;
}
