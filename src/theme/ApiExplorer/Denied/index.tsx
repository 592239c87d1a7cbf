import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import { missingSecrets } from '../../../model/request/credentials.ts';

export interface Props {
  readonly status: number;
}

/** Statuses for want of credentials. */
const DENIED: ReadonlySet<number> = new Set([401, 403]);

/** What to do about a response that denies a request without credentials. */
export default function Denied({ status }: Props): ReactNode {
  const { form, values, store } = useConsole();
  const chosen = form.operation.security[Number(values.alternative)];
  if (!DENIED.has(status) || !chosen) return null;
  if (missingSecrets(chosen, form.context, store.secrets).length === 0) return null;
  const enter = (): void =>
    document.querySelector<HTMLElement>('.ref-try-secrets :is(input, select)')?.focus();
  return (
    <p className="ref-try-notice">
      {translate({
        id: 'ref.try.denied',
        message: 'Credentials are missing.',
        description: 'Below a response with status 401 or 403; a button follows',
      })}{' '}
      <button type="button" className="ref-button" onClick={enter}>
        {translate({ id: 'ref.try.enterCredentials', message: 'Enter them' })}
      </button>
    </p>
  );
}
