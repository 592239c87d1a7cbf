import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import Scheme from '@theme/InfoPage/Authentication/Scheme';
import type { ReactNode } from 'react';
import { AUTHENTICATION } from '../../../address/anchor.ts';
import { useCount } from '../../../client/app/words.ts';
import { own } from '../../../json/guards.ts';
import { schemeAnchors } from '../../../model/page/anchor.ts';
import type { SecuritySchemeModel } from '../../../model/request/security.ts';
import type { AuthenticationUse } from '../../../slices/slice.ts';

export interface Props {
  /** Those that most operations accept come first. */
  readonly schemes: readonly SecuritySchemeModel[];
  readonly use: AuthenticationUse | undefined;
  /** URL of the page with the details; this one then shows only what the first scheme is. */
  readonly more?: string;
}

/** How requests are authenticated: how many need it, and a part per security scheme. */
export default function Authentication({ schemes, use, more }: Props): ReactNode {
  const anchors = schemeAnchors(schemes.map(({ name }) => name));
  const shown = more === undefined ? schemes : schemes.slice(0, 1);
  return (
    schemes.length > 0 && (
      <>
        <Heading as="h2" id={AUTHENTICATION}>
          {translate({ id: 'site.authentication', message: 'Authentication' })}
        </Heading>
        {use && (
          <p>
            <Need use={use} />
          </p>
        )}
        {shown.map((scheme) => (
          <Scheme
            key={scheme.name}
            scheme={scheme}
            anchor={anchors.get(scheme.name)}
            isBrief={more !== undefined}
            {...(use && { operations: Number(own(use.schemes, scheme.name) ?? 0) })}
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

/** How many operations require authentication. */
function Need({ use }: { readonly use: AuthenticationUse }): ReactNode {
  const count = useCount();
  const { operations, required } = use;
  if (required === 0)
    return translate({
      id: 'site.authentication.none',
      message: 'Operations require no authentication.',
    });
  if (required === operations)
    return translate({
      id: 'site.authentication.all',
      message: 'All operations require authentication.',
    });
  return translate(
    {
      id: 'site.authentication.most',
      message: '{required} of {operations} operations require authentication, {rest} require none.',
    },
    {
      required: count(required),
      operations: count(operations),
      rest: count(operations - required),
    },
  );
}
