import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAYOUT } from '../../../src/generate/layout.ts';
import { BIN, copyProject } from '../../support/site.ts';
import { readTree } from '../../support/tree.ts';

/**
 * Half of them spread over a run, half while it moves files into place, which takes far less time; each step of that
 * is in `write.test.ts`.
 */
const TIMES = 6;
/** A run takes seconds, and there are many: a limit that a slow machine keeps, too. */
const PATIENCE = 600_000;

/** Two versions of a document, as the command gets them, and what a clean run makes of each. */
const VERSIONS = ['openapi/bookshop.yaml', 'openapi/bookshop-2.yaml'] as const;
const clean = new Map<string, object>();

let project: string;
let normal = 0;

function start(document: string) {
  const { INIT_CWD: _, NODE_ENV: __, ...env } = process.env;
  return spawn(process.execPath, [BIN, 'generate', '--document', document, '--id', 'bookshop'], {
    cwd: project,
    env,
    stdio: 'ignore',
  });
}

/** As soon as the list of files that move is there, or some of them have moved. */
function killWhileWriting(child: ReturnType<typeof spawn>): void {
  const pending = path.join(project, LAYOUT.pending);
  const delay = Math.random() * 20;
  const timer = setInterval(() => {
    if (fs.existsSync(pending)) {
      clearInterval(timer);
      setTimeout(() => child.kill('SIGKILL'), delay);
    }
  }, 1);
  child.once('close', () => clearInterval(timer));
}

async function finish(document: string): Promise<void> {
  const [code] = await once(start(document), 'close');
  expect(code).toBe(0);
}

/** Pages and slices; the record holds times, and addresses that have moved are those of the runs before. */
function generated(): object {
  const files = {
    ...readTree(path.join(project, 'docs')),
    ...readTree(path.join(project, '.reference')),
  };
  const history = [LAYOUT.record, LAYOUT.addresses].map((file) => path.basename(file));
  return Object.fromEntries(
    Object.entries(files).filter(
      ([file]) =>
        !history.some((name) => file.startsWith(name)) && !/\/(index\.html|moved\.js)$/.test(file),
    ),
  );
}

beforeAll(async () => {
  project = copyProject();
  const [first, second] = VERSIONS.map((file) => path.join(project, file));
  const text = fs.readFileSync(first ?? '', 'utf8');
  fs.writeFileSync(
    second ?? '',
    text
      .replaceAll('A book as the shop sells it', 'What the shop sells')
      .replace('operationId: list_books', 'operationId: browse_books'),
  );
  for (const document of VERSIONS) {
    fs.rmSync(path.join(project, '.reference'), { recursive: true, force: true });
    fs.rmSync(path.join(project, 'docs/reference'), { recursive: true, force: true });
    const begin = performance.now();
    await finish(document);
    normal = performance.now() - begin;
    clean.set(document, generated());
  }
  expect(clean.get(VERSIONS[0])).not.toEqual(clean.get(VERSIONS[1]));
}, PATIENCE);
afterAll(() => fs.rmSync(project, { recursive: true, force: true }));

describe('generate', () => {
  it(
    `killed ${TIMES} times, at any moment or while it writes, goes on to what a clean run makes`,
    async () => {
      let killed = 0;
      for (let time = 0; time < TIMES; time += 1) {
        const document = VERSIONS[time % 2] ?? VERSIONS[0];
        const child = start(document);
        const ended = once(child, 'close');
        if (time < TIMES / 2) {
          const moment = (normal * (time + Math.random())) / (TIMES / 2);
          setTimeout(() => child.kill('SIGKILL'), moment);
        } else killWhileWriting(child);
        const [, signal] = await ended;
        if (signal === 'SIGKILL') killed += 1;
        await finish(document);
        expect(generated()).toEqual(clean.get(document));
      }
      expect(killed).toBeGreaterThan(TIMES / 2);
    },
    PATIENCE,
  );

  it(
    'runs one after the other where two are started at once',
    async () => {
      for (const documents of [VERSIONS, [...VERSIONS].reverse()]) {
        const codes = await Promise.all(
          documents.map(async (file) => (await once(start(file), 'close'))[0]),
        );
        expect(codes).toEqual([0, 0]);
        expect([...clean.values()]).toContainEqual(generated());
      }
    },
    PATIENCE,
  );
});
