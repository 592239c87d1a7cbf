import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { LAYOUT } from '../../src/generate/layout.ts';
import { artifactName } from '../../src/site/shards/artifact.ts';
import { DEPLOYMENT } from '../../src/site/site-state.ts';
import { ROOT } from '../support/site.ts';

// The files in the guide about large sites, which people copy.

const GUIDE = fs.readFileSync(path.join(ROOT, 'docs/about/large-sites.mdx'), 'utf8');
const { scripts, name: PACKAGE } = JSON.parse(
  fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
);

const FILES = new Map(
  Array.from(
    GUIDE.matchAll(/```\w+ title="([^"]*)"\n([\s\S]*?)\n```/g),
    ([, title = '', text = '']) => [title, text],
  ),
);
const textOf = (title: string): string => FILES.get(title) ?? '';

/** Names of commands, as `npm run` and a package's scripts call them. */
const commandsIn = (text: string): string[] =>
  [...text.matchAll(new RegExp(`(?:npm run (?:--silent )?|${PACKAGE} )([\\w-]+)`, 'g'))].map(
    ([, name = '']) => name,
  );

it('every file calls commands that there are', () => {
  expect([...FILES.keys()]).toEqual([
    '.github/workflows/large-docs.yml',
    '.gitlab-ci.yml',
    'package.json',
    'turbo.json',
    'openapi/apis.ts',
    'apis/shop/package.json',
    'turbo.json of the workspace',
  ]);
  const main = fs.readFileSync(path.join(ROOT, 'src/cli/main.ts'), 'utf8');
  for (const text of FILES.values())
    for (const command of commandsIn(text)) expect(Object.keys(scripts)).toContain(command);
  expect(commandsIn(textOf('turbo.json'))).toEqual([]);
  expect(main).toContain("'bundle'");
});

describe('the workflow for GitHub', () => {
  const text = textOf('.github/workflows/large-docs.yml');
  const { permissions, jobs } = parse(text);
  const stepsOf = (
    job: string,
  ): {
    name?: string;
    if?: string;
    run?: string;
    uses?: string;
    with?: Record<string, string>;
  }[] => jobs[job].steps;

  it('may only read, and uses the actions of our own workflows', () => {
    expect(permissions).toEqual({ contents: 'read' });
    const folder = path.join(ROOT, '.github/workflows');
    const own = fs
      .readdirSync(folder)
      .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'))
      .join('\n');
    for (const [, action] of text.matchAll(/uses: (.*)/g)) expect(own).toContain(`uses: ${action}`);
    for (const job of Object.keys(jobs))
      expect(stepsOf(job).find(({ uses }) => uses?.includes('checkout'))?.with).toMatchObject({
        'persist-credentials': false,
        'fetch-depth': 0,
      });
  });

  it('puts nothing into a command but through the environment', () => {
    for (const job of Object.keys(jobs))
      for (const { run = '' } of stepsOf(job)) expect(run).not.toContain('${{');
  });

  it('hands over the folders that the commands write and read', () => {
    const paths = Object.keys(jobs)
      .flatMap(stepsOf)
      .filter(({ uses }) => /artifact@/.test(uses ?? ''))
      .map((step) => step.with?.path?.replace(/\$\{\{ (\S+) \}\}/g, '<$1>'));
    expect(artifactName({ number: 3, of: 8 })).toBe('3-of-8');
    expect(paths).toEqual([
      `${LAYOUT.shards}/${artifactName('bundles')}`,
      `${LAYOUT.shards}/${artifactName('bundles')}`,
      `${LAYOUT.shards}/<matrix.shard>-of-<needs.bundle.outputs.count>`,
      LAYOUT.shards,
    ]);
    expect(text).toContain(`cp build${DEPLOYMENT.folder}/${DEPLOYMENT.manifest} `);
  });

  it('deploys only main, whatever branch a run was started for', () => {
    const steps = stepsOf('merge');
    const merge = steps.findIndex(({ run }) => run === 'npm run merge');
    const publishing = steps.slice(merge + 1);
    expect(publishing).toHaveLength(5);
    for (const { name, if: condition } of publishing)
      expect([name, condition]).toEqual([name, "github.ref == 'refs/heads/main'"]);
  });

  it('uploads everything again after an upload that failed, or of which nobody knows the end', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'large-sites-'));
    const named = (part: string) => jobs.merge.steps.find(({ name = '' }) => name.includes(part));
    const shell = (script: string, upload: string): number | null => {
      const stand = `npm() { echo "$*" >> plans; }\nsh() { ${upload}; }\n`;
      const env = {
        ...process.env,
        TARGET: 'host:/srv/',
        HOME: folder,
        DEPLOY_KEY: '',
        KNOWN_HOSTS: '',
      };
      const args = ['-euo', 'pipefail', '-c', stand + script];
      return spawnSync('bash', args, { cwd: folder, env }).status;
    };
    const deployed = path.join(folder, `build${DEPLOYMENT.folder}`);
    const isUnfinished = (): boolean => fs.existsSync(path.join(deployed, 'unfinished'));
    /** What a run does; the two files are what is cached between runs. */
    const deploy = (upload: string): number | null => {
      expect(shell(named('Plan the').run, upload)).toBe(0);
      expect(isUnfinished()).toBe(true);
      return shell(named('Deploy').run, upload);
    };
    try {
      fs.mkdirSync(deployed);
      fs.writeFileSync(path.join(deployed, DEPLOYMENT.manifest), 'the new one');
      expect(deploy('return 23')).not.toBe(0);
      expect(fs.readdirSync(deployed)).toEqual([DEPLOYMENT.manifest, 'unfinished']);
      expect(deploy('true')).toBe(0);
      expect(isUnfinished()).toBe(false);
      expect(deploy('true')).toBe(0);
      const plans = fs.readFileSync(path.join(folder, 'plans'), 'utf8').split('\n').slice(0, -1);
      expect(plans.map((plan) => plan.includes(' --all '))).toEqual([false, true, false]);
      const saves = jobs.merge.steps.filter(({ uses = '' }) =>
        /cache\/(?:save|restore)@/.test(uses),
      );
      expect(saves.map((step: { with: { path: string } }) => step.with.path)).toEqual(
        Array(3).fill('build.deploy/last.json\nbuild.deploy/unfinished\n'),
      );
      expect(saves.at(1)).toBe(named('has begun'));
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each([
    [0, 1],
    [1, 1],
    [2500, 1],
    [2501, 2],
    [30_000, 12],
    [1_000_000, 20],
  ])('cuts %i pages in two languages into %i shards', (pages, count) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'large-sites-'));
    try {
      const output = path.join(folder, 'output');
      // A `find` that has found them all.
      const stand = `find() { seq ${pages}; }\n`;
      const cut = jobs.bundle.steps.find(({ id }: { id?: string }) => id === 'cut');
      const { status, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', stand + cut.run], {
        env: { ...process.env, ...cut.env, GITHUB_OUTPUT: output },
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const [first, second = ''] = fs.readFileSync(output, 'utf8').split('\n');
      expect(first).toBe(`count=${count}`);
      expect(JSON.parse(second.replace('shards=', ''))).toEqual(
        Array.from({ length: count }, (_, index) => index + 1),
      );
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});

it('the pipeline for GitLab hands over the same folders, stage by stage', () => {
  const { stages, bundle, render, merge } = parse(textOf('.gitlab-ci.yml'));
  expect([bundle, render, merge].map(({ stage }) => stage)).toEqual(stages);
  expect(bundle.artifacts.paths).toEqual([`${LAYOUT.shards}/${artifactName('bundles')}`]);
  expect(render.artifacts.paths).toEqual([`${LAYOUT.shards}/$CI_NODE_INDEX-of-$CI_NODE_TOTAL`]);
  expect(render.parallel).toBeGreaterThan(1);
  expect(merge.artifacts.paths).toEqual(['build']);
});

it('every task of Turborepo is a script, and declares what it writes', () => {
  const pairs = [
    ['turbo.json', 'package.json'],
    ['turbo.json of the workspace', 'apis/shop/package.json'],
  ] as const;
  for (const [tasksFile, scriptsFile] of pairs) {
    const { tasks } = JSON.parse(textOf(tasksFile));
    const own = JSON.parse(textOf(scriptsFile)).scripts;
    expect(Object.keys(tasks)).toEqual(Object.keys(own));
    for (const [name, { dependsOn = [], outputs }] of Object.entries<{
      dependsOn?: string[];
      outputs?: string[];
    }>(tasks)) {
      for (const other of dependsOn) expect(Object.keys(tasks)).toContain(other);
      const shard = /--shard (\d+)\/(\d+)/.exec(own[name]);
      if (shard) {
        const [, number, of] = shard.map(Number);
        const folder = artifactName({ number: Number(number), of: Number(of) });
        expect(outputs).toEqual([`${LAYOUT.shards}/${folder}/**`]);
      } else if (name !== 'check') expect(outputs).toHaveLength(1);
    }
  }
});
