import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { subjectOf } from '../../../src/cli/apis.ts';
import { ConfigError } from '../../../src/generate/config.ts';
import { ROOT } from '../../support/site.ts';

it.each([
  [{ id: 'My API' }, 'On the command line: id "My API" must consist of lowercase letters'],
  [{ refHost: ['a/b'] }, 'On the command line: refHosts lists "a/b", which is not a host.'],
])('%o is wrong', async (options, message) => {
  const apis = subjectOf(ROOT, { document: ['openapi/bookshop.yaml'], ...options });
  await expect(apis).rejects.toThrow(ConfigError);
  await expect(subjectOf(ROOT, { document: ['a.yaml'], ...options })).rejects.toThrow(message);
});

it('the command line loads no validation before a command needs it', () => {
  const reached = new Set<string>();
  const follow = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    const source = fs.readFileSync(file, 'utf8');
    for (const [, target = ''] of source.matchAll(
      /^(?:import|export) (?!type )[^;']*?from '(\.[^']+\.ts)';/gm,
    ))
      follow(path.resolve(path.dirname(file), target));
  };
  for (const file of ['main.ts', 'build.ts', 'check.ts']) follow(path.join(ROOT, 'src/cli', file));
  const names = Array.from(reached, (file) => path.relative(ROOT, file));
  expect(names).toContain('src/generate/config.ts');
  expect(names).not.toContain('src/generate/config-schema.ts');
});
