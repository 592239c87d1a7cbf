import { translate } from '@docusaurus/Translate';
import ExternalLink from '@theme/ExternalLink';
import Markdown from '@theme/Markdown';
import type { ReactNode } from 'react';

export interface Props {
  readonly url: string;
  readonly description?: string;
}

/** A link to documentation elsewhere, OpenAPI 3.1 section 4.8.22. */
export default function ExternalDocs({ url, description }: Props): ReactNode {
  return (
    <div className="ref-quiet">
      {translate({ id: 'ref.externalDocs', message: 'See also:' })}{' '}
      <ExternalLink href={url}>{url}</ExternalLink>
      {description && <Markdown>{description}</Markdown>}
    </div>
  );
}
