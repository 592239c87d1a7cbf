import Translate, { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import SecurityAlternativeItem from '@theme/SecurityAlternativeItem';
import type { ReactNode } from 'react';
import { AUTHENTICATION } from '../../../address/anchor.ts';
import { useOperation } from '../../../client/app/page-context.tsx';
import { useStock } from '../../../client/stock/context.ts';

/** On a stock page. */
export interface Props {
  /** Path of the API's info page. */
  readonly infoPath?: string;
}

/**
 * The authentication of a request, OpenAPI 3.1 section 4.8.30. Most stock pages do not name this component, so that
 * there `MethodEndpoint` shows it.
 */
export default function SecuritySchemes(_props: Props): ReactNode {
  const operation = useOperation();
  const stock = useStock();
  if (!operation || stock?.hasApi === false) return null;
  const { security } = operation;
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
