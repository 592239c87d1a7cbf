import type { Config } from '@docusaurus/types';
import { expect, it } from 'vitest';
import { reasonAgainst } from '../../../src/site/with-fast-pages.ts';

it.each([
  ['3.9.2', {}, 'Docusaurus 3.9.2 is older than 3.10'],
  ['2.4.3', {}, 'Docusaurus 2.4.3 is older than 3.10'],
  ['3.10.0', {}, undefined],
  ['3.10.0-canary-6400', {}, undefined],
  ['3.11.1', {}, undefined],
  ['4.0.0-beta.1', {}, undefined],
  ['3.10.0', { ssrTemplate: '<html></html>' }, 'The configuration has an ssrTemplate'],
])('why pages cannot be fast: Docusaurus %s with %j', (version, config, reason) => {
  expect(reasonAgainst(config as Config, version)).toBe(reason);
});
