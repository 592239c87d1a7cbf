import { inline, type JsonObject } from '../../json/guards.ts';

/**
 * Room for the schemas of a page, in bytes after compression: with everything around them, a page then stays below
 * 60 KB. Beyond that, named schemas are linked; those without a name get one, see `slices/parts.ts`.
 */
export const SCHEMA_ROOM = 32_000;

/** Name, type and marks of a field; measured on real documents. */
const FIELD = 32;
/** Of each character of a text. */
const TEXT = 0.3;
/** Facts that can be long. */
const LONG = ['description', 'enum', 'const', 'default', 'example', 'examples', 'pattern'];

/** About how many bytes a schema takes on a page, without the schemas in it. */
export function sizeOf(schema: JsonObject): number {
  const texts = LONG.reduce((sum, fact) => sum + inline(schema[fact]).length, 0);
  return Math.ceil(FIELD + TEXT * texts);
}
