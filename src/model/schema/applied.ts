import { asArray, entriesOf, isObject, type JsonObject, own } from '../../json/guards.ts';
import type { ModelContext } from '../page/context.ts';
import { discriminatorValues } from './discriminator.ts';
import type { FlatSchema } from './flatten.ts';
import { matchesPattern } from './pattern.ts';
import { isValid } from './schema-check.ts';

/** What looking up schemas for a value needs from a page's context. */
export type AppliedContext = Pick<ModelContext, 'lookUp' | 'flatten' | 'budget'>;

/** Guards the call stack against nested choices. */
const MAX_LEVELS = 20;

/**
 * The schemas, without `$ref` and `allOf`, that apply to a value: the schema itself, what cannot be merged
 * with it, and those of its `oneOf` and `anyOf` that the value is valid against, or that its discriminator
 * selects (JSON Schema 2020-12 core section 10.2, OpenAPI 3.1 section 4.8.25).
 */
export function appliedSchemas(
  value: unknown,
  schema: unknown,
  context: AppliedContext,
  level = 0,
): JsonObject[] {
  if (!isObject(schema) || level > MAX_LEVELS || !context.budget.spend()) return [];
  const flat: FlatSchema = context.flatten(schema);
  const more = [...flat.rest, ...chosen(value, flat.schema, context)];
  return [
    flat.schema,
    ...more.flatMap((other) => appliedSchemas(value, other, context, level + 1)),
  ];
}

function chosen(value: unknown, schema: JsonObject, context: AppliedContext): unknown[] {
  const options = [...asArray(schema.oneOf), ...asArray(schema.anyOf)];
  const { discriminator } = schema;
  const tag = own(value, String(own(discriminator, 'propertyName')));
  const named = options.filter(
    (option) =>
      typeof tag === 'string' && discriminatorValues(option, discriminator, context).includes(tag),
  );
  if (named.length > 0) return named;
  const reading = { lookUp: context.lookUp, direction: 'both', budget: context.budget } as const;
  return options.filter((option) => isValid(value, option, reading));
}

/** The schema of a member of an object, from all that apply to the object; undefined if there is none. */
export function memberSchema(
  name: string,
  schemas: readonly JsonObject[],
  { budget }: AppliedContext,
): unknown {
  const isMatch = (pattern: string) =>
    matchesPattern(name, pattern, (steps) => budget.spend(steps)) === true;
  return together(
    schemas.flatMap(({ properties, patternProperties, additionalProperties }) => {
      const declared = own(properties, name);
      const matching = entriesOf(patternProperties).filter(([pattern]) => isMatch(pattern));
      const found = [
        ...(declared === undefined ? [] : [declared]),
        ...matching.map(([, one]) => one),
      ];
      return found.length > 0 ? found : [additionalProperties];
    }),
  );
}

/** The same for an item of a list. */
export function itemSchema(index: number, schemas: readonly JsonObject[]): unknown {
  return together(
    schemas.map(({ prefixItems, items }) => {
      const prefix = asArray(prefixItems);
      return index < prefix.length ? prefix[index] : items;
    }),
  );
}

function together(schemas: readonly unknown[]): unknown {
  const known = [...new Set(schemas.filter(isObject))];
  return known.length > 1 ? { allOf: known } : known[0];
}
