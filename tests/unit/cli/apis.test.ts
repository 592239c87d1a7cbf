import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentOptions, subjectOf } from '../../../src/cli/apis.ts';
import { ConfigError } from '../../../src/generate/config.ts';
import { ROOT } from '../../support/site.ts';

it.each<[DocumentOptions, string]>([
  [{ id: 'My API' }, 'On the command line: id "My API" must consist of lowercase letters'],
  [{ refHost: ['a/b'] }, 'On the command line: refHosts lists "a/b", which is not a host.'],
  [{ document: [], label: 'Shop' }, '--label requires --document.'],
  [{ document: [], refFolder: ['shared'] }, '--ref-folder requires --document.'],
  [{ document: ['a.yaml', 'b.yaml'], id: 'shop' }, '--id is for one document, and there are 2.'],
  [{ document: ['a.yaml', 'b.yaml'], overlay: ['c.yaml'] }, '--overlay is for one document'],
])('%o is wrong', async (options, message) => {
  const subject = subjectOf(ROOT, { document: ['openapi/bookshop.yaml'], ...options });
  await expect(subject).rejects.toThrow(ConfigError);
  await expect(subject).rejects.toThrow(message);
});

it('the command line has any number of documents, and options that apply to each', async () => {
  const document = ['a.yaml', 'https://example.com/b.yaml'];
  const { apis, cwd } = await subjectOf(ROOT, { document, refHost: ['example.com'] });
  expect(apis.map((api) => [api.id, api.document, api.refHosts])).toEqual([
    ['', path.resolve('a.yaml'), ['example.com']],
    ['', 'https://example.com/b.yaml', ['example.com']],
  ]);
  expect(cwd).toBe(process.cwd());
});

describe('a folder', () => {
  let folder: string;
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'folder-'));
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it('without a site needs a document, and one that is there is proposed', async () => {
    const expectMessage = (example: string) =>
      expect(subjectOf(folder, {})).rejects.toThrow(
        `no site in ${folder}: it has neither openapi/apis.ts nor a docusaurus.config file. Name the document, for example "npm run build -- ${example}"`,
      );
    await expectMessage('openapi.yaml');
    fs.writeFileSync(path.join(folder, 'swagger.json'), '{}');
    await expectMessage('swagger.json');
  });

  it('with a list of APIs is a site that consists of references', async () => {
    fs.mkdirSync(path.join(folder, 'openapi'));
    const list = [
      { id: 'shop', document: 'b.yaml', versions: [{ version: 'v1', document: 'a.yaml' }] },
    ];
    fs.writeFileSync(
      path.join(folder, 'openapi/apis.ts'),
      `export default ${JSON.stringify(list)};\n`,
    );
    const { apis } = await subjectOf(folder, {});
    expect(apis.map(({ document }) => document)).toEqual(['b.yaml', 'a.yaml']);
  });
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
