import type { Operation } from '../document/openapi.ts';
import { entriesOf, isObject } from './guards.ts';
import type { References } from './reach.ts';

/** Names of the schemes in a list of security requirements. */
export function requirementNames(security: unknown): string[] {
  return Array.isArray(security) ? security.filter(isObject).flatMap(Object.keys) : [];
}

/** The links of an operation's responses, references followed; OpenAPI 3.1 section 4.8.20. */
export function linksOf(operation: Operation, references: References): Record<string, unknown>[] {
  return entriesOf(operation.responses).flatMap(([, response]) =>
    entriesOf(targetOf(response, references).links).map(([, link]) => targetOf(link, references)),
  );
}

/** An object, or the component that its `$ref` leads to; an empty one for anything else. */
export function targetOf(value: unknown, references: References): Record<string, unknown> {
  if (!isObject(value)) return {};
  const [unit] = typeof value.$ref === 'string' ? references.directOf({ $ref: value.$ref }) : [];
  const target = unit === undefined ? value : references.valueOf(unit);
  return isObject(target) ? target : {};
}
