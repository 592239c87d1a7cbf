import Translate, { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import Responses from '@theme/Responses';
import ToggleAll from '@theme/ToggleAll';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';

/** The operation's responses, OpenAPI 3.1 section 4.8.16. */
export default function StatusCodes(): ReactNode {
  const operation = useOperation();
  const responses = operation?.responses ?? [];
  if (responses.length === 0) {
    return null;
  }
  return (
    <section data-section className="ref-wide">
      <div className="ref-title">
        <Heading as="h2" id="responses">
          {translate({ id: 'ref.responses', message: 'Responses' })}
        </Heading>
        <ToggleAll />
      </div>
      {operation?.kind === 'webhook' && (
        <p className="ref-quiet">
          <Translate id="ref.webhookResponses">What your server returns.</Translate>
        </p>
      )}
      <Responses responses={responses} />
    </section>
  );
}
