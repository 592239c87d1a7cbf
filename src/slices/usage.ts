import { cached } from '../json/cached.ts';
import type { Document, Operation } from '../openapi/types.ts';
import { linkTo } from './page-link.ts';
import type { Plan } from './plan.ts';
import { type References, schemaNameOf } from './reach.ts';
import type { PageLink, Usage } from './slice.ts';

/** Who uses a schema: operations directly or indirectly, schemas directly. */
export interface SchemaUsage {
  readonly operations: readonly Usage[];
  readonly schemas: readonly PageLink[];
}

/** By the name of the schema. */
export type UsageIndex = ReadonlyMap<string, SchemaUsage>;

/** The users of each schema that has any. */
export function usageOf(document: Document, { pages }: Plan, references: References): UsageIndex {
  const index = new Map<string, { operations: Usage[]; schemas: PageLink[] }>();
  const usersOf = (name: string) => cached(index, name, () => ({ operations: [], schemas: [] }));
  const reached = (value: unknown): Set<string> =>
    new Set(
      [...references.reach(references.directOf(value))].flatMap((unit) => schemaNameOf(unit) ?? []),
    );
  for (const page of pages) {
    if (page.operation) {
      const { responses, parameters, requestBody, callbacks }: Operation = page.operation;
      const response = reached(responses);
      const request = reached([parameters, requestBody, callbacks, page.item?.parameters]);
      const link = linkTo(page);
      for (const name of new Set([...request, ...response]))
        usersOf(name).operations.push({
          ...link,
          request: request.has(name),
          response: response.has(name),
        });
    }
    if (page.kind === 'schema' && page.name) {
      for (const unit of references.directOf(document.components?.schemas?.[page.name])) {
        const used = schemaNameOf(unit);
        if (used !== undefined && used !== page.name)
          usersOf(used).schemas.push({ id: page.id, title: page.title });
      }
    }
  }
  return index;
}
