import { translate } from '@docusaurus/Translate';
import Markdown from '@theme/Markdown';
import type { ReactNode } from 'react';

export interface Props {
  readonly url: string;
  readonly description?: string;
}

/** Only what a browser opens as a page becomes a link. */
const WEB_ADDRESS = /^(?:https?:\/\/|\/)/i;

/** A link to documentation elsewhere, OpenAPI 3.1 section 4.8.22. */
export default function ExternalDocs({ url, description }: Props): ReactNode {
  const label = translate({ id: 'ref.externalDocs', message: 'See also:' });
  return (
    <div className="ref-quiet">
      {label} {WEB_ADDRESS.test(url) ? <a href={url}>{url}</a> : <code>{url}</code>}
      {description && <Markdown>{description}</Markdown>}
    </div>
  );
}
