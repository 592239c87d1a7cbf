import { expect, it } from 'vitest';
import { harText } from '../../../../src/client/console/har.ts';

it('a HAR has the request as it was sent, and the response', () => {
  const har = harText({
    time: Date.UTC(2024, 1, 29),
    request: { method: 'POST', url: 'https://a.example/b?c=1', headers: [] },
    prepared: {
      url: 'https://a.example/b?c=d%20e',
      cookies: '',
      dropped: [],
      init: { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"ü":1}' },
    },
    answer: {
      status: 201,
      statusText: 'Created',
      headers: [['x-y', 'z']],
      mediaType: 'application/json',
      firstByte: 5,
      time: 7,
      size: 2,
      text: '{}',
    },
  });
  const { entries, version } = JSON.parse(har).log;
  expect([version, entries.length]).toEqual(['1.2', 1]);
  expect(entries[0]).toMatchObject({
    startedDateTime: '2024-02-29T00:00:00.000Z',
    time: 7,
    request: {
      method: 'POST',
      url: 'https://a.example/b?c=d%20e',
      queryString: [{ name: 'c', value: 'd e' }],
      headers: [{ name: 'content-type', value: 'application/json' }],
      postData: { mimeType: 'application/json', text: '{"ü":1}' },
      bodySize: 8,
    },
    response: {
      status: 201,
      headers: [{ name: 'x-y', value: 'z' }],
      content: { size: 2, mimeType: 'application/json', text: '{}' },
    },
    timings: { send: 0, wait: 5, receive: 2 },
  });
});
