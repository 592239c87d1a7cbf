import type { HistoryOptions } from '../options.ts';
import { folderSource } from './folder.ts';
import { gitSource } from './git.ts';
import { npmSource } from './npm.ts';
import { type Source, SourceError } from './source.ts';

/**
 * Where the earlier documents of an API are; undefined if its options do not say: then there is only what is stored.
 *
 * @param document As in the API's entry.
 * @throws SourceError for a package whose document is not known.
 */
export function sourceOf(
  root: string,
  document: string,
  { folder, npm, git, file }: HistoryOptions,
): Source | undefined {
  if (folder !== undefined) return folderSource(root, folder);
  if (git !== undefined) return gitSource(root, document, git);
  if (npm === undefined) return undefined;
  const inPackage = file ?? fileIn(document, npm);
  if (inPackage === undefined)
    throw new SourceError(
      `It is not known which file of the package ${npm} is the document. Add it: history: { npm: '${npm}', file: 'openapi.yaml' }.`,
    );
  return npmSource(root, npm, inPackage);
}

function fileIn(document: string, name: string): string | undefined {
  const before = `node_modules/${name}/`;
  const at = document.replaceAll('\\', '/').indexOf(before);
  return at < 0 ? undefined : document.slice(at + before.length);
}
