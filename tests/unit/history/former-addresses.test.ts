import { expect, test } from 'vitest';
import { formerAddresses } from '../../../src/history/former-addresses.ts';
import type { FormerPage } from '../../../src/history/stored.ts';
import { planPages } from '../../../src/slices/plan.ts';

const operation = (operationId: string) => ({ operationId, responses: {} });

const { plan } = planPages(
  {
    openapi: '3.1.0',
    info: { title: 'Ferries', version: '3' },
    paths: {
      '/v2/boats': { get: operation('listBoats2') },
      '/harbors/{id}': { get: operation('getHarbor') },
    },
  },
  'api',
  {},
  undefined,
  ['3', '2'],
);

const former = (page: Pick<FormerPage, 'id' | 'key'> & Partial<FormerPage>): FormerPage => ({
  kind: 'operation',
  title: page.id,
  ...page,
});

/** The addresses after these pages went, the newest version first. */
const after = (...versions: (readonly FormerPage[])[]) =>
  formerAddresses(
    versions.map((pages, at) => ({ version: String(3 - at), previous: '', changes: [], pages })),
    plan,
  );

test('what was renamed has moved, over several versions', () => {
  const { moved, gone } = after(
    [former({ id: 'list-boats-1', key: 'GET /v1/boats', now: 'GET /v2/boats' })],
    [former({ id: 'list-boats', key: 'GET /boats', now: 'GET /v1/boats' })],
  );
  expect([...moved]).toEqual([
    ['list-boats-1', '#/paths/~1v2~1boats/get'],
    ['list-boats', '#/paths/~1v2~1boats/get'],
  ]);
  expect(gone.size).toBe(0);
});

test.each([
  [
    'an operation that the document names',
    { id: 'drop', key: 'POST /drop', note: 'getHarbor' },
    { instead: { page: 'get-harbor', title: 'Get harbor' } },
  ],
  ['a text', { id: 'drop', key: 'POST /drop', note: 'Throw it.' }, { note: 'Throw it.' }],
  [
    'a guess',
    { id: 'harbor', key: 'GET /harbors/{name}/' },
    { instead: { page: 'get-harbor', title: 'Get harbor' }, isGuess: true },
  ],
  ['nothing', { id: 'drop', key: 'POST /drop' }, {}],
])('what was removed has %s instead', (_, page, expected) => {
  const { gone } = after([], [former(page)]);
  expect(gone.get(page.id)).toEqual({
    title: page.id,
    name: page.key,
    version: '2',
    release: 'changes/2',
    ...expected,
  });
});

test('an address that a page has again stays its own', () => {
  const { moved, gone } = after([former({ id: 'get-harbor', key: 'GET /harbor' })]);
  expect([...moved, ...gone]).toEqual([]);
});
