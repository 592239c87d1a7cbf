import { asString, entriesOf, own } from '../json/guards.ts';
import { pointerSegments } from '../model/schema/ref.ts';
import { VALUES_FROM } from '../openapi/key-type.ts';
import { didYouMean, nearestBudget } from '../problems/nearest.ts';
import type { Rule } from './rule.ts';
import type { Survey } from './survey.ts';

/** OpenAPI 3.1 section 4.8.20: a link names an operation by `operationId` or `operationRef`; so does `x-values-from`. */
export const unknownLinkTarget: Rule = {
  id: 'unknown-link-target',
  severity: 'warning',
  about: 'a link to an operation that does not exist',
  *find(survey) {
    const ids = new Set(survey.operations.flatMap(({ node }) => asString(node.operationId) ?? []));
    const budget = nearestBudget();
    for (const { node, path } of survey.all('link')) {
      const { operationId, operationRef } = node;
      if (typeof operationId === 'string' && !ids.has(operationId)) {
        const otherwise = 'Use the operationId of an operation in this document.';
        yield {
          path: [...path, 'operationId'],
          part: 'value',
          message: `The link is broken: no operation has the operationId "${operationId}".`,
          suggestion: didYouMean(operationId, ids, budget, otherwise),
        };
      } else if (typeof operationRef === 'string' && isBroken(operationRef, survey))
        yield {
          path: [...path, 'operationRef'],
          part: 'value',
          message: `The link is broken: there is nothing at "${operationRef}".`,
          suggestion:
            'Point to an operation, for example #/paths/~1users~1{id}/get, or use its operationId.',
        };
    }
    for (const { node, path } of survey.all('schema')) {
      const source = node[VALUES_FROM];
      if (typeof source !== 'string' || ids.has(source)) continue;
      const otherwise = 'Use the operationId of the operation that lists the values.';
      yield {
        path: [...path, VALUES_FROM],
        part: 'value',
        message: `The link to the values is broken: no operation has the operationId "${source}".`,
        suggestion: didYouMean(source, ids, budget, otherwise),
      };
    }
  },
};

/** OpenAPI 3.1 section 4.8.25: a mapping's values are references or names of schema components. */
export const unknownMappingTarget: Rule = {
  id: 'unknown-mapping-target',
  severity: 'warning',
  about: 'a discriminator mapping to a schema that does not exist',
  *find(survey) {
    const names = new Set(entriesOf(survey.document.components?.schemas).map(([name]) => name));
    const budget = nearestBudget();
    for (const { node, path } of survey.all('schema')) {
      for (const [value, target] of entriesOf(own(node.discriminator, 'mapping'))) {
        if (typeof target !== 'string' || names.has(target)) continue;
        // Anything that is neither a component name nor a path in the document is a URL.
        const isLocal = target.startsWith('#') || !/[/.:#]/.test(target);
        if (isLocal ? !isBroken(target, survey) : !isFile(target)) continue;
        const name = target.split('/').at(-1) ?? target;
        const otherwise = 'Use a schema of components.schemas.';
        yield {
          path: [...path, 'discriminator', 'mapping', value],
          part: 'value',
          message: `The discriminator value "${value}" is mapped to a schema that does not exist: "${target}".`,
          suggestion: didYouMean(name, names, budget, otherwise, '#/components/schemas/'),
        };
      }
    }
  },
};

/** Whether a reference into this document is broken; references to elsewhere are not judged. */
function isBroken(ref: string, { lookUp }: Survey): boolean {
  if (pointerSegments(ref) === undefined && ref.includes('/')) return false;
  return lookUp(ref) === undefined;
}

/** The bundler has inlined files, so a file name that is left was not found. */
function isFile(target: string): boolean {
  return /\.(ya?ml|json)(#|$)/.test(target) && !/^[a-z][a-z0-9+.-]+:/i.test(target);
}
