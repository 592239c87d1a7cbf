import { describe, expect, it } from 'vitest';
import { createContext } from '../../../../src/model/page/context.ts';
import { mainSchemes } from '../../../../src/model/request/api-security.ts';
import { suitedAlternative } from '../../../../src/model/request/credentials.ts';
import { buildSecurity } from '../../../../src/model/request/security.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';

/** The context of an info page that counts these uses. */
function contextOf(schemes: Readonly<Record<string, number>>) {
  return createContext({
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        key: { type: 'apiKey', in: 'header', name: 'X-Key' },
        certificate: { type: 'mutualTLS' },
      },
    },
    'x-page': { kind: 'info', api: 'shop', id: 'shop', authentication: { schemes } },
  } as unknown as SliceDocument);
}

describe('the schemes to enter credentials for', () => {
  it.each([
    [{ key: 3, token: 10 }, ['token']],
    [{ key: 5, token: 10 }, ['token', 'key']],
    [{ key: 10, token: 9 }, ['key', 'token']],
    [{ certificate: 100, key: 1 }, ['key']],
    [{ certificate: 100 }, []],
    [{}, []],
  ] as const)('%o: %o', (uses, names) => {
    const schemes = mainSchemes(contextOf(uses));
    expect(schemes.map(({ scheme }) => scheme.name)).toEqual(names);
  });
});

describe('the alternative that a reader has secrets for', () => {
  const context = contextOf({});
  const security = buildSecurity([{ token: [] }, {}, { key: [], token: [] }, { key: [] }], context);
  it.each([
    [{}, 0],
    [{ token: { token: 'T' } }, 0],
    [{ key: { token: 'K' } }, 3],
    [{ key: { token: '' } }, 0],
    [{ other: { token: 'O' } }, 0],
  ])('%o: %i', (secrets, index) => {
    expect(suitedAlternative(security, context, secrets)).toBe(index);
  });
});
