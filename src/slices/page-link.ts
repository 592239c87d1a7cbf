import { defined } from '../json/guards.ts';
import type { PlannedPage } from './plan.ts';
import type { PageLink } from './slice.ts';

/** A link to a page, with what it shows. */
export function linkTo({ id, title, label, method, path, operation }: PlannedPage): PageLink {
  return {
    id,
    title: label ?? title,
    ...defined({
      method: method?.toUpperCase(),
      path,
      deprecated: operation?.deprecated === true || undefined,
    }),
  };
}

/** The ids of the pages of some names, as far as they have one. */
export function idsOf(
  names: Iterable<string>,
  pages: ReadonlyMap<string, PlannedPage>,
): Record<string, string> {
  return byName(names, (name) => pages.get(name)?.id);
}

/** What some names have, without those that have nothing. */
export function byName<T>(
  names: Iterable<string>,
  find: (name: string) => T | undefined,
): Record<string, Exclude<T, undefined>> {
  return defined(Object.fromEntries(Array.from(names, (name) => [name, find(name)])));
}
