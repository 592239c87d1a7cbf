import { translate } from '@docusaurus/Translate';
import Answer from '@theme/ApiExplorer/Answer';
import Denied from '@theme/ApiExplorer/Denied';
import Failure from '@theme/ApiExplorer/Failure';
import Status from '@theme/ApiExplorer/Status';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import type { Exchange } from '../../../client/console/exchange.ts';
import type { Sent } from '../../../client/console/use-exchange.ts';
import { jsonText } from '../../../json/text.ts';
import type { SampleRequest } from '../../../model/request/request.ts';

export interface Props {
  /** The last requests, the newest first; at least one. */
  readonly history: readonly Sent[];
  readonly isBusy: boolean;
  readonly sendButton: RefObject<HTMLButtonElement | null>;
  /** The request that would be sent now. */
  readonly current: SampleRequest;
}

/** The outcome of the last request, or of one before it. */
export default function Response({ history, isBusy, sendButton, current }: Props): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const [newest] = history;
  const [chosen, setChosen] = useState(newest?.id);
  const [before, setBefore] = useState(newest?.id);
  if (before !== newest?.id) {
    setBefore(newest?.id);
    setChosen(newest?.id);
  }
  const sent = history.find(({ id }) => id === chosen) ?? newest;
  const { state } = newest?.exchange ?? {};
  // Whoever pressed Send is led to what came; whoever is still in a field stays there.
  useEffect(() => {
    if (isBusy || (state !== 'answered' && state !== 'failed')) return;
    if (document.activeElement === sendButton.current) heading.current?.focus();
    else heading.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [isBusy, state, sendButton]);
  if (!sent) return null;
  const { exchange, request } = sent;
  const answer = 'answer' in exchange ? exchange.answer : undefined;
  const isOpen = exchange.state === 'answered' && !answer?.body && !answer?.isBroken;
  const isForeign = URL.canParse(request.url) && new URL(request.url).origin !== location.origin;
  const isStale = !isBusy && jsonText(request) !== jsonText(current);
  return (
    <section className="ref-try-response" data-stale={isStale || undefined}>
      <h3 ref={heading} tabIndex={-1}>
        {translate({ id: 'ref.try.response', message: 'Response' })}
      </h3>
      {history.length > 1 && <History history={history} sent={sent} onChoose={setChosen} />}
      {isStale && (
        <p className="ref-quiet">
          {translate({
            id: 'ref.try.stale',
            message: 'The form has changed since this request.',
          })}
        </p>
      )}
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
      {exchange.state === 'failed' && (
        <Failure failure={exchange.failure} request={request} shown={sent.shown} />
      )}
      {answer && <Denied status={answer.status} />}
      {answer && <Answer key={sent.id} sent={sent} answer={answer} isForeign={isForeign} />}
    </section>
  );
}

interface HistoryProps {
  readonly history: readonly Sent[];
  readonly sent: Sent;
  readonly onChoose: (id: number) => void;
}

/** The last requests, to look at their responses, and to fill in the form again. */
function History({ history, sent, onChoose }: HistoryProps): ReactNode {
  const { change, values } = useConsole();
  return (
    <p className="ref-try-tools">
      <select
        aria-label={translate({ id: 'ref.try.history', message: 'Request' })}
        value={sent.id}
        onChange={({ target }) => onChoose(Number(target.value))}
      >
        {history.map(({ id, time, request, exchange }) => (
          <option key={id} value={id}>
            {`${new Date(time).toLocaleTimeString()} ${request.method} ${outcomeOf(exchange)}`}
          </option>
        ))}
      </select>
      {sent.values !== values && (
        <button type="button" className="ref-button" onClick={() => change(sent.values)}>
          {translate({ id: 'ref.try.restore', message: 'Fill in again' })}
        </button>
      )}
    </p>
  );
}

function outcomeOf(exchange: Exchange): string {
  const answer = 'answer' in exchange ? exchange.answer : undefined;
  return answer ? String(answer.status) : '…';
}
