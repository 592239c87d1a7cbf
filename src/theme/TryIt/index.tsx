import { translate } from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/page-context.tsx';

/** Opens the console, which comes with the click (client/console/opener.ts), and the place for it. */
export default function TryIt(): ReactNode {
  const operation = useOperation();
  const { api, id } = operation?.page ?? {};
  const slice = useBaseUrl(`/reference/${api}/${id}.json`);
  // Webhooks are sent by the API itself.
  if (operation?.kind !== 'operation') return null;
  return (
    <>
      <button type="button" className="ref-button" data-try={slice} aria-expanded={false}>
        {translate({ id: 'ref.try', message: 'Try it' })}
      </button>
      <div />
    </>
  );
}
