import { useEffect, useRef, useState } from 'react';
import type { SampleRequest } from '../../model/request/request.ts';
import { type Exchange, exchange } from './exchange.ts';
import type { BrowserRequest } from './request-init.ts';

/** A sent request, and its progress. */
export interface Sent {
  readonly request: SampleRequest;
  readonly exchange: Exchange;
}

export interface Exchanger {
  /** The last one; undefined before the first. */
  readonly sent: Sent | undefined;
  readonly isBusy: boolean;
  readonly send: (request: SampleRequest, prepared: BrowserRequest) => void;
  readonly cancel: () => void;
}

/**
 * Sends one request at a time; a pending one is aborted when the console closes.
 *
 * @param timeout Milliseconds after which a request is aborted, too.
 */
export function useExchange(timeout?: number): Exchanger {
  const [sent, setSent] = useState<Sent>();
  const [isBusy, setBusy] = useState(false);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const send = (request: SampleRequest, prepared: BrowserRequest): void => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    const report = (reported: Exchange): void => {
      if (running.current === controller) setSent({ request, exchange: reported });
    };
    const late = (): void => controller.abort(new DOMException('', 'TimeoutError'));
    const timer = timeout === undefined ? undefined : setTimeout(late, timeout);
    exchange(prepared, controller.signal, report).finally(() => {
      clearTimeout(timer);
      if (running.current === controller) setBusy(false);
    });
  };
  return { sent, isBusy, send, cancel: () => running.current?.abort() };
}
