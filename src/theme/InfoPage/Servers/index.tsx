import { translate } from '@docusaurus/Translate';
import Breakable from '@theme/Breakable';
import Facts from '@theme/Facts';
import Heading from '@theme/Heading';
import Variable from '@theme/InfoPage/Servers/Variable';
import Markdown from '@theme/Markdown';
import type { ReactNode } from 'react';
import type { ServerModel } from '../../../model/page/page.ts';
import styles from './styles.module.css';

export interface Props {
  readonly servers: readonly ServerModel[];
}

/** The base URLs of the API with their variables, OpenAPI 3.1 section 4.8.5. */
export default function Servers({ servers }: Props): ReactNode {
  return (
    servers.length > 0 && (
      <>
        <Heading as="h2" id="servers">
          {translate({ id: 'site.servers', message: 'Servers' })}
        </Heading>
        <ul className={styles.servers}>
          {servers.map((server) => (
            <li key={server.url}>
              <code className={styles.url}>
                <Breakable>{server.url}</Breakable>
              </code>
              <Markdown>{server.description}</Markdown>
              <Facts facts={server.extensions} />
              {server.variables.map((variable) => (
                <Variable key={variable.name} variable={variable} />
              ))}
            </li>
          ))}
        </ul>
      </>
    )
  );
}
