import path from 'node:path';
import type { LoadedDocument } from '../document/load.ts';
import { isHttp } from '../document/read.ts';
import { parsePointer } from '../openapi/pointer.ts';
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
 * @param cwd The folder that file names in problems are relative to.
 */
export function editUrls(
  template: string | undefined,
  { pages }: Plan,
  { problemAt }: LoadedDocument,
  { root, cwd }: { readonly root: string; readonly cwd: string },
): ReadonlyMap<PlannedPage, string> {
  if (template === undefined) return new Map();
  const whole = template.includes('{') ? template : template.replace(/\/?$/, `/${AT_LINE}`);
  return new Map(
    pages.flatMap((page) => {
      const details = { rule: 'edit-url', severity: 'hint', message: '' } as const;
      const { file, line } = problemAt(details, parsePointer(page.pointer));
      const inside = fromRoot(root, path.resolve(cwd, file));
      if (isHttp(file) || inside.startsWith('../') || path.isAbsolute(inside)) return [];
      const encoded = inside.split('/').map(encodeURIComponent).join('/');
      const values: Readonly<Record<string, string>> = { file: encoded, line: String(line) };
      return [[page, whole.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place)] as const];
    }),
  );
}
