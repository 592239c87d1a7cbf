import { asString, own } from '../../json/guards.ts';
import { FIELD_HISTORY } from '../../openapi/field-history.ts';
import type { Say, WordId } from './words.ts';

const WORDS = {
  added: 'ref.field.added',
  changed: 'ref.field.changed',
  deprecated: 'ref.field.deprecated',
} as const satisfies Readonly<Record<string, WordId>>;

/** What happened to a field in which version, as words beside its type. */
export function fieldHistory(holder: unknown, say: Say): string[] {
  const history = own(holder, FIELD_HISTORY);
  return Object.entries(WORDS).flatMap(([what, word]) => {
    const version = asString(own(history, what));
    return version === undefined ? [] : [say(word, { version })];
  });
}
