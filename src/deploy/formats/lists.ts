import path from 'node:path';
import { type DeployPlan, STEPS, type Step } from '../plan.ts';

/** Where a plan is carried out: what a format puts into its lists and its script. */
export interface Places {
  /** The folder of the built site, as a command in the caller's folder names it. */
  readonly site: string;
  /** The folder of the lists, likewise. */
  readonly lists: string;
  /** Where the site is published. */
  readonly target: string;
}

/** A plan for a tool: lists to write, by their names, and a shell script that hands them to the tool in order. */
export interface ToolPlan {
  readonly lists: ReadonlyMap<string, string>;
  readonly script: string;
}

/** The steps of a plan, numbered, and the removals after them. */
export const LISTS: readonly { readonly name: string; readonly step: Step | 'removals' }[] = [
  ...(Object.keys(STEPS) as Step[]),
  'removals' as const,
].map((step, index) => ({ name: `${index + 1}-${step}`, step }));

/** What a list does, for a comment. */
export function aboutStep(step: Step | 'removals'): string {
  return step === 'removals' ? 'What the site no longer has' : STEPS[step];
}

/** How many files a list has. */
export function sizeOfStep(plan: DeployPlan, step: Step | 'removals'): number {
  return step === 'removals' ? plan.removals.length : plan.uploads[step].length;
}

/**
 * A POSIX shell script that runs a command for each list that is not empty, and stops at the first error.
 *
 * @param commandOf The command for a list. Paths of a site are only in lists, so that no name of a file can become code.
 */
export function scriptOf(
  plan: DeployPlan,
  about: string,
  commandOf: (list: (typeof LISTS)[number]) => string,
): string {
  const steps = LISTS.flatMap((list) => {
    const size = sizeOfStep(plan, list.step);
    if (size === 0) return [];
    return [
      `# ${aboutStep(list.step)}: ${size.toLocaleString('en')}`,
      commandOf(list).replace(/\n*$/, ''),
    ];
  });
  const nothing = steps.length === 0 ? ['# Nothing has changed.'] : [];
  return `${['#!/bin/sh', `# ${about}`, 'set -eu', ...steps, ...nothing].join('\n')}\n`;
}

/** A text as one word of a POSIX shell. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A path that no command takes for an option, or for a host. */
export function asPath(file: string): string {
  return path.isAbsolute(file) ? file : `./${file.split(path.sep).join('/')}`;
}
