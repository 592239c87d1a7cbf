import { useEffect, useRef, useState } from 'react';
import type { FormValues } from '../../model/request/form-values.ts';
import type { SampleRequest } from '../../model/request/request.ts';
import { type Exchange, exchange } from './exchange.ts';
import type { BrowserRequest } from './request-init.ts';

/** A sent request, and its progress. */
export interface Sent {
  /** Counts the requests of the console. */
  readonly id: number;
  /** When it was sent, in milliseconds since 1970. */
  readonly time: number;
  readonly request: SampleRequest;
  /** The same without the reader's credentials. */
  readonly shown: SampleRequest;
  readonly prepared: BrowserRequest;
  /** What the form contained. */
  readonly values: FormValues;
  readonly exchange: Exchange;
}

export interface Exchanger {
  /** The last requests, the newest first. */
  readonly history: readonly Sent[];
  readonly isBusy: boolean;
  readonly send: (sending: Pick<Sent, 'request' | 'shown' | 'prepared' | 'values'>) => void;
  readonly cancel: () => void;
}

/** Requests that are kept. */
const MOST_SENT = 10;
/** Longer bodies are kept only for the last request. */
const MOST_KEPT = 2_000_000;

/**
 * Sends one request at a time; a pending one is aborted when the console closes.
 *
 * @param timeout Milliseconds after which a request is aborted, too.
 */
export function useExchange(timeout?: number): Exchanger {
  const [history, setHistory] = useState<readonly Sent[]>([]);
  const [isBusy, setBusy] = useState(false);
  const running = useRef<AbortController>(undefined);
  const count = useRef(0);
  useEffect(() => () => running.current?.abort(), []);
  const send: Exchanger['send'] = (sending) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    count.current += 1;
    const sent = { ...sending, id: count.current, time: Date.now() };
    const report = (reported: Exchange): void => {
      if (running.current !== controller) return;
      setHistory((before) =>
        [
          { ...sent, exchange: reported },
          ...before.filter(({ id, exchange }) => id !== sent.id && isKept(exchange)),
        ].slice(0, MOST_SENT),
      );
    };
    const late = (): void => controller.abort(new DOMException('', 'TimeoutError'));
    const timer = timeout === undefined ? undefined : setTimeout(late, timeout);
    exchange(sent.prepared, controller.signal, report).finally(() => {
      clearTimeout(timer);
      if (running.current === controller) setBusy(false);
    });
  };
  return { history, isBusy, send, cancel: () => running.current?.abort() };
}

function isKept(exchange: Exchange): boolean {
  return exchange.state === 'answered' && exchange.answer.size <= MOST_KEPT;
}
