import { isObject, type JsonObject } from '../json/guards.ts';
import { fieldsOf } from '../openapi/fields.ts';
import { eachObject } from '../openapi/walk.ts';
import type { Problem } from '../problems/problem.ts';
import type { Origins } from './origin.ts';

/** Something that looks like a reference to a part of the document, or to a file. */
function looksLikeRef(value: unknown): value is { $ref: string } {
  return (
    isObject(value) &&
    Object.keys(value).length === 1 &&
    typeof value.$ref === 'string' &&
    /^#\/|\.(?:ya?ml|json)(?:#|$)/i.test(value.$ref)
  );
}

/**
 * Warnings for examples, and other data, that are just a `$ref`: authors mean a reference, but OpenAPI has
 * none there (3.1 section 4.8.23).
 */
export function dataRefs(root: JsonObject, origins: Origins): Problem[] {
  const problems: Problem[] = [];
  eachObject(root, 'document', (node, kind, path) => {
    for (const [keyword, field] of fieldsOf(kind)) {
      if (field.kind !== 'data') continue;
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
