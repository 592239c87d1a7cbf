import { isObject, type JsonObject } from '../json/guards.ts';
import type { Problem } from '../problems/problem.ts';
import type { Origins } from './origin.ts';
import { eachObject, type Kind } from './walk.ts';

/** The keywords of examples: the place where authors mean a reference and OpenAPI knows none. */
const EXAMPLES: Partial<Readonly<Record<Kind, readonly string[]>>> = {
  parameter: ['example'],
  mediaType: ['example'],
  schema: ['example', 'default'],
  example: ['value', 'dataValue'],
};

/** What looks like a reference to a part of the document, or to a file of it. */
function looksLikeRef(value: unknown): value is { $ref: string } {
  return (
    isObject(value) &&
    Object.keys(value).length === 1 &&
    typeof value.$ref === 'string' &&
    /^#\/|\.(?:ya?ml|json)(?:#|$)/i.test(value.$ref)
  );
}

/** Warnings for examples that are nothing but a `$ref`: it is data there (OpenAPI 3.1 section 4.8.23). */
export function dataRefs(root: JsonObject, origins: Origins): Problem[] {
  const problems: Problem[] = [];
  eachObject(root, 'document', (node, kind, path) => {
    for (const keyword of EXAMPLES[kind] ?? []) {
      const value = Object.hasOwn(node, keyword) ? node[keyword] : undefined;
      if (!looksLikeRef(value)) continue;
      const origin = origins.at(root, [...path, keyword, '$ref']);
      const details = {
        rule: 'ref-in-example',
        severity: 'warning',
        message: `The $ref "${value.$ref}" is in "${keyword}", where it is part of the value: pages show it as written.`,
        suggestion:
          'Write the value itself. An entry of "examples" can itself be a $ref, or refer to a file with "externalValue".',
      } as const;
      if (origin) problems.push(origin.file.problem(details, origin.path, 'value'));
    }
  });
  return problems;
}
