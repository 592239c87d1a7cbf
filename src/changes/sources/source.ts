import type { LoadedDocument, LoadInput } from '../../document/load.ts';
import { loadDocument } from '../../document/load.ts';
import { isHttp } from '../../document/read.ts';
import { readFromGit } from './git.ts';
import { readFromNpm } from './npm.ts';
import { SourceError } from './source-error.ts';

/** What loading needs besides the source itself. */
export type SourceInput = Omit<LoadInput, 'document'> & {
  /** Whether nothing is read from the network. */
  readonly offline?: boolean;
};

/** Where a document comes from. */
export type SourceKind = 'npm' | 'url' | 'git' | 'file';

/** `HEAD~1:openapi/x.yaml`; a letter before the colon is a drive of Windows. */
const GIT = /^[^:]{2,}:(?!\/\/)./s;

/** What kind of source a text is: a path that contains a colon is written as `./a:b.yaml`. */
export function sourceKind(source: string): SourceKind {
  if (source.startsWith('npm:')) return 'npm';
  if (isHttp(source)) return 'url';
  return GIT.test(source) && !/^\.{0,2}[\\/]/.test(source) ? 'git' : 'file';
}

/**
 * Loads a document from a file, an http(s) URL, a git revision (`HEAD~1:openapi/x.yaml`) or an npm package
 * (`npm:@acme/api@1.2.3`, or with a file, `npm:@acme/api@1.2.3:openapi.yaml`).
 *
 * @throws SourceError if there is no such source. Mistakes in the document are problems of the result.
 */
export async function loadSource(source: string, input: SourceInput): Promise<LoadedDocument> {
  switch (sourceKind(source)) {
    case 'npm':
      if (input.offline)
        throw new SourceError(`${source} cannot be read offline.`, 'Run it without --offline.');
      return readFromNpm(source, input);
    case 'git':
      return readFromGit(source, input);
    default:
      if (/^[a-z][a-z\d+.-]+:\/\//i.test(source) && !isHttp(source))
        throw new SourceError(`${source} is not an http(s) URL.`, 'Name a file or an http(s) URL.');
      return loadDocument({ ...input, document: source });
  }
}
