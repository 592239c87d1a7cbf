import { translate } from '@docusaurus/Translate';
import { Fragment, type ReactNode } from 'react';
import type { SecurityAlternative } from '../../model/request/security.ts';

export interface Props {
  readonly security: readonly SecurityAlternative[];
}

/** More scopes than these are counted. */
const FEW = 3;

type Entry = SecurityAlternative['schemes'][number];

/** Scopes of OAuth, roles of any other scheme (OpenAPI 3.1 section 4.8.30). */
function Scopes({ kind, scopes }: Pick<Entry, 'kind' | 'scopes'>): ReactNode {
  if (scopes.length > FEW) {
    const values = { count: scopes.length };
    const counted =
      kind === 'scope'
        ? translate({ id: 'ref.scopes', message: '{count} scopes' }, values)
        : translate({ id: 'ref.roles', message: '{count} roles' }, values);
    return ` (${counted})`;
  }
  return scopes.map(({ name }) => (
    <Fragment key={name}>
      {' '}
      <code>{name}</code>
    </Fragment>
  ));
}

/** The ways to authenticate in a line: `API token (bearer) or OAuth 2.0`. */
export default function SecuritySummary({ security }: Props): ReactNode {
  const asked = security.filter(({ schemes }) => schemes.length > 0);
  const isOptional = asked.length < security.length;
  return (
    <>
      {asked.map(({ schemes }, index) => (
        <Fragment key={index}>
          {index > 0 && ` ${translate({ id: 'ref.or', message: 'or' })} `}
          {schemes.map(({ scheme, kind, scopes }, at) => (
            <Fragment key={scheme.name}>
              {at > 0 && ' + '}
              {scheme.label}
              <Scopes kind={kind} scopes={scopes} />
            </Fragment>
          ))}
        </Fragment>
      ))}
      {isOptional && ` (${translate({ id: 'ref.optional', message: 'optional' })})`}
    </>
  );
}
