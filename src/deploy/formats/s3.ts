import { shown } from '../../json/shown.ts';
import { DeployError } from '../error.ts';
import { headersOf } from '../kinds.ts';
import { withoutCredentials } from '../paths.ts';
import type { DeployPlan } from '../plan.ts';
import { asPath, LISTS, type Places, scriptOf, shellWord, type ToolPlan } from './lists.ts';

/**
 * A plan for s5cmd 2: a list of commands for each step, which `s5cmd run` carries out in parallel. It reads words as a
 * shell does, and runs nothing but its own commands.
 *
 * @throws DeployError if the target is not a bucket, or a path has a line break, which ends a command.
 */
export function s3Plan(plan: DeployPlan, { site, lists, target }: Places): ToolPlan {
  if (!/^s3:\/\/[a-z0-9][a-z0-9.-]+(?:\/[\w.!/-]*)?$/.test(target))
    throw new DeployError(
      'target-unknown',
      `--target "${shown(withoutCredentials(target))}" is not a place in S3. Write it like s3://bucket or s3://bucket/folder.`,
    );
  const object = (path: string): string =>
    shellWord(onOneLine(`${target.replace(/\/+$/, '')}/${path}`));
  const linesOf = (step: (typeof LISTS)[number]['step']): readonly string[] =>
    step === 'removals'
      ? plan.removals.map(({ path }) => `rm --raw ${object(path)}`)
      : plan.uploads[step].map(({ path, kind }) => {
          const { type, cacheControl } = headersOf(path, kind);
          const headers = `--content-type ${shellWord(type)} --cache-control ${shellWord(cacheControl)}`;
          return `cp --raw ${headers} ${shellWord(onOneLine(asPath(`${site}/${path}`)))} ${object(path)}`;
        });
  const commandOf = ({ name }: (typeof LISTS)[number]): string =>
    `s5cmd run ${shellWord(asPath(`${lists}/${name}`))}`;
  return {
    lists: new Map(
      LISTS.map(({ name, step }) => [
        name,
        linesOf(step)
          .map((line) => `${line}\n`)
          .join(''),
      ]),
    ),
    script: scriptOf(plan, 'Uploads the site to S3 with s5cmd.', commandOf),
  };
}

function onOneLine(text: string): string {
  if (!/\p{Cc}/u.test(text)) return text;
  throw new DeployError(
    'unusable-name',
    `A list for s5cmd cannot contain "${shown(text)}", which has control characters. Rename the file, or use --format json.`,
  );
}
