import { asArray, asString, entriesOf, isObject, own } from '../json/guards.ts';
import { jsonText } from '../json/text.ts';
import { REPLACEMENTS } from '../openapi/deprecation.ts';
import { operationsOf } from '../openapi/operations.ts';
import type { Operation, PathItem } from '../openapi/types.ts';
import type { References } from './reach.ts';

/** The parameters of an operation, with references resolved: its own in place of those of its path (OpenAPI 3.1 section 4.8.9). */
export function parametersOf(
  operation: Operation | undefined,
  item: PathItem | undefined,
  references: References,
): Record<string, unknown>[] {
  const parameters = [item?.parameters, operation?.parameters]
    .flatMap((list: unknown) => asArray(list))
    .map((parameter) => references.resolve(parameter));
  return [...new Map(parameters.map((one) => [jsonText([one.in, one.name]), one])).values()];
}

/** Names of the schemes in a list of security requirements. */
export function requirementNames(security: unknown): string[] {
  return Array.isArray(security) ? security.filter(isObject).flatMap(Object.keys) : [];
}

/** The links of an operation's responses, with references resolved; OpenAPI 3.1 section 4.8.20. */
export function linksOf(
  { responses }: Operation,
  references: References,
): Record<string, unknown>[] {
  return entriesOf(responses).flatMap(([, response]) =>
    entriesOf(references.resolve(response).links).map(([, link]) => references.resolve(link)),
  );
}

/** What replaces a deprecated operation, as the document names it. */
export function replacementsOf(operation: Operation): string[] {
  if (operation.deprecated !== true) return [];
  return REPLACEMENTS.flatMap((name) => asString(own(operation, name)) ?? []);
}

/** Deeper nesting of callbacks is ignored. */
const MAX_CALLBACKS = 10;

/**
 * The operations of an operation's callbacks, including nested ones, with references resolved (OpenAPI 3.1
 * section 4.8.18).
 */
export function callbackOperationsOf(
  { callbacks }: Operation,
  references: References,
  depth = 0,
): Operation[] {
  if (depth === MAX_CALLBACKS) return [];
  const items = entriesOf(callbacks).flatMap(([, callback]) =>
    entriesOf(references.resolve(callback)).map(([, item]) => references.resolve(item)),
  );
  return items
    .flatMap((item) => operationsOf(item))
    .flatMap(({ operation }) => [
      operation as Operation,
      ...callbackOperationsOf(operation as Operation, references, depth + 1),
    ]);
}
