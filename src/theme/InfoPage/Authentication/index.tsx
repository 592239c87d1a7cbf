import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import Scheme from '@theme/InfoPage/Authentication/Scheme';
import OperationList from '@theme/OperationList';
import type { ReactNode } from 'react';
import { AUTHENTICATION } from '../../../address/anchor.ts';
import { useCount } from '../../../client/app/words.ts';
import { own } from '../../../json/guards.ts';
import { schemeAnchors } from '../../../model/page/anchor.ts';
import { authenticationNeed } from '../../../model/page/authentication-need.ts';
import type { LinkedPage } from '../../../model/page/page.ts';
import type { SecuritySchemeModel } from '../../../model/request/security.ts';
import type { AuthenticationUse } from '../../../slices/slice.ts';

export interface Props {
  /** Those that most operations accept come first. */
  readonly schemes: readonly SecuritySchemeModel[];
  readonly use: AuthenticationUse | undefined;
  /** The operations that need none, if they are few. */
  readonly open: readonly LinkedPage[];
}

/** How requests are authenticated: how many need it, and a part per security scheme. */
export default function Authentication({ schemes, use, open }: Props): ReactNode {
  const anchors = schemeAnchors(schemes.map(({ name }) => name));
  return (
    schemes.length > 0 && (
      <>
        <Heading as="h2" id={AUTHENTICATION}>
          {translate({ id: 'site.authentication', message: 'Authentication' })}
        </Heading>
        {use && (
          <p>
            <Need use={use} schemes={schemes} />
          </p>
        )}
        {open.length > 0 && (
          <details className="ref-fold">
            <summary>
              {translate({
                id: 'site.authentication.open',
                message: 'Operations without authentication',
              })}
            </summary>
            <OperationList operations={open} />
          </details>
        )}
        {schemes.map((scheme) => (
          <Scheme
            key={scheme.name}
            scheme={scheme}
            anchor={anchors.get(scheme.name)}
            {...(use && { operations: Number(own(use.schemes, scheme.name) ?? 0) })}
          />
        ))}
      </>
    )
  );
}

/** How many operations require authentication, and what nearly all of these accept. */
function Need({
  use,
  schemes,
}: Pick<Props, 'schemes'> & { readonly use: AuthenticationUse }): ReactNode {
  const count = useCount();
  const { amount, required, operations, rest, usual } = authenticationNeed(use, schemes);
  if (amount === 'none')
    return translate({
      id: 'site.authentication.none',
      message: 'Operations require no authentication.',
    });
  const values = {
    scheme: usual === undefined ? '' : `: ${usual}`,
    required: count(required),
    operations: count(operations),
    rest: count(rest),
  };
  if (amount === 'all')
    return translate(
      {
        id: 'site.authentication.all',
        message: 'All operations require authentication{scheme}.',
      },
      values,
    );
  if (amount === 'almostAll')
    return translate(
      {
        id: 'site.authentication.almostAll',
        message:
          'Almost every operation requires authentication{scheme}; {rest} of {operations} require none.',
      },
      values,
    );
  return translate(
    {
      id: 'site.authentication.most',
      message:
        '{required} of {operations} operations require authentication{scheme}; {rest} require none.',
    },
    values,
  );
}
