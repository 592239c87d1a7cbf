import type { ModelContext } from './context.ts';
import { asObject, type JsonObject, own } from './guards.ts';
import type { Constraint } from './schema.ts';
import { valueText } from './value-text.ts';

/**
 * The specification extensions of an object (OpenAPI 3.1 section 4.9) that are asked for with
 * `extensions` in `openapi/apis.ts`, as facts; none by default.
 */
export function extensionsOf(holder: unknown, { page }: ModelContext): Required<Constraint>[] {
  return (page.extensions ?? []).flatMap((name) => extension(name, own(holder, name)));
}

/** All extensions of a schema but those that are shown in their own way. */
export function schemaExtensions(
  schema: JsonObject,
  known: ReadonlySet<string>,
): Required<Constraint>[] {
  return Object.entries(asObject(schema)).flatMap(([name, value]) =>
    name.startsWith('x-') && !known.has(name) ? extension(name, value) : [],
  );
}

function extension(name: string, value: unknown): Required<Constraint>[] {
  return value === undefined ? [] : [{ label: name, value: valueText(value) }];
}
