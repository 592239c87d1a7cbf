import path from 'node:path';
import type { LoadedDocument } from '../document/load.ts';
import { isHttp } from '../document/read.ts';
import { asString, own } from '../json/guards.ts';
import { parsePointer, valueAt } from '../openapi/pointer.ts';
import { SPLIT_FROM } from '../openapi/split-from.ts';
import type { Document } from '../openapi/types.ts';
import type { Plan, PlannedPage } from '../slices/plan.ts';
import { fromRoot } from './files.ts';

/** The names that may be in braces. */
export const EDIT_PLACES: readonly string[] = ['file', 'line'];

/** What is added to a URL without places: the notation of GitHub, Gitea and GitLab. */
const AT_LINE = '{file}#L{line}';

/**
 * Where the subject of each page is edited: its line in the file that contains it, which may be one that the document
 * refers to. Absent for files outside of the project.
 *
 * @param document The document of the pages: see `shownParts`.
 * @param cwd The folder that file names in problems are relative to.
 */
export function editUrls(
  template: string | undefined,
  { pages }: Plan,
  document: Document,
  { placeAt }: Pick<LoadedDocument, 'placeAt'>,
  { root, cwd }: { readonly root: string; readonly cwd: string },
): ReadonlyMap<PlannedPage, string> {
  if (template === undefined) return new Map();
  const whole = template.includes('{') ? template : template.replace(/\/?$/, `/${AT_LINE}`);
  return new Map(
    pages.flatMap((page) => {
      const { file, line } = placeAt(sourcePath(page, document));
      const inside = fromRoot(root, path.resolve(cwd, file));
      if (isHttp(file) || inside.startsWith('../') || path.isAbsolute(inside)) return [];
      const encoded = inside.split('/').map(encodeURIComponent).join('/');
      const values = new Map([
        ['file', encoded],
        ['line', String(line)],
      ]);
      const url = whole.replace(/\{(\w+)\}/g, (place, name) => values.get(name) ?? place);
      return [[page, url] as const];
    }),
  );
}

/** The place of a page's subject in the document as loaded: a part of a large schema is a component only on pages. */
function sourcePath({ pointer }: PlannedPage, document: Document): readonly string[] {
  const path = parsePointer(pointer);
  const from = asString(own(valueAt(document, path), SPLIT_FROM));
  return from === undefined ? path : parsePointer(from);
}
