import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { LAYOUT } from '../../src/generate/layout.ts';
import { ROOT } from '../support/site.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Record<string, unknown>;
}

interface Job {
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Record<string, string>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Record<string, unknown>;
  readonly permissions?: Record<string, string>;
  readonly concurrency?: unknown;
  readonly jobs: Record<string, Job>;
}

/** Jobs that may write, and what. Whoever adds one adds it here. */
const WRITERS: Record<string, readonly string[]> = {
  'docs.yml deploy': ['id-token', 'pages'],
  'update-document.yml propose': ['contents', 'pull-requests'],
};

const FOLDER = path.join(ROOT, '.github/workflows');
const { scripts } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

describe.each(fs.readdirSync(FOLDER).sort())('%s', (file) => {
  const text = fs.readFileSync(path.join(FOLDER, file), 'utf8');
  const workflow: Workflow = parse(text);
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);
  const commands = steps.flatMap(({ run }) => run ?? []).join('\n');

  it('names every action by its commit, with the version beside it', () => {
    const used = text.match(/\buses:.*/g) ?? [];
    expect(used.length).toBe(steps.filter(({ uses }) => uses).length);
    for (const line of used)
      expect(line).toMatch(/^uses: [\w-]+(\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('has one commit for each action', () => {
    const commits = new Map<string, string>();
    for (const name of fs.readdirSync(FOLDER)) {
      const all = fs
        .readFileSync(path.join(FOLDER, name), 'utf8')
        .matchAll(/uses: ([\w-]+\/[\w-]+)\S*@(.*)/g);
      for (const [, action = '', version = ''] of all) {
        expect(version, action).toBe(commits.get(action) ?? version);
        commits.set(action, version);
      }
    }
  });

  it('may only read, but for the jobs that are known to write', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const [name, { permissions = {} }] of jobs) {
      const written = Object.keys(permissions).filter((scope) => permissions[scope] === 'write');
      expect(written.sort(), name).toEqual(WRITERS[`${file} ${name}`] ?? []);
    }
  });

  it('keeps no token in the clone, and is never started with rights by a fork', () => {
    expect(workflow.on).not.toHaveProperty('pull_request_target');
    expect(workflow.on).not.toHaveProperty('workflow_run');
    for (const { uses, with: given } of steps)
      if (uses?.startsWith('actions/checkout@')) expect(given?.['persist-credentials']).toBe(false);
  });

  it('puts nothing into a command but by way of the environment', () => {
    expect(commands).not.toContain('${{');
  });

  it('runs scripts that there are', () => {
    const named = [...commands.matchAll(/npm run (?:--?[\w-]+ )*([\w:-]+)/g)].map(
      ([, name]) => name,
    );
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  it('ends, and one run at a time', () => {
    expect(workflow.concurrency).toBeDefined();
    for (const [name, job] of jobs) expect(job['timeout-minutes'], name).toBeLessThanOrEqual(30);
  });
});

describe('the cache of docs.yml', () => {
  const { jobs }: Workflow = parse(fs.readFileSync(path.join(FOLDER, 'docs.yml'), 'utf8'));
  const steps = jobs.build?.steps ?? [];
  const [restore, save] = ['restore', 'save'].map((name) =>
    steps.find(({ uses }) => uses?.startsWith(`actions/cache/${name}@`)),
  );

  it('has all that a build leaves for the next one', () => {
    expect(restore?.with?.path).toBe(`${path.dirname(LAYOUT.drawn)}\ndocs/reference\n`);
    expect(save?.with?.path).toBe(restore?.with?.path);
  });

  it('is saved after each change, by main alone, and the newest is restored', () => {
    expect(restore?.with?.key).toMatch(/\$\{\{ github\.sha \}\}$/);
    expect(restore?.with?.key).toContain(String(restore?.with?.['restore-keys']));
    expect(save?.with?.key).toMatch(/outputs\.cache-primary-key \}\}$/);
    expect(save?.if).toContain("github.ref == 'refs/heads/main'");
    const commands = steps.map((step) => (step === restore || step === save ? step : step.run));
    expect(commands.indexOf(restore)).toBeLessThan(commands.indexOf('npm run build'));
    expect(commands.indexOf('npm run build')).toBeLessThan(commands.indexOf(save));
  });
});
