import { ConfigError } from '../generate/config.ts';
import { noDocument } from './apis.ts';
import { siteKind } from './site-kind.ts';

/** Commands that need a whole site. */
export type SiteCommand = 'build' | 'start' | 'serve';

/**
 * Runs a command in the site in a folder; with documents that have none, in one that consists of them.
 *
 * @param documents Those on the command line.
 * @returns the exit code.
 */
export async function inSite(
  command: SiteCommand,
  root: string,
  documents: readonly string[],
  run: (root: string) => Promise<number>,
): Promise<number> {
  const kind = siteKind(root);
  const isServer = command === 'serve';
  if (kind === 'reference' || (kind === 'docusaurus' && isServer)) return run(root);
  try {
    if (!isServer && documents.length === 0) throw new ConfigError(MISSING[kind](root, command));
    const { inLoneSite } = await import('./lone-site.ts');
    return await inLoneSite(run);
  } catch (error) {
    const { expectedError } = await import('./expected.ts');
    const known = expectedError(error);
    if (!known) throw error;
    console.error(known.message);
    return known.code;
  }
}

/** What to do if there is no document on the command line, by the kind of the folder. */
const MISSING = {
  docusaurus: (_root: string, command: SiteCommand) =>
    `This folder has a Docusaurus site of its own, which "npx docusaurus ${command}" ${command}s with all of its pages. For a separate site with nothing but a reference, name the document.`,
  none: noDocument,
} as const;
