import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';

/** Rendered if there is something to send. */
export default function RequestHeading(): ReactNode {
  const operation = useOperation();
  if (!operation || (operation.parameters.length === 0 && !operation.requestBody)) return null;
  return (
    <Heading as="h2" id="request">
      {translate({ id: 'ref.request', message: 'Request' })}
    </Heading>
  );
}
