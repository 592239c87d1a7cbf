import { asArray, entriesOf, isObject, own } from '../model/guards.ts';
import { nearest } from '../problems/nearest.ts';
import type { Rule } from './rule.ts';

/** OpenAPI 3.1 section 4.8.30: a requirement names schemes of the components. */
export const unknownSecurityScheme: Rule = {
  id: 'unknown-security-scheme',
  severity: 'warning',
  about: 'a security requirement that names no security scheme',
  find: ({ document, operations }) => {
    const schemes = own(document.components, 'securitySchemes');
    const holders = [{ node: document, path: [] }, ...operations];
    return holders.flatMap(({ node, path }) =>
      asArray(node.security).flatMap((requirement, index) =>
        (isObject(requirement) ? Object.keys(requirement) : [])
          // OpenAPI 3.2 allows the URI of a scheme in the place of its name.
          .filter((name) => own(schemes, name) === undefined && !/[/#:]/.test(name))
          .map((name) => ({
            path: [...path, 'security', String(index), name],
            message: `There is no security scheme "${name}".`,
            suggestion: fixOf(name, schemes),
          })),
      ),
    );
  },
};

function fixOf(name: string, schemes: unknown): string {
  const names = entriesOf(schemes).map(([scheme]) => scheme);
  const near = nearest(name, names);
  if (near !== undefined) return `Did you mean "${near}"?`;
  return names.length > 0
    ? `Name one of ${names.map((scheme) => `"${scheme}"`).join(', ')}, or add "${name}" to components.securitySchemes.`
    : `Add "${name}" to components.securitySchemes.`;
}
