import { afterEach, expect, it, vi } from 'vitest';
import { fetchSlice } from '../../../../src/client/app/fetch-slice.ts';

afterEach(() => vi.unstubAllGlobals());

it('a slice is read once; one that failed is read again, and does not take a newer one with it', async () => {
  const asked: string[] = [];
  let fail = (_: Error): void => {};
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    if (address === '/slow.json' && asked.length === 1)
      return new Promise((_, reject) => {
        fail = reject;
      });
    return Promise.resolve(new Response('{"info":{}}'));
  });
  const slow = fetchSlice('/slow.json');
  await fetchSlice('/next.json');
  fail(new Error('No network.'));
  await expect(slow).rejects.toThrow('No network.');
  await fetchSlice('/next.json');
  expect(asked).toEqual(['/slow.json', '/next.json']);
  await fetchSlice('/slow.json');
  await fetchSlice('/slow.json');
  expect(asked).toEqual(['/slow.json', '/next.json', '/slow.json']);
});
