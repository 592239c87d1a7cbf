import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDocument } from '../../../src/document/load.ts';
import { formatProblems } from '../../../src/problems/report.ts';

/** A folder per mistake: a document, perhaps other files, and the report that they must give. */
const FOLDER = path.join(import.meta.dirname, 'snapshot');
const cases = readdirSync(FOLDER).sort();

describe('each mistake is a problem with a place and a fix', () => {
  test.each(cases)('%s', async (name) => {
    const cwd = path.join(FOLDER, name);
    const has = (file: string) => existsSync(path.join(cwd, file));
    const { document, problems } = await loadDocument({
      document: has('openapi.json') ? 'openapi.json' : 'openapi.yaml',
      overlays: has('overlay.yaml') ? ['overlay.yaml'] : [],
      cwd,
      structure: true,
    });
    const report = formatProblems(problems, { color: false });
    await expect(`${report}\n`).toMatchFileSnapshot(path.join(cwd, 'report.txt'));
    expect(document === undefined).toBe(problems.some((problem) => problem.severity === 'error'));
    for (const problem of problems) {
      expect(problem.suggestion, problem.message).toBeTruthy();
      expect(problem.message).not.toMatch(/\n/);
    }
  });
});

describe('what cannot be read', () => {
  const cwd = FOLDER;

  test.each([
    [
      'missing.yaml',
      'The document "missing.yaml" cannot be read: there is no such file.',
      'Check the path',
    ],
    ['syntax/openapi.yml', 'there is no such file.', 'Did you mean "syntax/openapi.yaml"?'],
    ['syntax', 'The document "syntax" cannot be read: it is a folder.', ''],
    [
      'file:///etc/passwd',
      'only http and https URLs are read, not file:.',
      'Use a path or an http(s) URL.',
    ],
  ])('the document %s', async (document, message, suggestion) => {
    const { problems, ...loaded } = await loadDocument({ document, cwd });
    expect(loaded.document).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      rule: 'document-not-found',
      severity: 'error',
      line: 1,
      column: 1,
    });
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.suggestion).toContain(suggestion);
  });

  test('an overlay', async () => {
    const loaded = await loadDocument({
      document: 'overlay-target-without-match/openapi.yaml',
      overlays: ['no-such-overlay.yaml'],
      cwd,
    });
    expect(loaded.document).toBeUndefined();
    expect(loaded.problems[0]).toMatchObject({
      rule: 'document-not-found',
      file: 'no-such-overlay.yaml',
      message: 'The overlay "no-such-overlay.yaml" cannot be read: there is no such file.',
    });
    // Named all the same, so that a watcher sees it appear.
    expect([...loaded.files.keys()]).toContain(path.join(cwd, 'no-such-overlay.yaml'));
  });
});
