import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ROOT } from '../support/site.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'audit-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** Runs the audit with an npm that prints and ends as given. */
function audit(printed: string, code: number): { status: number | null; stdout: string } {
  fs.writeFileSync(path.join(folder, 'printed'), printed);
  fs.writeFileSync(
    path.join(folder, 'npm'),
    `#!/bin/sh\necho "$@" > "${folder}/args"\ncat "${folder}/printed"\nexit ${code}\n`,
    { mode: 0o755 },
  );
  return spawnSync(process.execPath, [path.join(ROOT, '.ci/audit.mjs'), 'signatures'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH}` },
  });
}

it.each([
  ['passes without findings', '{"invalid":[],"missing":[]}', 0, 0, 'nothing found'],
  [
    'fails on a vulnerability',
    '{"auditReportVersion":2,"vulnerabilities":{"left-pad":{"severity":"high"}}}',
    1,
    1,
    'left-pad',
  ],
  ['fails on a bad signature', '{"invalid":[{"name":"left-pad"}],"missing":[]}', 1, 1, 'left-pad'],
  [
    'says that nothing was checked where the registry has no such address',
    '{"message":"405 Method Not Allowed","statusCode":405,"error":{"summary":""}}',
    1,
    0,
    '::warning::npm audit signatures: not checked, the registry does not answer (405)',
  ],
  [
    'says so where the network has none',
    '{"error":{"code":"ENOTFOUND","summary":"getaddrinfo"}}',
    1,
    0,
    '::warning::npm audit signatures: not checked, the registry does not answer (ENOTFOUND)',
  ],
  [
    'fails where the registry refuses',
    '{"message":"403 Forbidden","statusCode":403,"error":{"summary":""}}',
    1,
    1,
    '403 Forbidden',
  ],
  [
    'fails without a lock file',
    '{"error":{"code":"ENOLOCK","summary":"no lockfile"}}',
    1,
    1,
    'no lockfile',
  ],
  ['fails where npm breaks', 'Segmentation fault', 139, 1, 'Segmentation fault'],
])('%s', (_name, printed, code, status, said) => {
  const run = audit(printed, code);
  expect(run.stdout).toContain(said);
  expect(run.status).toBe(status);
  expect(fs.readFileSync(path.join(folder, 'args'), 'utf8').trim()).toBe('audit signatures --json');
});
