import type { SampleRequest } from '../../model/request/request.ts';
import type { Answer } from './exchange.ts';
import type { BrowserRequest } from './request-init.ts';

interface Exchanged {
  readonly request: SampleRequest;
  readonly prepared: BrowserRequest;
  /** When it was sent, in milliseconds since 1970. */
  readonly time: number;
  readonly answer: Answer;
}

/** A request and its response as an HTTP Archive (HAR 1.2), with what was sent: also the credentials. */
export function harText({ request, prepared, time, answer }: Exchanged): string {
  const { url, init } = prepared;
  const body = typeof init.body === 'string' ? init.body : undefined;
  const sent = [...new Headers(init.headers)].map(pair);
  const entry = {
    startedDateTime: new Date(time).toISOString(),
    time: answer.time,
    request: {
      method: request.method,
      url,
      httpVersion: '',
      cookies: [],
      headers: sent,
      queryString: [...new URL(url).searchParams].map(pair),
      ...(body !== undefined && {
        postData: { mimeType: new Headers(init.headers).get('content-type') ?? '', text: body },
      }),
      headersSize: -1,
      bodySize: body === undefined ? -1 : new Blob([body]).size,
    },
    response: {
      status: answer.status,
      statusText: answer.statusText,
      httpVersion: '',
      cookies: [],
      headers: answer.headers.map(pair),
      content: {
        size: answer.size,
        mimeType: answer.mediaType,
        ...(answer.text !== undefined && { text: answer.text }),
      },
      redirectURL: answer.redirectedTo ?? '',
      headersSize: -1,
      bodySize: answer.size,
    },
    cache: {},
    timings: { send: 0, wait: answer.firstByte, receive: answer.time - answer.firstByte },
  };
  const creator = { name: 'docusaurus-openapi-reference', version: '' };
  return JSON.stringify({ log: { version: '1.2', creator, entries: [entry] } }, null, 2);
}

function pair([name, value]: readonly [string, string]): { name: string; value: string } {
  return { name, value };
}
