import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** This folder: `src` in a clone, where modules are TypeScript, and `dist` in the package, where they are JavaScript. */
const SELF = fileURLToPath(import.meta.url);
const FOLDER = path.dirname(SELF);

/** Whether this is the package's form of our code. */
export const IS_BUILT = SELF.endsWith('.js');

/** The name of the package. */
export const PACKAGE = 'docusaurus-openapi-reference';

/** The files of our own modules, by their extension. */
export const OWN_MODULE = IS_BUILT ? /\.js$/ : /\.tsx?$/;

/**
 * Absolute path of one of our files.
 *
 * @param name As in the sources, relative to `src`: `client/page/page-script.ts`.
 */
export function ownFile(name: string): string {
  return path.join(FOLDER, IS_BUILT ? name.replace(/\.tsx?$/, '.js') : name);
}

/** Starts one of our modules in a child process with a channel for messages. */
export function forkOwn(name: string, options: ForkOptions = {}): ChildProcess {
  const tsx = (): string => pathToFileURL(createRequire(SELF).resolve('tsx')).href;
  return fork(ownFile(name), { execArgv: IS_BUILT ? [] : ['--import', tsx()], ...options });
}
