import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildDist } from '../../.ci/dist.ts';
import { ROOT } from './site.ts';
import { linkEach } from './stand-in/project.ts';

/** The name of our package. */
export const PACKAGE = 'docusaurus-openapi-reference';

/** A folder with somebody's site, into which our package is installed. */
export interface ForeignSite {
  readonly folder: string;
  /** Runs a command of Docusaurus. */
  docusaurus(args: readonly string[], env?: Readonly<Record<string, string>>): Result;
  /**
   * Runs our own command.
   *
   * @param below The working folder, in that of the site.
   */
  command(args: readonly string[], below?: string, env?: NodeJS.ProcessEnv): Result;
  read(file: string): string;
  write(file: string, content: string): void;
  remove(): void;
}

interface Result {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Copies a site to a temporary folder, and installs our package there as it would come from npm, beside links to the
 * packages that it depends on.
 *
 * @param sources Folders whose files the site has.
 */
export async function foreignSite(...sources: readonly string[]): Promise<ForeignSite> {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'foreign-site-')));
  for (const source of sources) fs.cpSync(source, folder, { recursive: true });
  const packages = path.join(folder, 'node_modules');
  const own = path.join(packages, PACKAGE);
  linkEach(path.join(ROOT, 'node_modules'), packages, PACKAGE);
  await buildDist(path.join(own, 'dist'));
  for (const file of ['package.json', 'i18n'])
    fs.cpSync(path.join(ROOT, file), path.join(own, file), { recursive: true });

  const run = (
    file: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
    below = '',
  ): Result => {
    const { INIT_CWD: _, NODE_ENV: __, ...inherited } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
      cwd: path.join(folder, below),
      encoding: 'utf8',
      env: { ...inherited, NO_COLOR: '1', ...env } as NodeJS.ProcessEnv,
    });
    return { code: status, output: stdout + stderr };
  };
  const inSite = (file: string): string => path.join(folder, file);
  return {
    folder,
    docusaurus: (args, env) =>
      run(path.join(packages, '@docusaurus/core/bin/docusaurus.mjs'), args, env),
    command: (args, below, env) => run(path.join(own, 'dist/cli/bin.cjs'), args, env, below),
    read: (file) => fs.readFileSync(inSite(file), 'utf8'),
    write: (file, content) => {
      fs.mkdirSync(path.dirname(inSite(file)), { recursive: true });
      fs.writeFileSync(inSite(file), content);
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}
