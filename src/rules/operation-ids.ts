import { asString } from '../json/guards.ts';
import { parsePointer } from '../openapi/pointer.ts';
import { planPages } from '../slices/plan.ts';
import type { Rule } from './rule.ts';
import type { LocatedOperation, Survey } from './survey.ts';

/** OpenAPI 3.1 section 4.8.10: an operationId is unique among all operations, case included. */
export const duplicateOperationId: Rule = {
  id: 'duplicate-operation-id',
  severity: 'warning',
  about: 'an operationId shared by several operations',
  find: (survey) =>
    withEarlier(survey, (id) => id).map(({ operation, id, earlier }) => ({
      path: [...operation.path, 'operationId'],
      part: 'value',
      message: `The operationId "${id}" is already used by ${earlier.name}.`,
      suggestion:
        'Give each operation a unique operationId: links and generated clients rely on it.',
    })),
};

export const operationIdCase: Rule = {
  id: 'operation-id-case',
  severity: 'warning',
  about: 'operationIds that differ only in case',
  find: (survey) =>
    withEarlier(survey, (id) => id.toLowerCase())
      .filter(({ id, earlier }) => id !== idOf(earlier))
      .map(({ operation, id, earlier }) => ({
        path: [...operation.path, 'operationId'],
        part: 'value',
        message: `The operationId "${id}" differs from "${idOf(earlier)}" of ${earlier.name} only in case.`,
        suggestion: 'Rename one: URLs and many languages do not distinguish them.',
      })),
};

export const pageIdCollision: Rule = {
  id: 'page-id-collision',
  severity: 'warning',
  about: 'operations whose pages would have the same URL',
  *find(survey) {
    // If the ids are practically the same, the rules above report it.
    const key = (id: string) => id.toLowerCase();
    const reported = new Set(withEarlier(survey, key).map(({ id }) => key(id)));
    for (const { page, wanted } of planPages(survey.document, '').collisions) {
      const operationId = asString(page.operation?.operationId);
      if (operationId !== undefined && reported.has(key(operationId))) continue;
      const path = parsePointer(page.pointer);
      const [name, place] =
        operationId === undefined
          ? [`${page.method?.toUpperCase()} ${page.path}`, { path }]
          : [
              `the operationId "${operationId}"`,
              { path: [...path, 'operationId'], part: 'value' as const },
            ];
      yield {
        ...place,
        message: `The page id "${wanted}" of ${name} is already used by another operation, so its page is "${page.id}".`,
        suggestion:
          'Give the operation an operationId that differs from all others by more than case and punctuation.',
      };
    }
  },
};

interface Repeated {
  readonly operation: LocatedOperation;
  readonly id: string;
  readonly earlier: LocatedOperation;
}

/** Operations whose operationId, mapped to some key, equals that of an earlier one. */
function withEarlier({ operations }: Survey, keyOf: (id: string) => string): Repeated[] {
  const first = new Map<string, LocatedOperation>();
  return operations.flatMap((operation) => {
    const id = idOf(operation);
    if (id === undefined) return [];
    const earlier = first.get(keyOf(id));
    if (!earlier) first.set(keyOf(id), operation);
    return earlier ? [{ operation, id, earlier }] : [];
  });
}

function idOf({ node }: LocatedOperation): string | undefined {
  return asString(node.operationId);
}
