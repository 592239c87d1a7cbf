import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Runs all that must hold before a change lands: `npm test`. Groups run one after the other, the parts of a group
 * side by side. Ends with the time of each part, and with the exit code of the first one that fails.
 */
const GROUPS: readonly Readonly<Record<string, string>>[] = [
  {
    types: 'npm run typecheck',
    lint: 'npm run lint',
    // As long as the types take.
    'site playground': 'tsx tests/site/build-sites.ts playground',
  },
  // Two processes of its own.
  { unit: 'npm run test:unit' },
  // In the order in which two lanes end at about the same time.
  {
    build: 'npm run build && npm run --silent coverage -- --fail-under 100',
    'site real': 'tsx tests/site/build-sites.ts real',
    proof: 'npm run test:proof',
    installed: 'npm run test:installed',
    'sites policy, sharded': 'tsx tests/site/build-sites.ts policy sharded',
    // Of these, the second borrows the packages of the first.
    'sites small, elsewhere': 'tsx tests/site/build-sites.ts small elsewhere',
    'sites changed, fresh': 'tsx tests/site/build-sites.ts changed fresh',
    'site hostile': 'tsx tests/site/build-sites.ts hostile',
    'site changelog': 'tsx tests/site/build-sites.ts changelog',
  },
  { site: 'npm run test:site' },
];

/** A build is busy on more than one core at times; more of them at once need much memory. */
const LANES = 2;

const sites = fs.mkdtempSync(path.join(os.tmpdir(), 'test-sites-'));
const removeSites = () => fs.promises.rm(sites, { recursive: true, force: true });
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => removeSites().finally(() => process.exit(1)));

const times: string[] = [];
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(0)} s`;

/** Runs a command; where it is not alone, what it prints comes when it has ended. */
function run(part: string, command: string, isAlone: boolean): Promise<number> {
  console.log(`\n> ${part}: ${command}`);
  const start = performance.now();
  const child = spawn(command, {
    shell: true,
    stdio: ['ignore', isAlone ? 'inherit' : 'pipe', isAlone ? 'inherit' : 'pipe'],
    env: { ...process.env, TEST_SITES: sites },
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      times.push(`${seconds(start).padStart(8)}  ${part}${code === 0 ? '' : ' FAILED'}`);
      if (!isAlone) console.log(`\n> ${part}\n${Buffer.concat(output)}`);
      resolve(code ?? 1);
    });
  });
}

/** The exit code of the first part that fails; what runs beside it still comes to its end. */
async function runGroup(parts: Readonly<Record<string, string>>): Promise<number> {
  const open = Object.entries(parts);
  const isAlone = open.length === 1;
  let failed = 0;
  const lane = async (): Promise<void> => {
    for (let next = open.shift(); next && failed === 0; next = open.shift()) {
      const code = await run(...next, isAlone);
      failed ||= code;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return failed;
}

async function main(): Promise<void> {
  const start = performance.now();
  for (const group of GROUPS) {
    process.exitCode = await runGroup(group);
    if (process.exitCode !== 0) break;
  }
  await removeSites();
  console.log(`\n${times.join('\n')}\n${seconds(start).padStart(8)}  in all`);
}

void main();
