import { asArray, entriesOf, isObject, own, stringsOf } from '../json/guards.ts';
import type { Trait } from './change.ts';
import type { Leftover } from './choices.ts';
import { type Comparison, type Here, part, without } from './comparison.ts';
import { type Features, matchByLikeness, schemaFeatures } from './likeness.ts';
import { compareSchemas, inside } from './schema.ts';
import type { Absent } from './turn.ts';
import { type Located, member, type Viewer, type Whole } from './view.ts';

interface Property {
  readonly name: string;
  readonly at: Located;
  readonly whole: Whole;
  readonly isRequired: boolean;
  readonly features: Features;
}

/** The least likeness of a removed property and a new one that count as one with another name. */
const RENAMED = 0.75;

/** Compares the properties of two objects, with those that parts of `allOf` have without a counterpart. */
export function compareProperties(
  comparison: Comparison,
  here: Here,
  before: Whole,
  after: Whole,
  leftover: Leftover,
): void {
  const old = propertiesOf(comparison.before, [before, ...leftover.before]);
  const now = propertiesOf(comparison.after, [after, ...leftover.after]);
  const removed: Property[] = [];
  for (const one of old.values()) {
    const other = now.get(one.name);
    if (other) compareProperty(comparison, here, one, other);
    else removed.push(one);
  }
  const added = [...now.values()].filter(({ name }) => !old.has(name));
  const pairs = matchByLikeness(removed, added, RENAMED);
  const paired = new Set<Property>(pairs.flatMap((pair) => [pair.before, pair.after]));
  for (const pair of pairs) {
    const at = sentOrReceived(part(here, {}), pair.before, pair.after);
    comparison.add(inProperty(at, pair.after.name), 'property-renamed', {
      name: pair.after.name,
      before: { value: pair.before.name, path: pair.before.at.path },
      after: { value: pair.after.name, path: pair.after.at.path },
      likeness: pair.likeness,
      ...(pair.before.isRequired || pair.after.isRequired ? { traits: ['required'] as const } : {}),
    });
    compareProperty(comparison, here, pair.before, pair.after);
  }
  for (const one of removed) if (!paired.has(one)) addProperty(comparison, here, 'removed', one);
  for (const one of added) if (!paired.has(one)) addProperty(comparison, here, 'added', one);
  compareOtherRequired(comparison, here, before, after, old, now);
  compareDependent(comparison, here, before, after);
}

/** Parts of parts that are entered, at most. */
const DEEPEST = 8;

/** The properties of a schema and of parts of it, by name; the first one of a name counts. */
function propertiesOf(viewer: Viewer, wholes: readonly Whole[], depth = 0): Map<string, Property> {
  const found = new Map<string, Property>();
  for (const [index, whole] of wholes.entries()) {
    const properties = member(whole, 'properties');
    const required = new Set(stringsOf(own(whole.value, 'required')));
    for (const [name, value] of entriesOf(properties.value))
      if (!found.has(name))
        found.set(
          name,
          propertyOf(viewer, name, { value, path: [...properties.path, name] }, required.has(name)),
        );
    // The schema's own parts have been compared, unless they are left over.
    if ((index === 0 && depth === 0) || depth > DEEPEST) continue;
    const parts = member(whole, 'allOf');
    const inner = asArray(parts.value).map((value, at) =>
      viewer.whole({ value, path: [...parts.path, String(at)] }, true),
    );
    for (const [name, one] of propertiesOf(viewer, inner, depth + 1))
      if (!found.has(name)) found.set(name, one);
  }
  return found;
}

function propertyOf(viewer: Viewer, name: string, at: Located, isRequired: boolean): Property {
  const whole = viewer.whole(at, true);
  let features: Features | undefined;
  return {
    name,
    at,
    whole,
    isRequired,
    // Only few are renamed.
    get features() {
      // A shared schema says nothing about this property.
      features ??= schemaFeatures(at.value);
      return features;
    },
  };
}

function compareProperty(
  comparison: Comparison,
  here: Here,
  before: Property,
  after: Property,
): void {
  const at = inProperty(sentOrReceived(here, before, after), after.name);
  if (before.isRequired !== after.isRequired)
    comparison.add(at, after.isRequired ? 'required-added' : 'required-removed', {
      name: after.name,
      before: { value: undefined, path: before.at.path },
      after: { value: undefined, path: after.at.path },
      ...traitsOf(after, before),
    });
  compareSchemas(comparison, at, { before: before.at, after: after.at });
}

/** A property that is read-only on both sides is in no request, and a write-only one in no response. */
function sentOrReceived(here: Here, before: Property, after: Property): Here {
  const both = (keyword: string) =>
    before.whole.value[keyword] === true && after.whole.value[keyword] === true;
  return without(
    without(here, both('readOnly') ? 'request' : undefined),
    both('writeOnly') ? 'response' : undefined,
  );
}

function inProperty(here: Here, name: string): Here {
  return inside(here, /^[\w$@-]+$/.test(name) ? name : `[${JSON.stringify(name)}]`);
}

function addProperty(
  comparison: Comparison,
  here: Here,
  action: 'added' | 'removed',
  property: Property,
): void {
  const { readOnly, writeOnly } = property.whole.value;
  const absent: Absent =
    readOnly === true ? 'request' : writeOnly === true ? 'response' : undefined;
  const at = inProperty(without(here, absent), property.name);
  const side = { value: summaryOf(property), path: property.at.path };
  comparison.add(at, `property-${action}`, {
    name: property.name,
    [action === 'added' ? 'after' : 'before']: side,
    ...traitsOf(property),
  });
}

/** What of a property is worth keeping. */
function summaryOf({ whole }: Property): unknown {
  const kept = ['type', 'format', 'description', 'default', 'deprecated', 'x-sunset'];
  return Object.fromEntries(
    kept.flatMap((key) => (whole.value[key] === undefined ? [] : [[key, whole.value[key]]])),
  );
}

/** @param before The same property in the earlier document, which may have been required. */
function traitsOf({ whole, isRequired }: Property, before?: Property): { traits?: Trait[] } {
  const traits: Trait[] = [];
  if (isRequired && !before) traits.push('required');
  if (whole.value.readOnly === true) traits.push('read-only');
  if (whole.value.writeOnly === true) traits.push('write-only');
  if (whole.value.default !== undefined) traits.push('has-default');
  if (whole.value.deprecated === true) traits.push('was-deprecated');
  if (whole.value['x-sunset'] !== undefined) traits.push('has-sunset');
  return traits.length > 0 ? { traits } : {};
}

/** Names in `required` that are no properties of the same schema. */
function compareOtherRequired(
  comparison: Comparison,
  here: Here,
  before: Whole,
  after: Whole,
  old: ReadonlyMap<string, Property>,
  now: ReadonlyMap<string, Property>,
): void {
  const [were, are] = [member(before, 'required'), member(after, 'required')];
  const [left, right] = [new Set(stringsOf(were.value)), new Set(stringsOf(are.value))];
  const isOther = (name: string) => !old.has(name) && !now.has(name);
  for (const name of left)
    if (isOther(name) && !right.has(name))
      comparison.add(inProperty(here, name), 'required-removed', { name, before: were });
  for (const name of right)
    if (isOther(name) && !left.has(name))
      comparison.add(inProperty(here, name), 'required-added', { name, after: are });
}

/** `dependentRequired`, JSON Schema 2020-12 validation section 6.5.4. */
function compareDependent(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  if (!before.value.dependentRequired && !after.value.dependentRequired) return;
  const [old, now] = [member(before, 'dependentRequired'), member(after, 'dependentRequired')];
  const names = new Set([
    ...Object.keys(isObject(old.value) ? old.value : {}),
    ...Object.keys(isObject(now.value) ? now.value : {}),
  ]);
  for (const name of names) {
    const [one, other] = [member(old, name), member(now, name)];
    const [were, are] = [new Set(stringsOf(one.value)), new Set(stringsOf(other.value))];
    const gone = [...were].some((value) => !are.has(value));
    const more = [...are].some((value) => !were.has(value));
    if (!gone && !more) continue;
    if (one.value === undefined)
      comparison.add(here, 'dependent-required-added', { name, after: other });
    else if (other.value === undefined)
      comparison.add(here, 'dependent-required-removed', { name, before: one });
    else {
      const action = gone && more ? 'changed' : more ? 'narrowed' : 'widened';
      comparison.add(here, `dependent-required-${action}`, { name, before: one, after: other });
    }
  }
}
