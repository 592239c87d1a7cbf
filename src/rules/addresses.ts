import { parsePointer } from '../openapi/pointer.ts';
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

function subjectOf({ kind, method, path, name, title }: PlannedPage): string {
  return method === undefined
    ? `the ${kind} "${name ?? title}"`
    : `${kind === 'webhook' ? 'the webhook ' : ''}${method.toUpperCase()} ${path}`;
}
