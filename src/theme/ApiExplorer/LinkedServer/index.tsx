import { translate } from '@docusaurus/Translate';
import type { ReactNode, Ref } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import { webUrl } from '../../../model/request/safe-url.ts';

export interface Props {
  /** Whether a link has filled in the form. */
  readonly isShared: boolean;
  /** The button to agree. */
  readonly trustButton: Ref<HTMLButtonElement>;
  readonly onTrust: () => void;
  readonly onLeave: () => void;
}

/** What came from a link: values, and a server, to which nothing is sent until the reader agrees. */
export default function LinkedServer({ isShared, ...agreement }: Props): ReactNode {
  const { isFromLink } = useConsole();
  return (
    <>
      {isShared && (
        <p className="ref-try-notice">
          {translate({
            id: 'ref.try.shared',
            message: 'This form was filled in by a link. Check it before you send.',
          })}
        </p>
      )}
      {isFromLink && <Agreement {...agreement} />}
    </>
  );
}

function Agreement({ trustButton, onTrust, onLeave }: Omit<Props, 'isShared'>): ReactNode {
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
