import { webUrl } from '../../model/request/safe-url.ts';
import { withTemporaryCookies } from './cookies.ts';
import { type Failure, failureOf } from './failure.ts';
import type { BrowserRequest } from './request-init.ts';

/** A response, as far as it has arrived. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Set if the response came from another URL than the requested one. */
  readonly redirectedTo?: string;
  /** From `Content-Type`; empty if absent. */
  readonly mediaType: string;
  /** Time until the headers arrived, in milliseconds. */
  readonly firstByte: number;
  /** Time until now, or until the end, in milliseconds. */
  readonly time: number;
  /** Bytes of the body so far, uncompressed. */
  readonly size: number;
  /** The beginning of the body, if it is text; see `MAX_TEXT`. */
  readonly text?: string;
  /** The whole body, once it has arrived. */
  readonly body?: Blob;
  /** Set if the body was interrupted. */
  readonly isBroken?: true;
}

/** The progress of a request. */
export type Exchange =
  | { readonly state: 'waiting' }
  | { readonly state: 'answered'; readonly answer: Answer }
  | {
      readonly state: 'cancelled';
      /** Whether it took too long, and the reader did not cancel it. */
      readonly isLate: boolean;
      readonly answer?: Answer;
    }
  | { readonly state: 'failed'; readonly failure: Failure };

/** Characters of a text that are shown; all of it can be downloaded. */
export const MAX_TEXT = 300_000;

/** Interval between progress reports, in milliseconds. */
const PAUSE = 100;

const TEXT =
  /^text\/|[/+](json|xml|yaml|x-yaml|javascript|graphql|sql|toml|csv|jsonl|ndjson|x-ndjson|json-seq|x-www-form-urlencoded)$|^image\/svg/;

/** Whether a media type is text. */
export function isText(mediaType: string): boolean {
  return TEXT.test(mediaType) || mediaType === '';
}

/**
 * Sends a request and reports its progress until the end. Never throws.
 *
 * @param signal Aborts it.
 */
export async function exchange(
  request: BrowserRequest,
  signal: AbortSignal,
  report: (exchange: Exchange) => void,
): Promise<void> {
  if (!webUrl(request.url, location.href)) return report({ state: 'failed', failure: 'refused' });
  report({ state: 'waiting' });
  let answer: Answer | undefined;
  const csp = watchPolicy(request.url);
  try {
    let start = 0;
    const response = await withTemporaryCookies(request.cookies, request.url, () => {
      start = performance.now();
      return fetch(request.url, { ...request.init, signal, cache: 'no-store' });
    });
    for await (const next of read(response, request.url, start)) {
      answer = next;
      report({ state: 'answered', answer });
    }
  } catch (error) {
    const isLate = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
    if (signal.aborted) report({ state: 'cancelled', isLate, ...(answer && { answer }) });
    else if (answer) report({ state: 'answered', answer: { ...answer, isBroken: true } });
    else
      report({
        state: 'failed',
        failure: await failureOf(request.url, request.init.method ?? 'GET', error, csp.isBlocked()),
      });
  } finally {
    csp.stop();
  }
}

async function* read(response: Response, asked: string, start: number): AsyncGenerator<Answer> {
  const mediaType =
    (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const firstByte = performance.now() - start;
  const head = {
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers],
    mediaType,
    firstByte,
    ...(response.redirected && response.url !== asked && { redirectedTo: response.url }),
  };
  const decoder = isText(mediaType) ? decoderOf(response) : undefined;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let [text, size, reported] = ['', 0, 0];
  const now = (): Answer => ({
    ...head,
    time: performance.now() - start,
    size,
    ...(decoder && { text }),
  });
  yield now();
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || !value) break;
    chunks.push(value as Uint8Array<ArrayBuffer>);
    size += value.byteLength;
    if (decoder && text.length < MAX_TEXT)
      text = (text + decoder.decode(value, { stream: true })).slice(0, MAX_TEXT);
    if (performance.now() - reported > PAUSE) {
      reported = performance.now();
      yield now();
    }
  }
  yield { ...now(), body: new Blob(chunks, { type: mediaType }) };
}

/** By the response's `charset`; UTF-8 if it is absent or unknown. */
function decoderOf(response: Response): TextDecoder {
  const charset = /charset="?([^;"]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
  try {
    return new TextDecoder(charset?.trim());
  } catch {
    return new TextDecoder();
  }
}

/** This site's own Content Security Policy may forbid the request, which an event reports. */
function watchPolicy(url: string): { isBlocked(): boolean; stop(): void } {
  let isBlocked = false;
  const listen = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    isBlocked ||= effectiveDirective === 'connect-src' && url.startsWith(blockedURI);
  };
  document.addEventListener('securitypolicyviolation', listen);
  return {
    isBlocked: () => isBlocked,
    stop: () => document.removeEventListener('securitypolicyviolation', listen),
  };
}
