import { expect, test } from 'vitest';
import { chosenVersions, compareVersions } from '../../../src/history/versions.ts';

test.each([
  ['2.0', '1.9'],
  ['1.10', '1.9'],
  ['2025.12.1', '2025.8.6'],
  ['1.0', '1.0-rc1'],
  ['1.0.1', '1.0'],
  ['v2', 'v1'],
])('%s is newer than %s', (newer, older) => {
  expect(compareVersions(newer, older)).toBeLessThan(0);
  expect(compareVersions(older, newer)).toBeGreaterThan(0);
  expect(compareVersions(newer, newer)).toBe(0);
});

const versions = ['1.0.0', '1.0.1', '1.1.0-rc1', '1.1.0', '2.0.0', '0.9.0'].map((version) => ({
  version,
}));

test.each([
  [{}, ['2.0.0', '1.1.0', '1.0.1', '1.0.0', '0.9.0']],
  [{ since: '1.0' }, ['2.0.0', '1.1.0', '1.0.1', '1.0.0']],
  [{ minorOnly: true }, ['2.0.0', '1.1.0', '1.0.1', '0.9.0']],
])('%j chooses %j', (choice, expected) => {
  expect(chosenVersions(versions, choice).map(({ version }) => version)).toEqual(expected);
});
