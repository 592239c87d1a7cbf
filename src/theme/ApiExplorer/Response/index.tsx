import { translate } from '@docusaurus/Translate';
import Answer from '@theme/ApiExplorer/Answer';
import Failure from '@theme/ApiExplorer/Failure';
import Status from '@theme/ApiExplorer/Status';
import type { ReactNode } from 'react';
import type { Sent } from '../../../client/console/use-exchange.ts';

export interface Props {
  readonly sent: Sent;
}

/** The outcome of the request. */
export default function Response({ sent }: Props): ReactNode {
  const { exchange, request } = sent;
  const answer = 'answer' in exchange ? exchange.answer : undefined;
  const isOpen = exchange.state === 'answered' && !answer?.body && !answer?.isBroken;
  const isForeign = URL.canParse(request.url) && new URL(request.url).origin !== location.origin;
  return (
    <section className="ref-try-response">
      <h3>{translate({ id: 'ref.try.response', message: 'Response' })}</h3>
      {/* All that a screen reader announces by itself: a body may be long. */}
      <div role="status">
        {exchange.state === 'waiting' && (
          <p>{translate({ id: 'ref.try.waiting', message: 'Waiting for a response' })}</p>
        )}
        {exchange.state === 'cancelled' && (
          <p>
            {exchange.isLate
              ? translate({ id: 'ref.try.late', message: 'Cancelled: the response took too long.' })
              : translate({ id: 'ref.try.cancelled', message: 'Cancelled.' })}
          </p>
        )}
        {answer && <Status answer={answer} isOpen={isOpen} />}
      </div>
      {exchange.state === 'failed' && <Failure failure={exchange.failure} request={request} />}
      {answer && <Answer answer={answer} isForeign={isForeign} />}
    </section>
  );
}
