import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Code from '@theme/Code';
import Heading from '@theme/Heading';
import SampleTabs from '@theme/SampleTabs';
import type { ReactNode } from 'react';
import type { InfoPageModel } from '../../../model/page/page.ts';

export interface Props {
  readonly page: InfoPageModel;
}

/** A request to try right away, or the API's base URL if the document offers none. */
export default function FirstRequest({ page }: Props): ReactNode {
  const { firstRequest, servers } = page;
  const url = servers[0]?.url;
  if (!firstRequest && url === undefined) return null;
  return (
    <>
      <Heading as="h2" id="first-request">
        {translate({ id: 'site.firstRequest', message: 'First request' })}
      </Heading>
      {firstRequest && (
        <p>
          <Link to={firstRequest.operation.href}>{firstRequest.operation.title}</Link>
          {firstRequest.operation.description && `: ${firstRequest.operation.description}`}
        </p>
      )}
      <div className="ref-wrapped">
        {firstRequest ? (
          <SampleTabs samples={firstRequest.samples} prefix="first-request" />
        ) : (
          url && <Code code={url} language="text" />
        )}
      </div>
    </>
  );
}
