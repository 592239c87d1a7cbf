import { expect, it } from 'vitest';
import { refusedByFetch } from '../../../../src/model/request/fetch-rules.ts';

it.each([
  ['GET', undefined],
  ['HEAD', undefined],
  ['TRACE', undefined],
  ['trace', undefined],
  ['TRACK', undefined],
  ['CONNECT', undefined],
  ['DELETE', 'a'],
  ['GET', 'a'],
  ['HEAD', 'a'],
  ['OPTIONS', 'a'],
  ['QUERY', 'a'],
])('says of %s with the body %s what the Request of a browser says', (method, text) => {
  const refused = refusedByFetch({
    method,
    ...(text !== undefined && { body: { kind: 'text', text } as const }),
  });
  const ask = (): Request =>
    new Request('https://a.example', { method, ...(text !== undefined && { body: text }) });
  if (refused === undefined) expect(ask().method).toBe(method);
  else expect(ask).toThrow(refused === 'body' ? /body/ : /method/);
});
