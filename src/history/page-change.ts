import { type Change, partsOfKind, type Side } from '../changes/change.ts';
import type { JudgedChange } from '../changes/judged.ts';
import { defined } from '../json/guards.ts';
import { jsonText } from '../json/text.ts';
import type { ChangeGroup } from '../model/page/change-groups.ts';
import type { PageChange } from '../slices/history.ts';

/** Things that are there or not, unlike flags and limits. */
const PARTS: ReadonlySet<string> = new Set(
  [
    'operation webhook schema parameter property pattern-property header request-body body response',
    'media-type enum-value value choice one-of any-of all-of scope security security-requirement',
    'security-scheme scheme server server-variable variable tag callback link flow',
  ].flatMap((line) => line.split(' ')),
);

/** Things that have a page. */
export const WHOLE: ReadonlySet<string> = new Set(['operation', 'webhook', 'schema']);

/** What only people read. */
const TEXTS: ReadonlySet<string> = new Set(
  [
    'title summary description example examples external-docs contact license terms-of-service version',
    'code-samples badges comment enum-varnames enum-descriptions enum-names operation-id tags display-name',
  ].flatMap((line) => line.split(' ')),
);

/** Characters of a value in a line. */
const LONGEST = 60;

/** What a change means to readers. */
export function groupOf({ change, level }: Pick<JudgedChange, 'change' | 'level'>): ChangeGroup {
  const [thing, action] = partsOfKind(change.kind);
  if (level === 'breaking') return 'breaking';
  if (thing === 'deprecated' && action === 'added') return 'deprecated';
  if (TEXTS.has(thing)) return 'texts';
  if (!PARTS.has(thing)) return 'changed';
  return action === 'added' || action === 'removed' ? action : 'changed';
}

/** The facts of a change that fit into a line. */
export function pageChange({ change, level }: Pick<JudgedChange, 'change' | 'level'>): PageChange {
  const [thing, action] = partsOfKind(change.kind);
  const showsValues = !TEXTS.has(thing) && action !== 'added' && action !== 'removed';
  return {
    kind: change.kind,
    ...defined({
      // The subject has it.
      name: WHOLE.has(thing) && action !== 'renamed' ? undefined : change.name,
      level: level === 'info' ? undefined : level,
      at: atOf(change),
      in: partOf(change),
      before: showsValues ? shortValue(change.before) : undefined,
      after: showsValues ? shortValue(change.after) : undefined,
    }),
  };
}

function atOf({ place }: Change): string | undefined {
  const { parameter, header, property } = place;
  const names = [parameter ?? (header && `header ${header}`), property].filter(Boolean);
  return names.length > 0 ? names.join(' ') : undefined;
}

function partOf({ place, operations }: Change): string | undefined {
  if (place.component !== undefined || place.parameter !== undefined) return place.callback;
  const part = place.status ?? (operations.request && place.mediaType ? 'request' : undefined);
  return place.callback === undefined ? part : [place.callback, part].filter(Boolean).join(' ');
}

function shortValue(side: Side | undefined): string | undefined {
  if (side?.value === undefined) return undefined;
  const text = typeof side.value === 'string' ? side.value : jsonText(side.value);
  return text.length > LONGEST || text.includes('\n') ? undefined : text;
}
