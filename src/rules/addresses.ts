import { parsePointer } from '../openapi/pointer.ts';
import { comparable } from '../slices/distinct-ids.ts';
import { identityOf, type PlannedPage, planPages } from '../slices/plan.ts';
import type { Rule } from './rule.ts';

/** Readers keep URLs. A change deserves a look even if the old URL redirects. */
export const movedAddress: Rule = {
  id: 'moved-address',
  severity: 'warning',
  about: 'a page whose URL has changed since it was last generated',
  *find({ document, lastIds }) {
    if (lastIds.size === 0) return;
    for (const page of planPages(document, '').plan.pages) {
      const last = lastIds.get(identityOf(page));
      if (last === undefined || last === page.id) continue;
      yield {
        path: parsePointer(page.pointer),
        message: `The page of ${subjectOf(page)} has moved from "${last}" to "${page.id}".`,
        suggestion:
          'Keep the old name if links to the page must not change. The old URL redirects to the new one as long as .reference/addresses is kept.',
      };
    }
  },
};

/** Bookmarks and links of other sites to these pages break. */
export const lostAddress: Rule = {
  id: 'lost-address',
  severity: 'warning',
  about: 'a page of the last run whose URL leads nowhere now',
  *find({ document, lastIds, answeredIds }) {
    if (lastIds.size === 0) return;
    const { pages } = planPages(document, '').plan;
    const kept = new Set(pages.map(identityOf));
    const taken = new Set(pages.map(({ id }) => comparable(id)));
    for (const [identity, id] of lastIds) {
      const subject = subjectIn(identity);
      if (kept.has(identity) || taken.has(comparable(id)) || subject === undefined) continue;
      if (answeredIds.has(id)) continue;
      yield {
        path: [],
        message: `The page "${id}" is gone, and links to it lead nowhere: the document no longer has ${subject}.`,
        suggestion:
          'If it only has another path or name, keep its operationId, tag or title. Otherwise, add the version to the history of the API: its URL then leads to what replaces it, or says when it was removed.',
      };
    }
  },
};

/** What the page of an identity was about; undefined for pages of ours. */
function subjectIn(identity: string): string | undefined {
  if (identity.startsWith('tag ')) return `the tag "${identity.slice('tag '.length)}"`;
  const [root, one = '', two = '', three] = parsePointer(identity);
  if (root === 'components' && one === 'schemas' && two !== '') return `the schema "${two}"`;
  if (root !== 'paths' && root !== 'webhooks') return undefined;
  const operation = `${(three ?? two).toUpperCase()} ${one}`;
  return root === 'webhooks' ? `the webhook ${operation}` : operation;
}

function subjectOf({ kind, method, path, name, title }: PlannedPage): string {
  return method === undefined
    ? `the ${kind} "${name ?? title}"`
    : `${kind === 'webhook' ? 'the webhook ' : ''}${method.toUpperCase()} ${path}`;
}
