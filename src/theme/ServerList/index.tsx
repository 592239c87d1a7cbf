import { translate } from '@docusaurus/Translate';
import Facts from '@theme/Facts';
import Markdown from '@theme/Markdown';
import type { ReactNode } from 'react';
import type { ServerModel } from '../../model/page.ts';

export interface Props {
  readonly servers: readonly ServerModel[];
}

function factsOf(variable: ServerModel['variables'][number]) {
  const fallback = translate({ id: 'ref.default', message: 'default' });
  const allowed = translate({ id: 'ref.enum', message: 'Allowed:' });
  return [
    { label: fallback, value: variable.default },
    ...variable.enum.map((value, index) => ({ label: index === 0 ? allowed : '', value })),
  ];
}

/**
 * The servers that a path is to be appended to, OpenAPI 3.1 section 4.8.5. The first is in view; the
 * others and the variables open with it.
 */
export default function ServerList({ servers }: Props): ReactNode {
  const [first] = servers;
  if (!first) return null;
  const isPlain = servers.length === 1 && first.variables.length === 0;
  const line = (
    <>
      {translate({ id: 'ref.server', message: 'Server' })} <code>{first.url}</code>
    </>
  );
  if (isPlain) {
    return (
      <div className="ref-quiet">
        {line}
        {first.description && <Markdown>{first.description}</Markdown>}
      </div>
    );
  }
  return (
    <details className="ref-quiet">
      <summary>{line}</summary>
      {servers.map((server) => (
        <Server key={server.url} server={server} />
      ))}
    </details>
  );
}

function Server({ server }: { readonly server: ServerModel }): ReactNode {
  return (
    <div>
      <code>{server.url}</code>
      {server.description && <Markdown>{server.description}</Markdown>}
      {server.variables.map((variable) => (
        <div key={variable.name}>
          <code>{`{${variable.name}}`}</code>
          {variable.description && <Markdown>{variable.description}</Markdown>}
          <Facts facts={factsOf(variable)} />
        </div>
      ))}
    </div>
  );
}
