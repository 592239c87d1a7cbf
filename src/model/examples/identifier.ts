import type { JsonObject } from '../../json/guards.ts';
import { typeOf } from './sample-type.ts';
import type { SampleContext } from './sampling.ts';

/** How names of properties that refer to something end. */
const REFERS =
  /(?:^|[_-])(?:ids?|uuids?|guids?|pks?|refs?)$|[a-z](?:Ids?|IDs?|Uuids?|UUIDs?|Refs?)$/;

/**
 * Whether a value identifies something that has to exist, so that a generated one is wrong: a UUID, or a text or number
 * whose name says it; or a list of such.
 */
export function isIdentifier(
  name: string,
  schema: JsonObject,
  context: Pick<SampleContext, 'flatten'>,
): boolean {
  const isList = typeOf(schema) === 'array';
  const one = isList ? context.flatten(schema.items).schema : schema;
  if (one.enum !== undefined || one.const !== undefined) return false;
  const type = typeOf(one);
  if (type === 'string' && one.format === 'uuid') return true;
  return (type === 'string' || type === 'integer') && REFERS.test(name);
}
