import { afterEach, expect, it, vi } from 'vitest';
import { bytes, duration } from '../../../../src/client/console/quantity.ts';

afterEach(() => vi.unstubAllGlobals());

/** Without the special spaces that some languages write. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

it.each([
  ['en', 0, '0 bytes'],
  ['en', 1, '1 byte'],
  ['en', 133, '133 bytes'],
  ['en', 2_100, '2.1 kB'],
  ['en', 3_140_000, '3.1 MB'],
  ['de', 1, '1 Byte'],
  ['de', 133, '133 Byte'],
  ['de', 2_100, '2,1 kB'],
])('in %s, %i bytes are %s', (lang, count, expected) => {
  vi.stubGlobal('document', { documentElement: { lang } });
  expect(plain(bytes(count))).toBe(expected);
});

it.each([
  ['en', 84.4, '84 ms'],
  ['en', 1_240, '1.2 sec'],
  ['de', 1_240, '1,2 Sek.'],
])('in %s, %d milliseconds are %s', (lang, time, expected) => {
  vi.stubGlobal('document', { documentElement: { lang } });
  expect(plain(duration(time))).toBe(expected);
});
