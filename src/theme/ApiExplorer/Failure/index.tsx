import { translate } from '@docusaurus/Translate';
import CodeHtml from '@theme/CodeHtml';
import type { ReactNode } from 'react';
import type { Failure as FailureKind } from '../../../client/console/failure.ts';
import { curlOf } from '../../../client/console/page-samples.ts';
import type { SampleRequest } from '../../../model/request/request.ts';

export interface Props {
  readonly failure: FailureKind;
  readonly request: SampleRequest;
}

/** Why no answer came, and what to do. */
const TEXTS: Readonly<Record<FailureKind, (host: string) => readonly [what: string, fix: string]>> =
  {
    offline: () => [
      translate({ id: 'ref.try.offline', message: 'You are offline.' }),
      translate({ id: 'ref.try.offlineFix', message: 'Send again when there is a connection.' }),
    ],
    mixed: (host) => [
      translate(
        {
          id: 'ref.try.mixed',
          message: 'This page is encrypted and {host} is not: browsers forbid that.',
        },
        { host },
      ),
      translate({
        id: 'ref.try.mixedFix',
        message: 'Use an address that begins with https, or curl:',
      }),
    ],
    policy: (host) => [
      translate(
        {
          id: 'ref.try.policy',
          message: 'The security policy of this site does not allow requests to {host}.',
        },
        { host },
      ),
      translate({
        id: 'ref.try.policyFix',
        message: 'Its maintainers can add the host to connect-src. Until then, use curl:',
      }),
    ],
    cors: (host) => [
      translate(
        {
          id: 'ref.try.cors',
          message: '{host} is there, but does not let pages of this site read its answers (CORS).',
        },
        { host },
      ),
      translate(
        {
          id: 'ref.try.corsFix',
          message:
            'The request may have been carried out. The API has to allow the origin {origin}, and the method and headers of this request. Without that, use curl:',
        },
        { origin: location.origin },
      ),
    ],
    dropped: (host) => [
      translate(
        {
          id: 'ref.try.droppedConnection',
          message: '{host} closed the connection without a response.',
          description: 'Why the console shows no response',
        },
        { host },
      ),
      translate({
        id: 'ref.try.droppedFix',
        message:
          'The request may have been carried out. Send it again, or try curl, which reports more:',
        description: 'Follows ref.try.droppedConnection',
      }),
    ],
    unreachable: (host) => [
      translate({ id: 'ref.try.unreachable', message: 'Nothing answers at {host}.' }, { host }),
      translate({
        id: 'ref.try.unreachableFix',
        message:
          'Check the address, the network, and whether the browser trusts its certificate: open it in a tab. Or try curl, which reports more:',
      }),
    ],
    refused: () => [
      translate({ id: 'ref.try.refused', message: 'The browser cannot send this request.' }),
      translate({ id: 'ref.try.refusedFix', message: 'Check the address, or use curl:' }),
    ],
  };

/** A request that got no answer, with the command that gets one. */
export default function Failure({ failure, request }: Props): ReactNode {
  const host = URL.canParse(request.url) ? new URL(request.url).host : request.url;
  const [what, fix] = TEXTS[failure](host);
  return (
    <div className="ref-try-failure ref-wrapped">
      <p role="alert">
        <b>{what}</b> {fix}
      </p>
      {failure !== 'offline' && <CodeHtml html={curlOf(request)} />}
    </div>
  );
}
