import { type Action, type Change, partsOfKind, type Side } from '../../changes/change.ts';
import { typeAction } from '../../changes/type-sets.ts';
import { defined, stringsOf } from '../../json/guards.ts';
import { jsonText } from '../../json/text.ts';

/** Things that are there or not, and nothing else: once they are back, they are the same. */
const PLAIN: ReadonlySet<string> = new Set(
  [
    'required deprecated nullable read-only write-only unique-items allow-reserved allow-empty-value never',
    'enum-value extensible-value scope security security-scope oauth-scope operation-tag tag server',
    // What they name is compared by itself.
    'one-of-variant any-of-variant all-of-part mapping',
  ].flatMap((line) => line.split(' ')),
);

/** Limits, which increase and decrease. */
const LIMIT = /^(?:exclusive-)?(?:max|min)/;

/** What only a comparison of both ends can say. */
const ONE_WAY: ReadonlySet<Action> = new Set([
  'increased',
  'decreased',
  'widened',
  'narrowed',
  'renamed',
]);

/** What two changes of the same thing are together; nothing if it is in the end what it was at the beginning. */
export function combined(first: Change, second: Change): Change[] {
  const [thing, was] = partsOfKind(first.kind);
  const [, is] = partsOfKind(second.kind);
  if (was === 'added') return is === 'removed' ? [] : [added(first, second)];
  if (is === 'removed') return [was === 'removed' ? first : removed(first, second)];
  if (was === 'removed') return returned(thing, first, second);
  const { before } = first;
  const { after } = second;
  if (before && after && isSame(thing, before, after, was)) return [];
  const action = directionOf(thing, was, is, first, second);
  const isUnknown = action === 'changed' && ONE_WAY.has(was) && ONE_WAY.has(is);
  const back = isUnknown && { traits: ['returned'] as const };
  return [{ ...second, kind: `${thing}-${action}`, ...defined({ before, after }), ...back }];
}

/** Added, and then changed: it is new, and as it is now. */
function added(first: Change, second: Change): Change {
  const { before: _, after = first.after, likeness: __, ...rest } = second;
  const [thing] = partsOfKind(first.kind);
  const { traits: ___, ...kept } = rest;
  return { ...kept, kind: `${thing}-added`, ...defined({ after, traits: first.traits }) };
}

/** Changed, and then removed: what went is what was there at the beginning, under its name of then. */
function removed(first: Change, second: Change): Change {
  const { before = second.before } = first;
  const [thing, was] = partsOfKind(first.kind);
  const gone: Change = { ...second, kind: `${thing}-removed`, ...defined({ before }) };
  if (was !== 'renamed' || typeof first.before?.value !== 'string') return gone;
  const name = first.before.value;
  const former = { ...gone, name };
  const { place } = second;
  if (thing === 'operation') return { ...former, operations: { none: [name] } };
  if (thing === 'schema') return { ...former, place: { ...place, component: `schemas/${name}` } };
  const { parameter, property } = place;
  const [where = ''] = parameter?.split(' ') ?? [];
  return {
    ...former,
    place: {
      ...place,
      ...(thing === 'parameter' && parameter !== undefined && { parameter: `${where} ${name}` }),
      ...(thing === 'property' &&
        property !== undefined &&
        second.name !== undefined && { property: property.slice(0, -second.name.length) + name }),
    },
  };
}

/** Removed, and then there again. */
function returned(thing: string, first: Change, second: Change): Change[] {
  const { before } = first;
  const { after } = second;
  if (isOther(thing, first, second)) return [first, second];
  if (PLAIN.has(thing) || !before || !after) return [];
  const { traits: _, ...rest } = second;
  const back = { ...rest, before, after };
  const [old, now] = [before.value, after.value];
  if (old === undefined || now === undefined || typeof old === 'object')
    return [
      { ...back, kind: `${thing}-changed`, traits: ['returned'] },
      ...requiredChange(first, { ...back, ...defined({ traits: second.traits }) }),
    ];
  if (jsonText(old) === jsonText(now)) return [];
  return [{ ...back, kind: `${thing}-${limitAction(thing, before, after) ?? 'changed'}` }];
}

/** Whether a schema without a name is another one than that which was there before. */
function isOther(thing: string, { name, before }: Change, { after }: Change): boolean {
  if (name !== undefined || !thing.endsWith('-variant')) return false;
  const [old, now] = [before?.value, after?.value];
  return old !== undefined && now !== undefined && jsonText(old) !== jsonText(now);
}

/** Whether something had to be there before, and has to be there now, is known. */
function requiredChange(
  { traits: old = [] }: Change,
  { traits: now = [], ...back }: Change,
): Change[] {
  const [was, is] = [old.includes('required'), now.includes('required')];
  if (was === is) return [];
  const others = now.filter((trait) => trait !== 'required');
  return [
    {
      ...back,
      kind: is ? 'required-added' : 'required-removed',
      ...defined({ traits: others.length > 0 ? others : undefined }),
    },
  ];
}

function isSame(thing: string, before: Side, after: Side, was: Action): boolean {
  if (was === 'renamed') return before.value === after.value && before.value !== undefined;
  // No type is one as well, and every other one fits into a change.
  if (thing === 'type' && before.value === after.value) return true;
  if (before.value === undefined || after.value === undefined) return false;
  // Of long texts, only the beginning is known.
  if (typeof before.value === 'string' && before.value.endsWith('…')) return false;
  return jsonText(before.value) === jsonText(after.value);
}

function directionOf(
  thing: string,
  was: Action,
  is: Action,
  { before }: Change,
  { after }: Change,
): Action {
  if (thing === 'type' && before?.value !== undefined && after?.value !== undefined)
    return typeAction(typesIn(before), typesIn(after)) ?? 'changed';
  if (was === is) return is;
  const limit = before && after && limitAction(thing, before, after);
  if (limit) return limit;
  return ONE_WAY.has(was) || ONE_WAY.has(is) ? 'changed' : is;
}

function typesIn({ value }: Side): ReadonlySet<string> {
  return new Set(stringsOf([value].flat()).filter((type) => type !== 'null'));
}

function limitAction(thing: string, before: Side, after: Side): Action | undefined {
  if (!LIMIT.test(thing)) return undefined;
  // Those that a double cannot hold are texts.
  const [old, now] = [Number(before.value), Number(after.value)];
  if (Number.isNaN(old) || Number.isNaN(now)) return undefined;
  return now > old ? 'increased' : 'decreased';
}
