import { asArray, asObject, entriesOf, own } from '../json/guards.ts';
import { didYouMean, nearestBudget } from '../problems/nearest.ts';
import type { Rule } from './rule.ts';

/** OpenAPI 3.1 section 4.8.30: a requirement names security schemes of the components. */
export const unknownSecurityScheme: Rule = {
  id: 'unknown-security-scheme',
  severity: 'warning',
  about: 'a security requirement whose security scheme does not exist',
  *find({ document, operations }) {
    const schemes = own(document.components, 'securitySchemes');
    const names = entriesOf(schemes).map(([scheme]) => scheme);
    const budget = nearestBudget();
    for (const { node, path } of [{ node: document, path: [] }, ...operations]) {
      for (const [index, requirement] of asArray(node.security).entries()) {
        for (const name of Object.keys(asObject(requirement))) {
          // OpenAPI 3.2 also allows the URI of a scheme.
          if (own(schemes, name) !== undefined || /[/#:]/.test(name)) continue;
          yield {
            path: [...path, 'security', String(index), name],
            message: `There is no security scheme "${name}".`,
            suggestion: didYouMean(name, names, budget, addition(name, names)),
          };
        }
      }
    }
  },
};

/** Names that are listed at most. */
const LISTED = 20;

function addition(name: string, names: readonly string[]): string {
  const listed = names.slice(0, LISTED).map((scheme) => `"${scheme}"`);
  return names.length > 0
    ? `Use one of ${listed.join(', ')}${names.length > LISTED ? ', ...' : ''}, or add "${name}" to components.securitySchemes.`
    : `Add "${name}" to components.securitySchemes.`;
}
