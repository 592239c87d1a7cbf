import { shown } from '../../json/shown.ts';
import { DeployError } from '../error.ts';
import { withoutCredentials } from '../paths.ts';
import { type DeployPlan, foldersOf } from '../plan.ts';
import { asPath, LISTS, type Places, scriptOf, shellWord, type ToolPlan } from './lists.ts';

/**
 * A plan for rsync: a list of paths for each step, separated by NUL characters, so that they may contain anything else.
 *
 * @throws DeployError if the target could be an option, or has a password.
 */
export function rsyncPlan(plan: DeployPlan, { site, lists, target }: Places): ToolPlan {
  if (/^[a-z][a-z0-9+.-]*:\/\/[^/@]*:[^/]*@/i.test(target))
    throw new DeployError(
      'target-unknown',
      `--target ${withoutCredentials(target)} has a password, which rsync does not take from there, and which would be in the script. Set RSYNC_PASSWORD when you run the script.`,
    );
  if (/^-|[\n\r\0]/.test(target))
    throw new DeployError(
      'target-unknown',
      `--target "${shown(withoutCredentials(target))}" is not a place for rsync. Write it like docs.example.com:/srv/docs/ or ./public/.`,
    );
  const commandOf = ({ name, step }: (typeof LISTS)[number]): string => {
    const list = shellWord(asPath(`${lists}/${name}`));
    const places = `-- ${shellWord(asPath(`${site}/`))} ${shellWord(target)}`;
    return step === 'removals'
      ? `rsync ${REMOVE} --from0 --include-from=${list} --exclude='*' ${places}`
      : `rsync ${UPLOAD} --from0 --files-from=${list} ${places}`;
  };
  return {
    lists: new Map(
      LISTS.map(({ name, step }) => [
        name,
        (step === 'removals' ? removalRules(plan) : plan.uploads[step].map(listed))
          .map((line) => `${line}\0`)
          .join(''),
      ]),
    ),
    script: scriptOf(plan, 'Uploads the site with rsync.', commandOf),
  };
}

/** What the plan says has changed, even if size and time are the same. */
const UPLOAD = '--times --ignore-times';

/** Only removes, and only what the list includes. --delete-missing-args fails where the whole folder is gone. */
const REMOVE = '--recursive --existing --ignore-existing --delete';

/** Without the dot, a path that begins with # would be a comment. */
function listed({ path }: { readonly path: string }): string {
  return `./${path}`;
}

/** Patterns of what may be removed, with the folders around it, which are only removed if nothing remains in them. */
function removalRules({ removals }: DeployPlan): string[] {
  const folders = new Set(removals.flatMap(({ path }) => foldersOf(path)));
  const paths = [
    ...[...folders].map((folder) => `${folder}/`),
    ...removals.map(({ path }) => path),
  ];
  return paths.sort().map(
    (path) =>
      // A backslash only escapes in patterns with wildcards.
      `/${/[*?[]/.test(path) ? path.replace(/[*?[\\]/g, '\\$&') : path}`,
  );
}
