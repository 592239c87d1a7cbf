import { translate } from '@docusaurus/Translate';
import CallbackItem from '@theme/CallbackItem';
import Heading from '@theme/Heading';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';

/** Requests that the API sends to its user, OpenAPI 3.1 section 4.8.18. */
export default function Callbacks(): ReactNode {
  const callbacks = useOperation()?.callbacks ?? [];
  if (callbacks.length === 0) return null;
  return (
    <section data-section>
      <Heading as="h2" id="callbacks">
        {translate({ id: 'ref.callbacks', message: 'Callbacks' })}
      </Heading>
      {callbacks.map((callback) => (
        <CallbackItem
          key={`${callback.name} ${callback.expression} ${callback.operation.method}`}
          callback={callback}
        />
      ))}
    </section>
  );
}
