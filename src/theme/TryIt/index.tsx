import { translate } from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/page-context.tsx';
import styles from './styles.module.css';

/** Opens the console, which comes with the click (client/console/opener.ts). */
export default function TryIt(): ReactNode {
  const operation = useOperation();
  const { api, id } = operation?.page ?? {};
  const slice = useBaseUrl(`/reference/${api}/${id}.json`);
  // Webhooks are sent by the API itself.
  if (operation?.kind !== 'operation') return null;
  return (
    <button
      type="button"
      className={clsx('ref-button', styles.button)}
      data-try={slice}
      aria-expanded={false}
    >
      {translate({ id: 'ref.try', message: 'Try it' })}
    </button>
  );
}
