import { cached } from '../json/cached.ts';
import { asArray, asString, own, stringsOf } from '../json/guards.ts';
import { didYouMean, nearest, nearestBudget } from '../problems/nearest.ts';
import type { Rule } from './rule.ts';

/**
 * OpenAPI 3.1 section 4.8.1 `tags`: tags need not be declared, but only a declared one has a description.
 */
export const undeclaredTag: Rule = {
  id: 'undeclared-tag',
  severity: 'hint',
  about: "a tag of operations that is not declared in the document's tags",
  *find({ document, operations }) {
    const declared = asArray(document.tags).flatMap((tag) => asString(own(tag, 'name')) ?? []);
    const isDeclared = new Set(declared);
    const budget = nearestBudget();
    const uses = new Map<string, { path: string[]; count: number }>();
    for (const { node, path } of operations) {
      for (const [index, tag] of asArray(node.tags).entries()) {
        if (typeof tag !== 'string' || isDeclared.has(tag)) continue;
        const first = { path: [...path, 'tags', String(index)], count: 0 };
        cached(uses, tag, () => first).count += 1;
      }
    }
    for (const [tag, { path, count }] of uses) {
      const near = nearest(tag, declared, budget);
      yield {
        path,
        part: 'value',
        message: `The tag "${tag}" of ${count === 1 ? 'this operation' : `${count} operations`} is not declared.`,
        suggestion:
          near === undefined
            ? `Add { name: ${tag}, description: ... } to the document's tags.`
            : `Did you mean "${near}"? Otherwise, add "${tag}" to the document's tags.`,
      };
    }
  },
};

/** `x-tagGroups`: a name that is not a tag shows nothing, and is usually a typo. */
export const unknownGroupTag: Rule = {
  id: 'unknown-group-tag',
  severity: 'warning',
  about: 'a name in x-tagGroups that is not a tag',
  *find({ document, operations }) {
    const declared = asArray(document.tags).flatMap((tag) => asString(own(tag, 'name')) ?? []);
    const used = operations.flatMap(({ node }) => stringsOf(node.tags));
    const tags = new Set([...declared, ...used]);
    const budget = nearestBudget();
    for (const [at, group] of asArray(document['x-tagGroups']).entries()) {
      for (const [index, tag] of asArray(own(group, 'tags')).entries()) {
        if (typeof tag !== 'string' || tags.has(tag)) continue;
        const otherwise = 'Remove it, or use the name exactly as in the operations.';
        yield {
          path: ['x-tagGroups', String(at), 'tags', String(index)],
          part: 'value',
          message: `This group lists "${tag}", but there is no tag with that name.`,
          suggestion: didYouMean(tag, tags, budget, otherwise),
        };
      }
    }
  },
};
