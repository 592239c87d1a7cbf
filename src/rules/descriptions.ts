import { asArray, asString, isObject } from '../json/guards.ts';
import { isShownAsWritten, markdownLinks } from '../model/description/markdown.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import { didYouMean, nearestBudget } from '../problems/nearest.ts';
import { planPages } from '../slices/plan.ts';
import { TextLinks } from '../slices/text-links.ts';
import type { Rule } from './rule.ts';
import type { Survey } from './survey.ts';

export const emptyDescription: Rule = {
  id: 'empty-description',
  severity: 'hint',
  about: 'an operation or parameter without a description',
  *find({ operations, all }) {
    // Headers are in the same list, but have no `in`.
    const parameters = all('parameter')
      .filter(({ node }) => typeof node.in === 'string' && node.$ref === undefined)
      .map(({ node, path }) => ({ node, path, name: `The ${node.in} parameter "${node.name}"` }));
    for (const { node, path, name } of [...operations, ...parameters]) {
      if (asString(node.description)) continue;
      const isThere = node.description !== undefined;
      yield {
        path: isThere ? [...path, 'description'] : path,
        message: `${name} has ${isThere ? 'an empty' : 'no'} description.`,
        suggestion: 'Describe its purpose in a sentence.',
      };
    }
  },
};

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
  *find(survey) {
    for (const { description, path } of describedIn(survey)) {
      if (!isShownAsWritten(description)) continue;
      yield {
        path,
        message:
          'This description is too long, too deeply nested or too complex to be parsed as Markdown.',
        suggestion:
          'Split it, or use fewer nested lists, quotes, brackets and table cells. Until then, the page shows its source.',
      };
    }
  },
};

export const unknownTextLink: Rule = {
  id: 'unknown-text-link',
  severity: 'warning',
  about: 'a broken link in a description, so only its text is shown',
  *find(survey) {
    const links = new TextLinks(survey.document, planPages(survey.document, '').plan);
    const budget = nearestBudget();
    for (const { description, path } of describedIn(survey)) {
      for (const href of markdownLinks(description)) {
        if (links.targetOf(href) !== undefined) continue;
        const isName = href.startsWith('#');
        yield {
          path,
          part: { text: href },
          message: `The link to "${href}" is broken: ${isName ? 'the document has nothing with this name' : 'this site has no such file'}.`,
          suggestion: isName ? didYouMean(href, links.candidates(href), budget, NAMES) : ADDRESSES,
        };
      }
    }
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
