import { operationKey } from '../changes/change.ts';
import type { PlannedPage } from '../slices/plan.ts';

/** What a page is about, as changes name it: `operationKey`, or the name of a schema or tag. */
export function planKey({ kind, method = '', path = '', name = '' }: PlannedPage): string {
  return kind === 'operation' || kind === 'webhook'
    ? operationKey(method, path, kind === 'webhook')
    : name;
}

/** The same with the kind: a schema and a tag may have one name. */
export function kindAndKey(page: PlannedPage): string {
  return `${page.kind} ${planKey(page)}`;
}
