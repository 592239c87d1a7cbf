import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Code from '@theme/Code';
import Heading from '@theme/Heading';
import Credentials from '@theme/Home/FirstRequest/Credentials';
import MethodBadge from '@theme/MethodBadge';
import SampleTabs from '@theme/SampleTabs';
import type { ReactNode } from 'react';
import { useTextLanguage } from '../../../client/app/words.ts';
import type { FirstRequest as FirstRequestModel, InfoPageModel } from '../../../model/page/page.ts';
import styles from './styles.module.css';

export interface Props {
  readonly page: InfoPageModel;
  /** Path of the info page. */
  readonly reference: string;
}

/** The way to a first response, or the API's base URL if the document offers no request to try. */
export default function FirstRequest({ page, reference }: Props): ReactNode {
  const { firstRequest, servers } = page;
  const url = servers[0]?.url;
  if (!firstRequest && url === undefined) return null;
  return (
    <section className={styles.steps}>
      <Heading as="h2" id="first-request">
        {translate({ id: 'site.firstRequest', message: 'First request' })}
      </Heading>
      {firstRequest ? (
        <Steps first={firstRequest} schemes={page.securitySchemes} reference={reference} />
      ) : (
        url && <Code code={url} language="text" />
      )}
    </section>
  );
}

interface StepsProps {
  readonly first: FirstRequestModel;
  readonly schemes: InfoPageModel['securitySchemes'];
  readonly reference: string;
}

function Steps({ first, schemes, reference }: StepsProps): ReactNode {
  const { operation, security, samples, next } = first;
  const lang = useTextLanguage();
  return (
    <ol>
      <Credentials security={security} schemes={schemes} reference={reference} />
      <li>
        <MethodBadge method={operation.method ?? ''} />{' '}
        <Link to={operation.href} lang={lang}>
          {operation.title}
        </Link>
        <div className="ref-wrapped">
          <SampleTabs samples={samples} prefix="first-request" />
        </div>
      </li>
      {next && (
        <li>
          <MethodBadge method={next.method ?? ''} />{' '}
          <Link to={next.href} lang={lang}>
            {next.title}
          </Link>
        </li>
      )}
    </ol>
  );
}
