import { pageName } from '../address/address.ts';
import type { Document, PathItem } from '../openapi/types.ts';
import type { Plan, PlannedPage } from '../slices/plan.ts';

/**
 * The small document for upstream: paths, methods, tags and schema names, and nothing else. Upstream
 * dereferences its input, and pastes text into its output; an outline has neither references nor text, just
 * the page ids of our plan wherever upstream expects a name.
 *
 * Upstream converts each name to a kebab-case id, which leaves page ids unchanged.
 */
export function buildOutline(plan: Plan): Document {
  const idOfTag = new Map(
    plan.pages.flatMap((page) => (page.kind === 'tag' ? [[page.name, page.id]] : [])),
  );
  const tagIds = (names: readonly string[]): string[] =>
    names.flatMap((name) => idOfTag.get(name) ?? []);
  const operationPages = plan.pages.filter((page) => page.operation !== undefined);
  const info = plan.pages.find((page) => page.kind === 'info');
  return {
    openapi: '3.0.3',
    // Without a title, there is no info page.
    info: { title: info?.id ?? '', version: '0' },
    tags: [...idOfTag.values()].map((name) => ({ name: name ?? '' })),
    ...(plan.tagGroups.length > 0 && {
      'x-tagGroups': plan.tagGroups.map((group, at) => ({
        name: `${at}`,
        tags: tagIds(group.tags),
      })),
    }),
    paths: Object.fromEntries(
      operationPages.map((page) => [outlinePath(page), outlineItem(page, tagIds)]),
    ),
    components: {
      schemas: Object.fromEntries(
        plan.pages
          .filter(({ kind }) => kind === 'schema')
          .map(({ id }) => [pageName(id), { title: pageName(id), type: 'object' as const }]),
      ),
    },
  };
}

/** A separate path for each operation: upstream knows fewer methods than OpenAPI has. */
function outlinePath(page: PlannedPage): string {
  return `/${page.id}`;
}

function outlineItem(page: PlannedPage, tagIds: (names: readonly string[]) => string[]): PathItem {
  return {
    get: {
      operationId: page.id,
      summary: page.id,
      tags: tagIds(page.tags),
      responses: { default: { description: '' } },
    },
  };
}
