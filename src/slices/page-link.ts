import { defined } from '../json/guards.ts';
import type { PlannedPage } from './plan.ts';
import type { PageLink } from './slice.ts';

/** What a link to a page says of it. */
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
