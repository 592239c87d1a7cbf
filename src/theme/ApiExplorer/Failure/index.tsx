import { translate } from '@docusaurus/Translate';
import CodeHtml from '@theme/CodeHtml';
import type { ReactNode } from 'react';
import type { Failure as FailureKind } from '../../../client/console/failure.ts';
import { copyAs, curlOf, curlText } from '../../../client/samples/page-samples.ts';
import type { SampleRequest } from '../../../model/request/request.ts';

export interface Props {
  readonly failure: FailureKind;
  readonly request: SampleRequest;
  /** The request without the reader's credentials, which are only copied. */
  readonly shown: SampleRequest;
}

const corsFix = (): string =>
  translate(
    {
      id: 'ref.try.corsFix',
      message:
        'The request may still have been processed. The API must allow the origin {origin} and the method and headers of this request. Until then, use curl:',
    },
    { origin: location.origin },
  );

/** Why no response arrived, and what to do. */
const TEXTS: Readonly<Record<FailureKind, (host: string) => readonly [what: string, fix: string]>> =
  {
    offline: () => [
      translate({ id: 'ref.try.offline', message: 'You are offline.' }),
      translate({ id: 'ref.try.offlineFix', message: 'Send again when you are back online.' }),
    ],
    mixed: (host) => [
      translate(
        {
          id: 'ref.try.mixed',
          message: 'This page uses HTTPS, so the browser blocks requests to {host} over HTTP.',
        },
        { host },
      ),
      translate({
        id: 'ref.try.mixedFix',
        message: 'Use an address that starts with https, or curl:',
      }),
    ],
    policy: (host) => [
      translate(
        {
          id: 'ref.try.policy',
          message: 'The security policy of this site blocks {host}.',
        },
        { host },
      ),
      translate({
        id: 'ref.try.policyFix',
        message:
          'A site admin can allow the host in the Content-Security-Policy (connect-src). Until then, use curl:',
      }),
    ],
    cors: (host) => [
      translate(
        {
          id: 'ref.try.cors',
          message: '{host} is reachable, but does not allow this site to read the response (CORS).',
        },
        { host },
      ),
      corsFix(),
    ],
    corsOrDropped: (host) => [
      translate(
        {
          id: 'ref.try.corsOrDropped',
          message:
            '{host} is reachable, but the response is not: either it does not allow this request from this site (CORS), or the connection was closed.',
        },
        { host },
      ),
      corsFix(),
    ],
    dropped: (host) => [
      translate(
        {
          id: 'ref.try.droppedConnection',
          message: '{host} closed the connection without a response.',
        },
        { host },
      ),
      translate({
        id: 'ref.try.droppedFix',
        message:
          'The request may still have been processed. Send it again, or use curl for a more detailed error:',
      }),
    ],
    unreachable: (host) => [
      translate({ id: 'ref.try.unreachable', message: 'Could not reach {host}.' }, { host }),
      translate({
        id: 'ref.try.unreachableFix',
        message:
          'Check the address and your network. If the certificate is self-signed, accept it in a new tab first. curl gives a more detailed error:',
      }),
    ],
    refused: () => [
      translate({ id: 'ref.try.refused', message: 'The browser cannot send this request.' }),
      translate({ id: 'ref.try.refusedFix', message: 'Check the address, or use curl:' }),
    ],
  };

/** A request that failed, with a curl command that works. */
export default function Failure({ failure, request, shown }: Props): ReactNode {
  const host = URL.canParse(request.url) ? new URL(request.url).host : request.url;
  const [what, fix] = TEXTS[failure](host);
  return (
    <div
      className="ref-try-failure ref-wrapped"
      ref={(element) => {
        const code = element?.querySelector('pre > code');
        if (code) copyAs(code, () => curlText(request));
      }}
    >
      <p role="alert">
        <b>{what}</b> {fix}
      </p>
      {failure !== 'offline' && <CodeHtml html={curlOf(shown)} />}
    </div>
  );
}
