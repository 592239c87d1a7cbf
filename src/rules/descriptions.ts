import { asArray, asString, isObject } from '../json/guards.ts';
import { isShownAsWritten, markdownLinks } from '../model/description/markdown.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import { nearest, nearestBudget } from '../problems/nearest.ts';
import { planPages } from '../slices/plan.ts';
import { TextLinks } from '../slices/text-links.ts';
import type { Finding, Rule } from './rule.ts';
import type { Survey } from './survey.ts';

export const emptyDescription: Rule = {
  id: 'empty-description',
  severity: 'hint',
  about: 'an operation or parameter without a description',
  find: ({ operations, all }) => [
    ...operations.flatMap(({ node, path, name }) => describe(node, path, name)),
    ...all('parameter')
      // Headers are in the same list, but have no `in`.
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
      suggestion: 'Describe its purpose in a sentence.',
    },
  ];
}

/** The kinds of objects whose description a page shows. */
const DESCRIBED: readonly ObjectKind[] = [
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
  about: 'a description that would take too long to format, so it is shown as plain text',
  find: (survey) =>
    describedIn(survey).flatMap(({ description, path }): Finding[] => {
      if (!isShownAsWritten(description)) return [];
      return [
        {
          path,
          message:
            'This description is too long, too deeply nested or too complex to be parsed as Markdown.',
          suggestion:
            'Split it, or use fewer nested lists, quotes, brackets and table cells. Until then, the page shows its source.',
        },
      ];
    }),
};

export const unknownTextLink: Rule = {
  id: 'unknown-text-link',
  severity: 'warning',
  about: 'a broken link in a description, so only its text is shown',
  find: (survey) => {
    const links = new TextLinks(survey.document, planPages(survey.document, '').plan);
    const budget = nearestBudget();
    return describedIn(survey).flatMap(({ description, path }) =>
      markdownLinks(description)
        .filter((href) => links.targetOf(href) === undefined)
        .map((href): Finding => {
          const isName = href.startsWith('#');
          const near = isName ? nearest(href, links.candidates(href), budget) : undefined;
          const fix = isName ? NAMES : ADDRESSES;
          return {
            path,
            part: { text: href },
            message: `The link to "${href}" is broken: ${isName ? 'the document has nothing with this name' : 'this site has no such file'}.`,
            suggestion: near === undefined ? fix : `Did you mean "${near}"?`,
          };
        }),
    );
  },
};

const NAMES =
  'Use a part of the document, such as #operation/getUser, #tag/Users, #/components/schemas/User or #section/Errors.';
const ADDRESSES =
  'Write the full URL (https://...), or the path from the root of the site (/guides/...).';

interface Described {
  readonly description: string;
  readonly path: readonly string[];
}

/** All descriptions that pages show, with their paths. */
function describedIn({ document, all }: Survey): Described[] {
  const list = (name: 'tags' | 'servers') =>
    asArray(document[name]).map((node, index) => ({ node, path: [name, String(index)] }));
  return [
    { node: document.info as unknown, path: ['info'] },
    ...list('tags'),
    ...list('servers'),
    ...DESCRIBED.flatMap((kind) => [...all(kind)]),
  ].flatMap(({ node, path }) => {
    const description = isObject(node) ? asString(node.description) : undefined;
    return description === undefined ? [] : [{ description, path: [...path, 'description'] }];
  });
}
