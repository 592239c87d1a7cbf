import { translate } from '@docusaurus/Translate';
import Facts from '@theme/Facts';
import Markdown from '@theme/Markdown';
import ServerVariable from '@theme/ServerVariable';
import type { ReactNode } from 'react';
import type { ServerModel } from '../../model/page/page.ts';

export interface Props {
  readonly servers: readonly ServerModel[];
}

function About({ server }: { readonly server: ServerModel }): ReactNode {
  return (
    <>
      {server.description && <Markdown>{server.description}</Markdown>}
      <Facts facts={server.extensions} />
      {server.variables.map((variable) => (
        <ServerVariable key={variable.name} variable={variable} />
      ))}
    </>
  );
}

/** The servers to which a path is appended, OpenAPI 3.1 section 4.8.5; details are collapsed. */
export default function ServerList({ servers }: Props): ReactNode {
  return servers.map((server) => {
    const { url, description, variables, extensions } = server;
    const line = (
      <>
        {translate({ id: 'ref.server', message: 'Server' })} <code>{url}</code>
      </>
    );
    return description || variables.length + extensions.length > 0 ? (
      <details key={url} className="ref-fold ref-quiet">
        <summary>{line}</summary>
        <About server={server} />
      </details>
    ) : (
      <div key={url} className="ref-quiet">
        {line}
      </div>
    );
  });
}
