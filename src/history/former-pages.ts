import type { Change } from '../changes/change.ts';
import { parseOperationKey } from '../changes/change.ts';
import { asString, defined, own } from '../json/guards.ts';
import { REPLACEMENTS } from '../openapi/deprecation.ts';
import type { Document } from '../openapi/types.ts';
import { comparable } from '../slices/distinct-ids.ts';
import { type PlannedPage, planPages } from '../slices/plan.ts';
import { firstSentence } from '../slices/text.ts';
import { kindAndKey, planKey } from './page-key.ts';
import type { FormerPage } from './stored.ts';

/** The pages of a document whose addresses a later one does not have. */
export function formerPages(
  before: Document,
  after: Document,
  changes: readonly Change[],
): FormerPage[] {
  const old = planPages(before, '').plan.pages;
  const now = planPages(after, '').plan.pages;
  const taken = new Set(now.map(({ id }) => comparable(id)));
  const keys = new Set(now.map(kindAndKey));
  const renamed = new Map(changes.flatMap((change) => renaming(change)));
  return old.flatMap((page) => {
    const { kind, id, title } = page;
    if (kind !== 'operation' && kind !== 'webhook' && kind !== 'schema' && kind !== 'tag')
      return [];
    if (taken.has(comparable(id))) return [];
    const key = kindAndKey(page);
    const next = keys.has(key) ? key : renamed.get(key);
    return [
      {
        id,
        kind,
        title,
        key: planKey(page),
        ...defined({ now: next && bareKey(next), note: noteOf(page) }),
      },
    ];
  });
}

function bareKey(key: string): string {
  return key.slice(key.indexOf(' ') + 1);
}

function renaming({ kind, before, after }: Change): [string, string][] {
  if (kind !== 'operation-renamed' && kind !== 'schema-renamed') return [];
  if (typeof before?.value !== 'string' || typeof after?.value !== 'string') return [];
  const isWebhook = parseOperationKey(before.value).isWebhook;
  const thing = kind === 'schema-renamed' ? 'schema' : isWebhook ? 'webhook' : 'operation';
  return [[`${thing} ${before.value}`, `${thing} ${after.value}`]];
}

/** What a deprecated operation said about what to use instead. */
function noteOf({ operation }: PlannedPage): string | undefined {
  if (operation?.deprecated !== true) return undefined;
  const named = REPLACEMENTS.map((name) => asString(own(operation, name))).find(Boolean);
  return named ?? (firstSentence(asString(operation.description) ?? '') || undefined);
}
