import { translate } from '@docusaurus/Translate';
import { Fragment, type ReactNode } from 'react';
import type { SecurityAlternative } from '../../model/request/security.ts';

export interface Props {
  readonly security: readonly SecurityAlternative[];
}

/** More scopes than these are counted. */
const FEW = 3;

function Scopes({ scopes }: Pick<SecurityAlternative['schemes'][number], 'scopes'>): ReactNode {
  if (scopes.length > FEW)
    return translate({ id: 'ref.scopes', message: '{count} scopes' }, { count: scopes.length });
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
          {schemes.map(({ scheme, scopes }, at) => (
            <Fragment key={scheme.name}>
              {at > 0 && ' + '}
              {scheme.title}
              <Scopes scopes={scopes} />
            </Fragment>
          ))}
        </Fragment>
      ))}
      {isOptional && ` (${translate({ id: 'ref.optional', message: 'optional' })})`}
    </>
  );
}
