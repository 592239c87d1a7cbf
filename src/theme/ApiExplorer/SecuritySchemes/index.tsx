import Translate, { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import SecurityAlternativeItem from '@theme/SecurityAlternativeItem';
import type { ReactNode } from 'react';
import { AUTHENTICATION } from '../../../address/anchor.ts';
import { useOperation } from '../../../client/app/page-context.tsx';

/** The authentication of a request, OpenAPI 3.1 section 4.8.30. */
export default function SecuritySchemes(): ReactNode {
  const security = useOperation()?.security;
  if (!security) return null;
  return (
    <section>
      <Heading as="h2" id={AUTHENTICATION}>
        {translate({ id: 'ref.authentication', message: 'Authentication' })}
      </Heading>
      {security.length === 0 && (
        <p>
          <Translate id="ref.noSecurity">No authentication required.</Translate>
        </p>
      )}
      {security.length > 1 && (
        <p>
          <Translate id="ref.anyOfThese">Use one of:</Translate>
        </p>
      )}
      <ul className="ref-fields">
        {security.map((alternative, index) => (
          <SecurityAlternativeItem key={index} alternative={alternative} />
        ))}
      </ul>
    </section>
  );
}
