import { asArray, entriesOf, isObject, own } from '../json/guards.ts';
import { type NearestBudget, nearest, nearestBudget } from '../problems/nearest.ts';
import type { Rule } from './rule.ts';

/** OpenAPI 3.1 section 4.8.30: a requirement names security schemes of the components. */
export const unknownSecurityScheme: Rule = {
  id: 'unknown-security-scheme',
  severity: 'warning',
  about: 'a security requirement whose security scheme does not exist',
  find: ({ document, operations }) => {
    const schemes = own(document.components, 'securitySchemes');
    const names = entriesOf(schemes).map(([scheme]) => scheme);
    const budget = nearestBudget();
    const holders = [{ node: document, path: [] }, ...operations];
    return holders.flatMap(({ node, path }) =>
      asArray(node.security).flatMap((requirement, index) =>
        (isObject(requirement) ? Object.keys(requirement) : [])
          // OpenAPI 3.2 also allows the URI of a scheme.
          .filter((name) => own(schemes, name) === undefined && !/[/#:]/.test(name))
          .map((name) => ({
            path: [...path, 'security', String(index), name],
            message: `There is no security scheme "${name}".`,
            suggestion: fixOf(name, names, budget),
          })),
      ),
    );
  },
};

/** Names that are listed at most. */
const LISTED = 20;

function fixOf(name: string, names: readonly string[], budget: NearestBudget): string {
  const near = nearest(name, names, budget);
  if (near !== undefined) return `Did you mean "${near}"?`;
  const listed = names.slice(0, LISTED).map((scheme) => `"${scheme}"`);
  return names.length > 0
    ? `Use one of ${listed.join(', ')}${names.length > LISTED ? ', ...' : ''}, or add "${name}" to components.securitySchemes.`
    : `Add "${name}" to components.securitySchemes.`;
}
