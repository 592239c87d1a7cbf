import { entriesOf, own, stringsOf } from '../json/guards.ts';
import { operationsOf } from '../openapi/operations.ts';
import type { Action } from './change.ts';
import { type Comparison, compareObjects, type Here, part } from './comparison.ts';
import { compareLeaves, compareNamed, presence } from './leaves.ts';
import { compareSunsets } from './lifecycle.ts';
import { compareContent, compareHeaders, compareServers } from './media-types.ts';
import { compareParameters } from './parameters.ts';
import { compareSecurity } from './security.ts';
import { type Located, member, type Whole } from './view.ts';

/** What an operation has from around it. */
export interface Around {
  readonly path: string;
  /** Parameters of its path item. */
  readonly parameters: Located;
  /** Security requirements of the document. */
  readonly security: Located;
}

/** Compares two operations, which need not have the same path. */
export function compareOperations(
  comparison: Comparison,
  here: Here,
  before: Whole,
  after: Whole,
  old: Around,
  now: Around,
): void {
  compareLeaves(comparison, here, 'operation', before, after);
  compareSunsets(comparison, here, before, after);
  compareIds(comparison, here, before, after);
  compareTags(comparison, here, before, after);
  compareOwnSecurity(comparison, here, before, after, old, now);
  compareDocs(comparison, here, before, after);
  compareServers(comparison, here, member(before, 'servers'), member(after, 'servers'));
  const parameters = (whole: Whole, { path, parameters: shared }: Around) => ({
    lists: [member(whole, 'parameters'), shared],
    path,
  });
  compareParameters(comparison, here, parameters(before, old), parameters(after, now));
  compareBodies(
    comparison,
    part(here, {}, 'request'),
    member(before, 'requestBody'),
    member(after, 'requestBody'),
  );
  compareResponses(comparison, here, member(before, 'responses'), member(after, 'responses'));
  compareCallbacks(
    comparison,
    here,
    member(before, 'callbacks'),
    member(after, 'callbacks'),
    old,
    now,
  );
}

function compareIds(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  const [one, other] = [member(before, 'operationId'), member(after, 'operationId')];
  const action = presence(one.value, other.value);
  if (action)
    comparison.add(here, `operation-id-${action}`, {
      name: String(other.value ?? one.value),
      ...(action !== 'added' && { before: one }),
      ...(action !== 'removed' && { after: other }),
    });
}

function compareTags(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  const [old, now] = [member(before, 'tags'), member(after, 'tags')];
  const [were, are] = [stringsOf(old.value), stringsOf(now.value)];
  for (const name of were)
    if (!are.includes(name)) comparison.add(here, 'operation-tag-removed', { name, before: old });
  for (const name of are)
    if (!were.includes(name)) comparison.add(here, 'operation-tag-added', { name, after: now });
}

/** What is required of one operation; that of the document is compared by itself. */
function compareOwnSecurity(
  comparison: Comparison,
  here: Here,
  before: Whole,
  after: Whole,
  old: Around,
  now: Around,
): void {
  const [one, other] = [member(before, 'security'), member(after, 'security')];
  if (one.value === undefined && other.value === undefined) return;
  compareSecurity(
    comparison,
    here,
    one.value === undefined ? old.security : one,
    other.value === undefined ? now.security : other,
  );
}

/** Whether an operation has the requirements of the document. */
export function hasGlobalSecurity(before: Whole, after: Whole): boolean {
  return own(before.value, 'security') === undefined && own(after.value, 'security') === undefined;
}

/** Links to other documentation, of whatever has them. */
export function compareDocs(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  const [one, other] = [
    comparison.before.whole(member(before, 'externalDocs'), false),
    comparison.after.whole(member(after, 'externalDocs'), false),
  ];
  compareLeaves(comparison, here, 'externalDocs', one, other, { as: 'external-docs' });
}

function compareBodies(comparison: Comparison, here: Here, before: Located, after: Located): void {
  const requiredIn = (whole: Whole) =>
    whole.value.required === true ? { traits: ['required'] as const } : {};
  if (before.value === undefined && after.value === undefined) return;
  if (before.value === undefined) {
    const whole = comparison.after.whole(after, false);
    comparison.add(here, 'request-body-added', {
      after: { ...after, value: undefined },
      ...requiredIn(whole),
    });
  } else if (after.value === undefined) {
    const whole = comparison.before.whole(before, false);
    comparison.add(here, 'request-body-removed', {
      before: { ...before, value: undefined },
      ...requiredIn(whole),
    });
  } else
    compareObjects(comparison, here, 'requestBody', { before, after }, (all, at, left, right) => {
      compareLeaves(all, at, 'requestBody', left, right);
      compareContent(all, at, member(left, 'content'), member(right, 'content'));
    });
}

const SUCCESS = /^[23]/;

function compareResponses(
  comparison: Comparison,
  here: Here,
  before: Located,
  after: Located,
): void {
  compareNamed(withoutExtensions(before), withoutExtensions(after), {
    both: (status, one, other) =>
      compareObjects(
        comparison,
        part(here, { status }, 'response'),
        'response',
        { before: one, after: other },
        compareResponse,
      ),
    only: (status, action, one) => {
      const { description } = comparison[action === 'added' ? 'after' : 'before'].whole(
        one,
        false,
      ).value;
      const value = typeof description === 'string' ? { description } : undefined;
      comparison.add(part(here, { status }, 'response'), `response-${action}`, {
        name: status,
        [action === 'added' ? 'after' : 'before']: { ...one, value },
        ...(SUCCESS.test(status) && { traits: ['success'] }),
      });
    },
  });
}

function withoutExtensions({ value, path }: Located): Located {
  const kept = entriesOf(value).filter(([name]) => !name.startsWith('x-'));
  return { value: Object.fromEntries(kept), path };
}

function compareResponse(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  compareLeaves(comparison, here, 'response', before, after);
  compareHeaders(comparison, here, member(before, 'headers'), member(after, 'headers'));
  compareContent(comparison, here, member(before, 'content'), member(after, 'content'));
  compareNamed(member(before, 'links'), member(after, 'links'), {
    both: (name, one, other) =>
      compareObjects(
        comparison,
        here,
        'link',
        { before: one, after: other },
        (all, at, left, right) =>
          compareLeaves(all, part(at, { property: name }), 'link', left, right, { as: 'link' }),
      ),
    only: (name, action, one) =>
      comparison.add(here, `link-${action}`, {
        name,
        [action === 'added' ? 'after' : 'before']: one,
      }),
  });
}

/** Callbacks by name, their requests by expression and method: clients receive them. */
function compareCallbacks(
  comparison: Comparison,
  here: Here,
  before: Located,
  after: Located,
  old: Around,
  now: Around,
): void {
  const changed = (callback: string, name: string, action: Action, one: Located) =>
    comparison.add(part(here, { callback }), `callback-${action}`, {
      name,
      [action === 'added' ? 'after' : 'before']: { ...one, value: undefined },
    });
  compareNamed(before, after, {
    only: (name, action, one) => changed(name, name, action, one),
    both: (name, one, other) => {
      const at = part(here, { callback: name }, 'callback');
      compareObjects(
        comparison,
        at,
        'callback',
        { before: one, after: other },
        (all, inside, left, right) => {
          compareNamed(withoutExtensions(left), withoutExtensions(right), {
            only: (expression, action, item) => changed(name, expression, action, item),
            both: (expression, item, next) => {
              const [was, is] = [all.before.whole(item, false), all.after.whole(next, false)];
              compareLeaves(all, inside, 'pathItem', was, is);
              compareMethods(
                all,
                inside,
                was,
                is,
                { ...old, path: expression },
                { ...now, path: expression },
              );
            },
          });
        },
      );
    },
  });
}

/** The operations of two path items of callbacks, by method. */
function compareMethods(
  comparison: Comparison,
  here: Here,
  before: Whole,
  after: Whole,
  old: Around,
  now: Around,
): void {
  const [left, right] = [methodsOf(before), methodsOf(after)];
  for (const [method, one] of left) {
    const other = right.get(method);
    if (other)
      compareOperations(
        comparison,
        here,
        comparison.before.whole(one, false),
        comparison.after.whole(other, false),
        { ...old, parameters: member(before, 'parameters') },
        { ...now, parameters: member(after, 'parameters') },
      );
    else
      comparison.add(here, 'callback-removed', {
        name: method,
        before: { ...one, value: undefined },
      });
  }
  for (const [method, one] of right)
    if (!left.has(method))
      comparison.add(here, 'callback-added', { name: method, after: { ...one, value: undefined } });
}

/** The operations of a path item, by method in upper case. */
export function methodsOf({ value, path }: Located): Map<string, Located> {
  return new Map(
    operationsOf(value).map(({ method, operation, at }) => [
      method.toUpperCase(),
      { value: operation, path: [...path, ...at] },
    ]),
  );
}
