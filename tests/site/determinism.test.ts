import fs from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { differences } from '../support/tree.ts';
import { siteOf } from './sites.ts';

it('is the same site, byte for byte, in another folder, time zone and language, and years later', () => {
  const { folder } = inject('small');
  const elsewhere = siteOf('elsewhere');
  expect(fs.readdirSync(elsewhere, { recursive: true }).length).toBeGreaterThan(80);
  const found = differences(folder, elsewhere);
  expect(found, found.slice(0, 5).join('\n')).toEqual([]);
  // Nor do they depend on what was built before.
  expect(fs.existsSync(path.join(elsewhere, '../node_modules/.cache'))).toBe(false);
});
