import type { Plan, PlannedPage } from '../slices/plan.ts';
import type { IndexedPage } from './layout.ts';

/** The names that guides can use, and their places: all pages of an API except those about all of it. */
export function pageIndex({ pages }: Plan): IndexedPage[] {
  return pages.filter(({ kind }) => !OF_ALL.has(kind)).map(indexed);
}

/** The kinds of pages about all of an API. */
const OF_ALL: ReadonlySet<string> = new Set(['info', 'schemaList', 'changelog', 'release']);

function indexed({ kind, id, title, name, operation }: PlannedPage): IndexedPage {
  const operationId = operation?.operationId;
  return {
    kind,
    id,
    title,
    ...(name && { name }),
    ...(typeof operationId === 'string' && { name: operationId }),
  };
}
