import type { Plan, PlannedPage } from '../slices/plan.ts';
import type { IndexedPage } from './layout.ts';

/** What guides can name, and where it stands: all pages of an API but its first one. */
export function pageIndex({ pages }: Plan): IndexedPage[] {
  return pages.filter(({ kind }) => kind !== 'info').map(indexed);
}

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
