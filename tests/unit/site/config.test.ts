import fs from 'node:fs';
import path from 'node:path';
import { loadFreshModule } from '@docusaurus/utils';
import { expect, it } from 'vitest';
import { copyProject, ROOT } from '../../support/site.ts';

it('the configuration is loaded without writing anything, and is short', async () => {
  const folder = copyProject();
  const before = fs.readdirSync(folder).sort();
  const config = (await loadFreshModule(path.join(folder, 'docusaurus.config.ts'))) as {
    readonly title: string;
    readonly plugins: readonly unknown[];
  };
  expect(config.title).toBe('API reference');
  expect(config.plugins).toHaveLength(4);
  expect(fs.readdirSync(folder).sort()).toEqual(before);
  const text = fs.readFileSync(path.join(ROOT, 'docusaurus.config.ts'), 'utf8');
  expect(text.split('\n').length).toBeLessThanOrEqual(81);
  fs.rmSync(folder, { recursive: true });
}, 120_000);
