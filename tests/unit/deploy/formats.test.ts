import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { jsonPlan } from '../../../src/deploy/formats/json.ts';
import { rsyncPlan } from '../../../src/deploy/formats/rsync.ts';
import { s3Plan } from '../../../src/deploy/formats/s3.ts';
import { textPlan } from '../../../src/deploy/formats/text.ts';
import type { SiteFile } from '../../../src/deploy/manifest.ts';
import { planDeployment } from '../../../src/deploy/plan.ts';

const A: SiteFile = { sha256: 'a'.repeat(64), bytes: 1 };
const B: SiteFile = { sha256: 'b'.repeat(64), bytes: 1_234_567 };

/** Names that a shell, a list or a tool could take for something else. */
const HOSTILE = [
  '-rf',
  '--delete',
  '#comment',
  '; id',
  '$(id)',
  '`id`',
  "it's",
  'a "b" \\',
  '*',
  '~',
  'run x',
  ' space ',
  'ä',
];

const site = (...paths: string[]): Map<string, SiteFile> =>
  new Map(['index.html', 'old.html', ...paths].map((file) => [file, A]));

const planOf = (now: string[], before: string[]) =>
  planDeployment(
    new Map([...site(...now), ['index.html', B]]),
    { files: site(...before), kept: new Map() },
    { keepAssets: 1, maxRemovals: 100 },
  );

const plan = planOf(
  HOSTILE.map((name) => `new/${name}`),
  HOSTILE,
);

const PLACES = { site: 'build', lists: 'it is a list', target: 'host:/srv/docs/' };

/** The words that a POSIX shell makes of a line. */
function words(line: string): string[] {
  const { stdout, stderr } = spawnSync('/bin/sh', ['-c', `printf '%s\\0' ${line}`], {
    encoding: 'utf8',
    env: { PATH: '/nowhere' },
  });
  expect(stderr).toBe('');
  return stdout.split('\0').slice(0, -1);
}

describe('rsync', () => {
  const { lists, script } = rsyncPlan(plan, PLACES);

  it('gets paths in lists only', () => {
    expect([...lists.keys()]).toEqual([
      '1-new-data',
      '2-new-pages',
      '3-pages',
      '4-entries',
      '5-removals',
    ]);
    expect(lists.get('1-new-data')?.split('\0').slice(0, -1)).toEqual(
      HOSTILE.map((name) => `./new/${name}`).sort(),
    );
    expect(lists.get('5-removals')?.split('\0').slice(0, -1)).toEqual(
      [...HOSTILE].sort().map((name) => (name === '*' ? '/\\*' : `/${name}`)),
    );
    for (const name of HOSTILE.filter((name) => /[$`"#;]/.test(name)))
      expect(script).not.toContain(name);
  });

  it('is called for each step that has files', () => {
    const commands = script.split('\n').filter((line) => line.startsWith('rsync'));
    expect(commands.map(words)).toEqual([
      [
        'rsync',
        '--times',
        '--ignore-times',
        '--from0',
        '--files-from=./it is a list/1-new-data',
        '--',
        './build/',
        'host:/srv/docs/',
      ],
      [
        'rsync',
        '--times',
        '--ignore-times',
        '--from0',
        '--files-from=./it is a list/3-pages',
        '--',
        './build/',
        'host:/srv/docs/',
      ],
      [
        'rsync',
        '--recursive',
        '--existing',
        '--ignore-existing',
        '--delete',
        '--from0',
        '--include-from=./it is a list/5-removals',
        '--exclude=*',
        '--',
        './build/',
        'host:/srv/docs/',
      ],
    ]);
    expect(script).toContain('\nset -eu\n');
  });

  it('includes the folders of what it removes, and no pattern but its own', () => {
    const { lists } = rsyncPlan(planOf([], ['a/b/c', 'a/[x]*\\?', 'a/b\\d']), PLACES);
    expect(lists.get('5-removals')?.split('\0')).toEqual([
      '/a/',
      '/a/\\[x]\\*\\\\\\?',
      '/a/b/',
      '/a/b/c',
      '/a/b\\d',
      '',
    ]);
  });

  it.each(['-e sh', 'a\nb'])('does not take the target %j', (target) => {
    expect(() => rsyncPlan(plan, { ...PLACES, target })).toThrow(
      expect.objectContaining({ reason: 'target-unknown' }),
    );
  });

  it.each(['rsync://me:secret@host/docs/', 'ssh://me:secret@host/'])(
    'does not write the password of %s anywhere',
    (target) => {
      expect(() => rsyncPlan(plan, { ...PLACES, target })).toThrow(
        expect.objectContaining({
          reason: 'target-unknown',
          message: expect.not.stringContaining('secret'),
        }),
      );
    },
  );

  it('quotes what is on the command line', () => {
    const { script: quoted } = rsyncPlan(plan, {
      site: "-it's $(id)",
      lists: '/l"ists',
      target: "h:it's",
    });
    const [first = ''] = quoted.split('\n').filter((line) => line.startsWith('rsync'));
    expect(words(first).slice(-4)).toEqual([
      '--files-from=/l"ists/1-new-data',
      '--',
      "./-it's $(id)/",
      "h:it's",
    ]);
  });
});

describe('s3', () => {
  const places = { ...PLACES, target: 's3://bucket/docs/' };
  const { lists, script } = s3Plan(plan, places);

  it('has a command for each file, whatever its name', () => {
    const lines = lists.get('1-new-data')?.split('\n').slice(0, -1) ?? [];
    expect(lines.map((line) => words(line).slice(-2))).toEqual(
      HOSTILE.map((name) => `new/${name}`)
        .sort()
        .map((file) => [`./build/${file}`, `s3://bucket/docs/${file}`]),
    );
    expect(words(lines[0] ?? '').slice(0, -2)).toEqual([
      'cp',
      '--raw',
      '--content-type',
      'application/octet-stream',
      '--cache-control',
      'no-cache',
    ]);
    const removed = lists.get('5-removals')?.split('\n').slice(0, -1) ?? [];
    expect(removed.map(words)).toEqual(
      [...HOSTILE].sort().map((file) => ['rm', '--raw', `s3://bucket/docs/${file}`]),
    );
    expect(script).toContain(`s5cmd run './it is a list/1-new-data'\n`);
  });

  it('says how long browsers keep a file', () => {
    const cached = s3Plan(planOf(['assets/a.01234567.js'], []), places).lists.get('1-new-data');
    expect(words(cached ?? '')).toContain('public, max-age=31536000, immutable');
  });

  it.each(['bucket', 's3://', 's3://BUCKET', 's3://bucket/a b', "s3://bucket/'", 's3://b*ket/'])(
    'does not take the target %j',
    (target) => {
      expect(() => s3Plan(plan, { ...PLACES, target })).toThrow(
        expect.objectContaining({ reason: 'target-unknown' }),
      );
    },
  );

  it('does not print credentials in a target', () => {
    expect(() => s3Plan(plan, { ...PLACES, target: 's3://KEY:SECRET@bucket' })).toThrow(
      '--target "s3://***@bucket" is not a place in S3.',
    );
  });

  it.each([
    [['a\nrm x'], []],
    [[], ['a\rb']],
  ])('has no line for a name with a line break: %j %j', (now, before) => {
    expect(() => s3Plan(planOf(now, before), places)).toThrow(
      expect.objectContaining({ reason: 'unusable-name' }),
    );
  });
});

describe('what scripts do', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deploy-script-'));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('they stop at the first error, before pages refer to what is missing', () => {
    const log = path.join(folder, 'log');
    fs.writeFileSync(
      path.join(folder, 'rsync'),
      `#!/bin/sh\nprintf '%s\\n' "$4" >> ${log}\ncase $4 in *3-pages) exit 23;; esac\n`,
      { mode: 0o755 },
    );
    const { script } = rsyncPlan(plan, { ...PLACES, lists: 'lists' });
    const { status } = spawnSync('sh', ['-c', script], {
      env: { PATH: `${folder}:${process.env.PATH}` },
    });
    expect(status).toBe(23);
    expect(fs.readFileSync(log, 'utf8').split('\n').slice(0, -1)).toEqual([
      '--files-from=./lists/1-new-data',
      '--files-from=./lists/3-pages',
    ]);
  });

  it('they say so if there is nothing to do', () => {
    const none = planDeployment(
      site(),
      { files: site(), kept: new Map() },
      { keepAssets: 0, maxRemovals: 0 },
    );
    expect(rsyncPlan(none, PLACES).script).toContain('# Nothing has changed.');
  });
});

describe('JSON', () => {
  it('has the steps in order, with what a host needs to know', () => {
    const value = JSON.parse(jsonPlan(plan));
    expect(value.steps.map(({ name }: { name: string }) => name)).toEqual([
      'new-data',
      'new-pages',
      'pages',
      'entries',
    ]);
    expect(value.steps[2].uploads).toEqual([
      {
        path: 'index.html',
        kind: 'pages',
        isNew: false,
        ...B,
        type: 'text/html; charset=utf-8',
        cacheControl: 'no-cache',
      },
    ]);
    expect(value.removals).toEqual([...HOSTILE].sort());
  });
});

describe('text', () => {
  it('lists some files of a step, and counts the others', () => {
    const many = Array.from({ length: 25 }, (_, index) => `f${index + 10}.json`);
    const text = textPlan(planOf(many, []));
    expect(text).toContain('  + f29.json\n    5 more: --format json lists all\n');
    expect(text).toContain('(1, 1.2 MB)\n  ~ index.html\n');
  });

  it('shows control characters as escapes', () => {
    const text = textPlan(planOf(['\u001b[2Jx\ny'], []));
    expect(text).toContain('  + \\u001b[2Jx\\ny\n');
  });
});
