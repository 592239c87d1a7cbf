import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Code from '@theme/Code';
import SectionHeading from '@theme/SectionHeading';
import type { ReactNode } from 'react';
import type { InfoPageModel } from '../../../model/page.ts';

export interface Props {
  readonly page: InfoPageModel;
}

/** A request to try right away; the address of the API where the document offers none. */
export default function FirstRequest({ page }: Props): ReactNode {
  const { firstRequest, servers } = page;
  const code = firstRequest?.sample.code ?? servers[0]?.url;
  return (
    code && (
      <>
        <SectionHeading id="first-request">
          {translate({ id: 'ref.firstRequest', message: 'First request' })}
        </SectionHeading>
        {firstRequest && (
          <p>
            <Link to={firstRequest.operation.href}>{firstRequest.operation.title}</Link>
            {firstRequest.operation.description && `: ${firstRequest.operation.description}`}
          </p>
        )}
        <Code code={code} language={firstRequest?.sample.language ?? 'text'} />
      </>
    )
  );
}
