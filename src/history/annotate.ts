import { type Change, concernedBy, parseOperationKey, partsOfKind } from '../changes/change.ts';
import { asArray, isObject, own } from '../json/guards.ts';
import { keepOrder, keysInOrder } from '../json/key-order.ts';
import { FIELD_HISTORY } from '../openapi/field-history.ts';
import { operationsOf } from '../openapi/operations.ts';
import { plainSegments, step, valueAt } from '../openapi/pointer.ts';
import type { Document } from '../openapi/types.ts';
import type { FieldHistory } from '../slices/history.ts';
import { groupOf } from './page-change.ts';
import type { Step } from './releases.ts';

/**
 * A copy of a document that says at each parameter and property in which versions it came, changed and was deprecated,
 * in the extension `x-history`.
 *
 * @param steps The newest first. Places of older versions are looked for by their names.
 */
export function withFieldHistory(document: Document, steps: readonly Step[]): Document {
  const fields = new Map<string, { path: readonly string[]; history: FieldHistory }>();
  for (const { version, changes } of steps)
    for (const { change, level } of changes) {
      const what = happenedTo(change);
      if (what === undefined || groupOf({ change, level }) === 'texts') continue;
      const path = fieldPath(document, change);
      if (path === undefined) continue;
      const key = path.join('\n');
      const { history = {} } = fields.get(key) ?? {};
      // Before it was there again: what happened to another field of this name.
      if (history.added !== undefined || history[what] !== undefined) continue;
      // A field that is new has not changed.
      const { changed, ...others } = history;
      const isNew = what === 'added' && changed === version;
      fields.set(key, { path, history: { ...(isNew ? others : history), [what]: version } });
    }
  let annotated: unknown = document;
  for (const { path, history } of fields.values())
    annotated = withMember(annotated, [...path, FIELD_HISTORY], history);
  return annotated as Document;
}

function happenedTo({ kind }: Change): keyof FieldHistory | undefined {
  const [thing, action] = partsOfKind(kind);
  if (action === 'removed' && (thing === 'property' || thing === 'parameter')) return undefined;
  if (thing === 'deprecated') return action === 'added' ? 'deprecated' : undefined;
  if (thing === 'property' || thing === 'parameter' || thing === 'header')
    return action === 'added' ? 'added' : 'changed';
  return 'changed';
}

/** The parameter or property that a change is in or about, in the document of the pages. */
function fieldPath(document: Document, change: Change): readonly string[] | undefined {
  const path = plainSegments(change.after?.pointer ?? change.before?.pointer ?? '');
  const { component, parameter, property } = change.place;
  // Where a reference leads to another schema now, the fields of that one are new for what refers to it, and for
  // nothing else: its own changes are those of its own place.
  const isOwn = path[0] !== 'components' || `${path[1]}/${path[2]}` === component;
  if (property !== undefined) return isOwn ? propertyPath(document, path) : undefined;
  return parameter === undefined ? undefined : parameterPath(document, path, change);
}

/** The innermost property on a path, if it is there. */
function propertyPath(document: Document, path: readonly string[]): readonly string[] | undefined {
  for (let end = path.length; end >= 2; end -= 1) {
    if (path[end - 2] !== 'properties') continue;
    const found = path.slice(0, end);
    return isObject(valueAt(document, found)) ? found : undefined;
  }
  return undefined;
}

/** A parameter by its location and name: its position is another one in each version. */
function parameterPath(
  document: Document,
  path: readonly string[],
  change: Change,
): readonly string[] | undefined {
  const { parameter = '' } = change.place;
  const isIt = (value: unknown): boolean =>
    `${String(own(value, 'in'))} ${String(own(value, 'name'))}` === parameter;
  const [root, section = '', name = ''] = path;
  if (root === 'components') {
    const found = [root, section, name];
    return isIt(valueAt(document, found)) ? found : undefined;
  }
  const [key] = concernedBy(change);
  if (key === undefined) return undefined;
  const { method, path: address, isWebhook } = parseOperationKey(key);
  const item = [isWebhook ? 'webhooks' : 'paths', address];
  const operation = operationsOf(valueAt(document, item)).find(
    (one) => one.method.toUpperCase() === method,
  );
  for (const holder of [...(operation ? [[...item, ...operation.at]] : []), item]) {
    const list = [...holder, 'parameters'];
    const at = asArray(valueAt(document, list)).findIndex(isIt);
    if (at >= 0) return [...list, String(at)];
  }
  return undefined;
}

/** A copy of a value with another member, which shares all else. */
function withMember(
  value: unknown,
  [key = '', ...rest]: readonly string[],
  member: unknown,
): unknown {
  const next = rest.length === 0 ? member : withMember(step(value, key), rest, member);
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === key ? next : one));
  const object = isObject(value) ? value : {};
  return keepOrder({ ...object, [key]: next }, [...keysInOrder(object), key]);
}
