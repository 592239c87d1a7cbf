import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Network } from '../../../src/document/network.ts';
import { LOAD_RULES } from '../../../src/document/rules.ts';
import { readApi } from '../../../src/generate/read.ts';
import { storedText } from '../../../src/history/stored.ts';
import { formatProblems } from '../../../src/problems/report.ts';
import { ALL_RULES, SWITCHABLE } from '../../../src/rules/check.ts';
import { RULES } from '../../../src/rules/table.ts';
import { ROOT } from '../../support/site.ts';

/** A folder per rule: a document with mistakes and with what is none, and the report of it. */
const FOLDER = path.join(import.meta.dirname, 'snapshot');
const LOADING = path.join(import.meta.dirname, '../document/snapshot');

const read = (rule: string, settings = {}) =>
  readApi(
    path.join(FOLDER, rule),
    { id: '', document: 'openapi.yaml', rules: settings },
    'hint',
    new Network(),
  ).then(({ problems }) => problems);

describe('the table of rules', () => {
  it('has a document for each rule, and a rule for each document', () => {
    expect(RULES.map(({ id }) => id).sort()).toEqual(readdirSync(FOLDER).sort());
  });

  it('has each id once, in kebab case, with what it finds', () => {
    const ids = ALL_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, about } of ALL_RULES) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(about, id).toMatch(/^.{10,}[^.]$/);
    }
  });

  it('has all that loading reports', () => {
    const reported = readdirSync(LOADING).flatMap((name) =>
      Array.from(
        readFileSync(path.join(LOADING, name, 'report.txt'), 'utf8').matchAll(
          / {2}\(([a-z-]+)\)$/gm,
        ),
        ([, rule]) => rule,
      ),
    );
    const known = LOAD_RULES.map(({ id }) => id);
    // A document that is not there, and the limits of a run, have tests of their own.
    expect([...new Set([...reported, 'document-not-found', 'read-limit'])].sort()).toEqual(
      known.sort(),
    );
  });

  it('is told in the guide', () => {
    const guide = readFileSync(path.join(ROOT, 'docs/about/problems.mdx'), 'utf8');
    const rows = Array.from(
      guide.matchAll(/^\| `([a-z-]+)` +\| (error|warning|hint) +\| (.*?) *\|$/gm),
      ([, id, severity, about]) => ({ id, severity, about }),
    );
    expect(rows).toEqual(ALL_RULES.map(({ id, severity, about }) => ({ id, severity, about })));
  });
});

describe.each(RULES.map(({ id, severity }) => [id, severity] as const))('%s', (rule, severity) => {
  it('finds what is wrong, where it stands, and nothing else', async () => {
    const problems = await read(rule);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatchObject({ rule, severity });
    const report = formatProblems(problems, { color: false });
    await expect(`${report}\n`).toMatchFileSnapshot(path.join(FOLDER, rule, 'report.txt'));
  });

  it('can be switched off, and be an error', async () => {
    expect(await read(rule, { [rule]: 'off' })).toEqual([]);
    const problems = await read(rule, { [rule]: 'error' });
    expect(new Set(problems.map((problem) => problem.severity))).toEqual(new Set(['error']));
  });
});

it('does not call a page lost of which the history knows what has become', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'lost-'));
  cpSync(path.join(FOLDER, 'lost-address'), root, { recursive: true });
  const page = {
    id: 'remove-box',
    kind: 'operation',
    title: 'Remove box',
    key: 'DELETE /a',
  } as const;
  const texts = {
    'versions.json': JSON.stringify({ versions: [{ version: '2' }, { version: '1' }] }),
    '1..2.json': storedText({ from: '1', to: '2', changes: [], pages: [page] }),
  };
  mkdirSync(path.join(root, 'changes'));
  for (const [file, text] of Object.entries(texts))
    writeFileSync(path.join(root, 'changes', file), text);
  const lost = async (history?: { changes: string }) => {
    const api = { id: 'shop', document: 'openapi.yaml', ...(history && { history }) };
    const { problems } = await readApi(root, api, 'warning', new Network());
    return problems.map(({ message }) => /"(.*?)"/.exec(message)?.[1]);
  };
  expect(await lost()).toEqual(['packed', 'remove-box', 'schemas/lid', 'tag-lids']);
  expect(await lost({ changes: 'changes' })).toEqual(['packed', 'schemas/lid', 'tag-lids']);
  rmSync(root, { recursive: true });
});

it('switches what loading warns of', async () => {
  const root = path.join(LOADING, 'ref-siblings');
  const api = { id: '', document: 'openapi.yaml' };
  const severities = async (level?: 'off' | 'error') =>
    (
      await readApi(
        root,
        { ...api, ...(level && { rules: { upgrade: level } }) },
        'warning',
        new Network(),
      )
    ).problems
      .filter(({ rule }) => rule === 'upgrade')
      .map(({ severity }) => severity);
  expect(await severities()).toEqual(['warning']);
  expect(await severities('error')).toEqual(['error']);
  expect(await severities('off')).toEqual([]);
  expect(SWITCHABLE).not.toContain('unresolved-ref');
});

it('looks for no hints where none are wanted', async () => {
  const api = { id: '', document: 'empty-description/openapi.yaml' };
  expect((await readApi(FOLDER, api, 'warning', new Network())).problems).toEqual([]);
});
