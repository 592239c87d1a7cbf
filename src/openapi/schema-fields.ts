import { fieldsIn } from './field.ts';
import { SCHEMA_KEYWORDS } from './schema-keywords.ts';

/** What the keywords of a schema contain. */
export const SCHEMA_FIELDS = fieldsIn(SCHEMA_KEYWORDS);
