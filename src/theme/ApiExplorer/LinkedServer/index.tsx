import { translate } from '@docusaurus/Translate';
import type { ReactNode, Ref } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import { webUrl } from '../../../model/request/safe-url.ts';

export interface Props {
  /** The button to agree. */
  readonly trustButton: Ref<HTMLButtonElement>;
  readonly onTrust: () => void;
  readonly onLeave: () => void;
}

/**
 * The server came from a link: nothing is sent there until the reader agrees.
 */
export default function LinkedServer({ trustButton, onTrust, onLeave }: Props): ReactNode {
  const { baseUrl } = useConsole();
  return (
    <div className="ref-try-notice ref-try-warning ref-wrapped" role="alert">
      <p>
        <b>
          {translate(
            { id: 'ref.try.linked', message: 'A link set the server to {host}.' },
            { host: webUrl(baseUrl)?.host ?? baseUrl },
          )}
        </b>{' '}
        {translate({
          id: 'ref.try.linkedAbout',
          message: 'Until you confirm it, nothing is sent there and you cannot enter credentials.',
        })}
      </p>
      <button type="button" className="ref-button" ref={trustButton} onClick={onTrust}>
        {translate({ id: 'ref.try.linkedTrust', message: 'Use this server' })}
      </button>{' '}
      <button type="button" className="ref-button" onClick={onLeave}>
        {translate({ id: 'ref.try.linkedLeave', message: 'Use the document’s server' })}
      </button>
    </div>
  );
}
