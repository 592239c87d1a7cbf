import { keyOf } from '../json/decimal.ts';
import { asArray, asObject, entriesOf, isObject, stringsOf } from '../json/guards.ts';
import type { Trait } from './change.ts';
import type { Comparison, Here } from './comparison.ts';
import { compareLeaves, compareNamed } from './leaves.ts';
import { type Located, member, type Whole } from './view.ts';

interface Alternative {
  readonly at: Located;
  /** The schemes that are needed together; empty if nothing is needed. */
  readonly name: string;
  readonly scopes: ReadonlyMap<string, readonly string[]>;
}

/**
 * Compares lists of security requirements, one of which must be met (OpenAPI 3.1 section 4.8.30).
 *
 * @param traits `global` for those of the document.
 */
export function compareSecurity(
  comparison: Comparison,
  here: Here,
  before: Located,
  after: Located,
  traits: readonly Trait[] = [],
): void {
  const [old, now] = [alternativesOf(before), alternativesOf(after)];
  const isNew = isOpen(old) && !isOpen(now);
  const all = [
    ...traits,
    ...(isNew ? (['newly-secured'] as const) : []),
    ...(isOpen(now) ? (['open'] as const) : []),
  ];
  const about = { ...(all.length > 0 && { traits: all }) };
  for (const [name, one] of old) {
    const other = now.get(name);
    if (!other)
      comparison.add(here, 'security-removed', { name: name || 'none', before: one.at, ...about });
    else compareScopes(comparison, here, one, other, traits);
  }
  for (const [name, other] of now)
    if (!old.has(name))
      comparison.add(here, 'security-added', { name: name || 'none', after: other.at, ...about });
}

function isOpen(alternatives: ReadonlyMap<string, Alternative>): boolean {
  return alternatives.size === 0 || alternatives.has('');
}

function alternativesOf({ value, path }: Located): Map<string, Alternative> {
  return new Map(
    asArray(value).map((one, at) => {
      const scopes = new Map(entriesOf(one).map(([scheme, list]) => [scheme, stringsOf(list)]));
      const name = [...scopes.keys()].sort().join(' + ');
      return [name, { at: { value: one, path: [...path, String(at)] }, name, scopes }];
    }),
  );
}

function compareScopes(
  comparison: Comparison,
  here: Here,
  before: Alternative,
  after: Alternative,
  traits: readonly Trait[],
): void {
  const about = traits.length > 0 ? { traits } : {};
  for (const [scheme, scopes] of before.scopes) {
    const now = after.scopes.get(scheme) ?? [];
    for (const name of scopes)
      if (!now.includes(name))
        comparison.add(here, 'security-scope-removed', { name, before: before.at, ...about });
    for (const name of now)
      if (!scopes.includes(name))
        comparison.add(here, 'security-scope-added', { name, after: after.at, ...about });
  }
}

/** Compares the security schemes of both documents. */
export function compareSecuritySchemes(
  comparison: Comparison,
  here: Here,
  before: Located,
  after: Located,
): void {
  compareNamed(before, after, {
    both: (name, one, other) => {
      const [left, right] = [
        comparison.before.whole(one, false),
        comparison.after.whole(other, false),
      ];
      compareLeaves(
        comparison,
        { ...here, place: { component: `securitySchemes/${name}` } },
        'securityScheme',
        left,
        right,
        {
          as: 'security-scheme',
        },
      );
      compareFlows(
        comparison,
        { ...here, place: { component: `securitySchemes/${name}` } },
        left,
        right,
      );
    },
    only: (name, action, one) =>
      comparison.add(here, `security-scheme-${action}`, {
        name,
        [action === 'added' ? 'after' : 'before']: one,
      }),
  });
}

function compareFlows(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  compareNamed(member(before, 'flows'), member(after, 'flows'), {
    both: (_, one, other) => {
      const [left, right] = [
        comparison.before.whole(one, false),
        comparison.after.whole(other, false),
      ];
      compareLeaves(comparison, here, 'oauthFlow', left, right, { as: 'oauth-flow' });
      compareNamed(member(left, 'scopes'), member(right, 'scopes'), {
        both: (name, was, is) => {
          if (keyOf(was.value) !== keyOf(is.value))
            comparison.add(here, 'oauth-scope-changed', { name, before: was, after: is });
        },
        only: (name, action, found) =>
          comparison.add(here, `oauth-scope-${action}`, {
            name,
            [action === 'added' ? 'after' : 'before']: found,
          }),
      });
    },
    only: (name, action, one) => {
      if (name.startsWith('x-') || !isObject(one.value)) return;
      comparison.add(here, `oauth-flow-${action}`, {
        name,
        [action === 'added' ? 'after' : 'before']: {
          ...one,
          value: Object.keys(asObject(one.value.scopes)),
        },
      });
    },
  });
}
