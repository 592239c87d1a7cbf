import { beforeEach, vi } from 'vitest';
import { warned } from '../../../../src/site/internals/level.ts';

/** What the tests of a file were warned of, each from its beginning. */
export function warningsOf(): () => string[] {
  beforeEach(() => {
    warned.clear();
    vi.restoreAllMocks();
    vi.spyOn(console, 'warn').mockImplementation(() => {});
  });
  return () => vi.mocked(console.warn).mock.calls.map(([text]) => String(text));
}
