import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';
import { useSliceAddress } from '../../client/app/slice-address.ts';

/** Opens the console, which is loaded on click (client/console/opener.ts). */
export default function TryIt(): ReactNode {
  const operation = useOperation();
  const slice = useSliceAddress();
  // Webhooks are sent by the API itself.
  if (operation?.kind !== 'operation' || slice === undefined) return null;
  return (
    <button type="button" className="ref-button" data-try={slice} aria-expanded={false}>
      {translate({ id: 'ref.try', message: 'Try it' })}
    </button>
  );
}
