import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import Facts from '@theme/Facts';
import Markdown from '@theme/Markdown';
import ServerList from '@theme/ServerList';
import Value from '@theme/Value';
import type { ReactNode } from 'react';
import type { LinkModel } from '../../model/page/response.ts';
import styles from './styles.module.css';

export interface Props {
  readonly links: readonly LinkModel[];
}

function Details({ link }: { readonly link: LinkModel }): ReactNode {
  return (
    <>
      {link.parameters.map(({ name, value }) => (
        <div key={name} className="ref-quiet">
          <code>{name}</code> = <Value>{value}</Value>
        </div>
      ))}
      {link.requestBody !== undefined && (
        <div className="ref-quiet">
          <Translate id="ref.requestBody">Request body</Translate> ={' '}
          <Value>{link.requestBody}</Value>
        </div>
      )}
      <Facts facts={link.extensions} />
      {link.server && <ServerList servers={[link.server]} />}
    </>
  );
}

/** How the values of a response can be used next, OpenAPI 3.1 section 4.8.20. */
export default function ResponseLinks({ links }: Props): ReactNode {
  if (links.length === 0) return null;
  return (
    <>
      <h4>
        <Translate id="ref.links">Links</Translate>
      </h4>
      <ul className={styles.links}>
        {links.map((link) => (
          <li key={link.name}>
            <code>{link.name}</code>{' '}
            {link.target ? (
              <Link to={link.target.href}>{link.target.title}</Link>
            ) : (
              <code>{link.targetName}</code>
            )}
            {link.description && <Markdown>{link.description}</Markdown>}
            <Details link={link} />
          </li>
        ))}
      </ul>
    </>
  );
}
