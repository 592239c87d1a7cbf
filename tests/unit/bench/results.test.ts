import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { DOCS } from '../../bench/paths.ts';
import { readResults } from '../../bench/results.ts';

it('parts that have not run here keep their published results', () => {
  const published = JSON.parse(fs.readFileSync(path.join(DOCS, 'benchmark.json'), 'utf8'));
  expect(Object.keys(readResults(false))).toEqual(expect.arrayContaining(Object.keys(published)));
});
