import Translate from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import RequestBody from '@theme/RequestBody';
import RequiredMark from '@theme/RequiredMark';
import ToggleAll from '@theme/ToggleAll';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';

/** The operation's request body, OpenAPI 3.1 section 4.8.13. */
export default function RequestSchema(): ReactNode {
  const body = useOperation()?.requestBody;
  if (!body) {
    return null;
  }
  return (
    <section data-section>
      <div className="ref-title">
        <Heading as="h3" id="body">
          <Translate id="ref.requestBody">Request body</Translate>
          <RequiredMark required={body.required} />
        </Heading>
        <ToggleAll />
      </div>
      <RequestBody body={body} />
    </section>
  );
}
