import { entriesOf, isObject, type JsonObject } from '../json/guards.ts';
import { METHODS } from './methods.ts';

/** An operation of a path item. */
interface ItemOperation {
  /** As in the document: those of `additionalOperations` may have any case. */
  readonly method: string;
  readonly operation: JsonObject;
  /** Its path in the item. */
  readonly at: readonly string[];
}

/** The operations of a path item, in document order; OpenAPI 3.1 section 4.8.9 and 3.2 section 4.9. */
export function operationsOf(item: unknown): ItemOperation[] {
  return entriesOf(item).flatMap(([key, value]) => {
    if (key === 'additionalOperations')
      return entriesOf(value).flatMap(([method, operation]) =>
        isObject(operation) ? [{ method, operation, at: [key, method] }] : [],
      );
    const isMethod = (METHODS as readonly string[]).includes(key);
    return isMethod && isObject(value) ? [{ method: key, operation: value, at: [key] }] : [];
  });
}
