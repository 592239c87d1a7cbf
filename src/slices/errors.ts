import { compareTexts } from '../json/alphabet.ts';
import { entriesOf } from '../json/guards.ts';
import { bodySchemas } from './body-schemas.ts';
import type { PlannedPage } from './plan.ts';
import type { References } from './reach.ts';
import type { ErrorUse } from './slice.ts';

/** Statuses of failed requests; `default` is any other one (OpenAPI 3.1 section 4.8.16). */
const ERROR = /^[45]|^default$/;

/** Named schemas that describe errors, by status, and how many operations return each. */
export function errorsOf(
  operations: readonly PlannedPage[],
  references: References,
): readonly ErrorUse[] {
  const uses = new Map<string, ErrorUse>();
  for (const { operation } of operations) {
    for (const [status, response] of entriesOf(operation?.responses)) {
      if (!ERROR.test(status)) continue;
      for (const schema of bodySchemas(response, references)) {
        const key = `${status} ${schema}`;
        uses.set(key, { status, schema, operations: (uses.get(key)?.operations ?? 0) + 1 });
      }
    }
  }
  return [...uses.values()].sort(
    (a, b) =>
      compareTexts(a.status, b.status) ||
      b.operations - a.operations ||
      compareTexts(a.schema, b.schema),
  );
}
