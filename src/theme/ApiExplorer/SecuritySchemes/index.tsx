import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import SecurityAlternativeItem from '@theme/SecurityAlternativeItem';
import SecuritySummary from '@theme/SecuritySummary';
import type { ReactNode } from 'react';
import { AUTHENTICATION } from '../../../address/anchor.ts';
import { useOperation } from '../../../client/app/page-context.tsx';
import { useStock } from '../../../client/stock/context.ts';
import styles from './styles.module.css';

/** On a stock page. */
export interface Props {
  /** Path of the API's info page. */
  readonly infoPath?: string;
}

/**
 * The authentication of a request in a line, OpenAPI 3.1 section 4.8.30: most operations of an API have the same, so
 * that its details are collapsed. Most stock pages do not name this component, so that there `MethodEndpoint` shows it.
 */
export default function SecuritySchemes(_props: Props): ReactNode {
  const operation = useOperation();
  const stock = useStock();
  if (!operation || stock?.hasApi === false) return null;
  const { security, infoLinks } = operation;
  const isNeeded = security.some(({ schemes }) => schemes.length > 0);
  return (
    // Nearly the same on all pages: it would be in every excerpt of the search.
    <section className={styles.line} data-pagefind-ignore="">
      <Heading as="h2" id={AUTHENTICATION}>
        {translate({ id: 'ref.authentication', message: 'Authentication' })}
      </Heading>
      {isNeeded ? (
        <details>
          <summary>
            <SecuritySummary security={security} />
          </summary>
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
          {infoLinks.authentication && (
            <p>
              <Link to={infoLinks.authentication}>
                {translate({ id: 'ref.aboutAuthentication', message: 'About authentication' })}
              </Link>
            </p>
          )}
        </details>
      ) : (
        <Translate id="ref.noSecurity">No authentication required.</Translate>
      )}
    </section>
  );
}
