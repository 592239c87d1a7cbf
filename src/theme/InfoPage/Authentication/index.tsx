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
}

/** How requests are authenticated: how many need it, and a part per security scheme. */
export default function Authentication({ schemes, use }: Props): ReactNode {
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

/** Less than this part of the operations is "almost none". */
const FEW = 0.1;

/** How many operations require authentication, and what nearly all of these accept. */
function Need({ use, schemes }: Required<Props> & { readonly use: AuthenticationUse }): ReactNode {
  const count = useCount();
  const { operations, required } = use;
  const rest = operations - required;
  if (required === 0)
    return translate({
      id: 'site.authentication.none',
      message: 'Operations require no authentication.',
    });
  const [first] = schemes;
  const isUsual =
    first !== undefined && Number(own(use.schemes, first.name) ?? 0) >= required * (1 - FEW);
  const values = {
    scheme: isUsual ? ` (${first.title})` : '',
    required: count(required),
    operations: count(operations),
    rest: count(rest),
  };
  if (rest === 0)
    return translate(
      {
        id: 'site.authentication.all',
        message: 'All operations require authentication{scheme}.',
      },
      values,
    );
  if (rest < operations * FEW)
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
