import { translate } from '@docusaurus/Translate';
import ExternalLink from '@theme/ExternalLink';
import type { ReactNode } from 'react';

export interface Props {
  /** Address of the document. */
  readonly url: string;
  readonly proxy?: string;
}

/** On a stock page: a link to the document. */
export default function Export({ url }: Props): ReactNode {
  return (
    <p>
      <ExternalLink href={url}>
        {translate({ id: 'ref.openapiDocument', message: 'OpenAPI document' })}
      </ExternalLink>
    </p>
  );
}
