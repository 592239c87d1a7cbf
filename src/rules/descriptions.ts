import { asString } from '../model/guards.ts';
import type { Finding, Rule } from './rule.ts';

export const emptyDescription: Rule = {
  id: 'empty-description',
  severity: 'hint',
  about: 'an operation or parameter without a description',
  find: ({ operations, all }) => [
    ...operations.flatMap(({ node, path, name }) => describe(node, path, name)),
    ...all('parameter')
      // Headers are of the same kind, and have no `in`.
      .filter(({ node }) => typeof node.in === 'string' && node.$ref === undefined)
      .flatMap(({ node, path }) => describe(node, path, `The ${node.in} parameter "${node.name}"`)),
  ],
};

function describe(
  node: { readonly description?: unknown },
  path: readonly string[],
  name: string,
): Finding[] {
  if (asString(node.description)) return [];
  const isThere = node.description !== undefined;
  return [
    {
      path: isThere ? [...path, 'description'] : path,
      message: `${name} has ${isThere ? 'an empty' : 'no'} description.`,
      suggestion: 'Say in a sentence what it is for.',
    },
  ];
}
