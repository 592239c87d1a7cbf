import { entriesOf, isObject } from '../../json/guards.ts';
import { fromEntriesInOrder } from '../../json/key-order.ts';
import type { Json } from '../../openapi/types.ts';
import {
  type AppliedContext,
  appliedSchemas,
  itemSchema,
  memberSchema,
} from '../schema/applied.ts';
import { isLeftOut } from '../schema/left-out.ts';
import type { Direction } from '../schema/schema.ts';

/**
 * The part of an example that is sent in this direction. An example of a schema serves both directions, so
 * its read-only members are not part of a request, nor its write-only ones of a response (OpenAPI 3.1 section
 * 4.8.24, JSON Schema 2020-12 validation section 9.4).
 */
export function cutTo(
  direction: Direction,
  value: Json,
  schema: unknown,
  context: AppliedContext,
): Json {
  const isContainer = isObject(value) || Array.isArray(value);
  if (direction === 'both' || !isContainer) return value;
  const schemas = appliedSchemas(value, schema, context);
  if (schemas.length === 0) return value;
  if (!isObject(value))
    return (value as readonly Json[]).map((item, index) =>
      cutTo(direction, item, itemSchema(index, schemas), context),
    );
  const reading = { lookUp: context.lookUp, direction };
  const members = entriesOf(value).flatMap(([name, member]) => {
    const own = memberSchema(name, schemas, context);
    return isLeftOut(own, reading)
      ? []
      : [[name, cutTo(direction, member as Json, own, context)] as const];
  });
  return fromEntriesInOrder(members) as Json;
}
