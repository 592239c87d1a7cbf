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
