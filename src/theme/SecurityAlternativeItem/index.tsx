import Translate, { translate } from '@docusaurus/Translate';
import Facts from '@theme/Facts';
import Markdown from '@theme/Markdown';
import { Fragment, type ReactNode } from 'react';
import type { SecurityAlternative } from '../../model/request/security.ts';
import styles from './styles.module.css';

export interface Props {
  readonly alternative: SecurityAlternative;
}

type Entry = SecurityAlternative['schemes'][number];

function Scopes({ kind, scopes }: Pick<Entry, 'kind' | 'scopes'>): ReactNode {
  if (scopes.length === 0) return null;
  return (
    <ul className={styles.scopes}>
      {scopes.map(({ name, description }) => (
        <li key={name}>
          {kind === 'scope'
            ? translate({ id: 'ref.scope', message: 'Scope' })
            : translate({ id: 'ref.role', message: 'Role' })}{' '}
          <code>{name}</code> {description && <Markdown>{description}</Markdown>}
        </li>
      ))}
    </ul>
  );
}

function Name({ scheme }: Pick<Entry, 'scheme'>): ReactNode {
  return (
    <>
      {scheme.title} <code>{scheme.name}</code>
      {scheme.deprecated && (
        <b>
          {' '}
          <Translate id="ref.deprecated">deprecated</Translate>
        </b>
      )}
    </>
  );
}

function Scheme({ entry: { scheme, ...required } }: { readonly entry: Entry }): ReactNode {
  return (
    <>
      <Name scheme={scheme} />
      {scheme.description && <Markdown>{scheme.description}</Markdown>}
      <Facts facts={scheme.facts} />
      {scheme.flows.map((flow) => (
        <Facts key={flow.name} facts={[{ label: flow.name }, ...flow.facts]} />
      ))}
      <Scopes {...required} />
    </>
  );
}

/** Schemes that are required together; none means that no authentication is required. */
export default function SecurityAlternativeItem({ alternative }: Props): ReactNode {
  return (
    <li className={styles.item}>
      {alternative.schemes.length === 0 && (
        <Translate id="ref.withoutAuthentication">No authentication</Translate>
      )}
      {alternative.schemes.map((entry, index) => (
        <Fragment key={entry.scheme.name}>
          {index > 0 && (
            <p className="ref-quiet">
              <Translate id="ref.andWith">and</Translate>
            </p>
          )}
          <Scheme entry={entry} />
        </Fragment>
      ))}
    </li>
  );
}
