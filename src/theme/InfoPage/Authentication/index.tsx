import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import Scheme from '@theme/InfoPage/Authentication/Scheme';
import type { ReactNode } from 'react';
import { AUTHENTICATION } from '../../../address/anchor.ts';
import { schemeAnchors } from '../../../model/page/anchor.ts';
import type { SecurityAlternative, SecuritySchemeModel } from '../../../model/request/security.ts';

export interface Props {
  readonly schemes: readonly SecuritySchemeModel[];
  readonly security: readonly SecurityAlternative[];
  /** URL of the page with the details; this one then shows only what each scheme is. */
  readonly more?: string;
}

/** `apiKey or oauth and session`, as most operations require it. */
function inWords(security: Props['security']): string {
  const and = translate({ id: 'site.and', message: ' and ' });
  const or = translate({ id: 'site.or', message: ' or ' });
  const none = translate({ id: 'site.noAuthentication', message: 'no authentication' });
  const words = security
    .map(({ schemes }) => schemes.map(({ scheme }) => scheme.name).join(and) || none)
    .join(or);
  return words || none;
}

/** How requests are authenticated, a part per security scheme. */
export default function Authentication({ schemes, security, more }: Props): ReactNode {
  const anchors = schemeAnchors(schemes.map(({ name }) => name));
  return (
    schemes.length > 0 && (
      <>
        <Heading as="h2" id={AUTHENTICATION}>
          {translate({ id: 'site.authentication', message: 'Authentication' })}
        </Heading>
        <p>
          {translate(
            { id: 'site.usualSecurity', message: 'Unless an operation says otherwise: {schemes}.' },
            { schemes: inWords(security) },
          )}
        </p>
        {schemes.map((scheme) => (
          <Scheme
            key={scheme.name}
            scheme={scheme}
            anchor={anchors.get(scheme.name)}
            isBrief={more !== undefined}
          />
        ))}
        {more && (
          <p>
            <Link to={more}>
              {translate({ id: 'site.moreAuthentication', message: 'More about authentication' })}
            </Link>
          </p>
        )}
      </>
    )
  );
}
