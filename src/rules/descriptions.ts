import type { Kind } from '../document/walk.ts';
import { asArray, asString, isObject } from '../model/guards.ts';
import { isShownAsWritten } from '../model/markdown.ts';
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

/** The kinds of objects whose description a page shows. */
const DESCRIBED: readonly Kind[] = [
  'pathItem',
  'operation',
  'parameter',
  'requestBody',
  'response',
  'link',
  'example',
  'securityScheme',
  'schema',
];

export const unformattedDescription: Rule = {
  id: 'unformatted-description',
  severity: 'warning',
  about: 'a description that would take too long to format, so that it is shown as written',
  find: ({ document, all }) =>
    [
      { node: document.info, path: ['info'] },
      ...asArray(document.tags).map((node, index) => ({ node, path: ['tags', String(index)] })),
      ...DESCRIBED.flatMap((kind) => [...all(kind)]),
    ].flatMap(({ node, path }): Finding[] => {
      const description = isObject(node) ? asString(node.description) : undefined;
      if (description === undefined || !isShownAsWritten(description)) return [];
      return [
        {
          path: [...path, 'description'],
          message:
            'This description is too long, too deep or too intricate to be read as Markdown.',
          suggestion:
            'Divide it, or write with fewer nested lists, quotes, brackets and table cells; until then the page shows its source.',
        },
      ];
    }),
};
