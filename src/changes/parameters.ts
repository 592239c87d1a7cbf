import { asArray, asObject } from '../json/guards.ts';
import type { Trait } from './change.ts';
import { type Comparison, compareObjects, type Here, part } from './comparison.ts';
import { compareLeaves, presence } from './leaves.ts';
import { compareSunsets } from './lifecycle.ts';
import { type Features, matchByLikeness, schemaFeatures } from './likeness.ts';
import { compareValueOf } from './media-types.ts';
import { type Located, member, type Viewer, type Whole } from './view.ts';

interface Parameter {
  readonly at: Located;
  readonly whole: Whole;
  readonly in: string;
  readonly name: string;
  readonly features: Features;
}

/** The least likeness of a removed parameter and a new one that count as one with another name. */
const RENAMED = 0.75;

/** The parameters of one of both operations. */
export interface ParameterLists {
  /** Of the operation and of its path item, which the former replace. */
  readonly lists: readonly Located[];
  /** The path, whose parameters are known by their position as well. */
  readonly path: string;
}

/** Compares parameters by location and name (OpenAPI 3.1 section 4.8.12). */
export function compareParameters(
  comparison: Comparison,
  here: Here,
  before: ParameterLists,
  after: ParameterLists,
): void {
  const old = parametersOf(comparison.before, before);
  const now = parametersOf(comparison.after, after);
  const removed = [...old].flatMap(([key, one]) => (now.has(key) ? [] : [one]));
  const added = [...now].flatMap(([key, one]) => (old.has(key) ? [] : [one]));
  for (const [key, one] of old) {
    const other = now.get(key);
    if (other) compareOne(comparison, here, one, other);
  }
  const positions = pathNames(before.path, after.path);
  const take = (one: Parameter, other: Parameter, likeness?: number) => {
    removed.splice(removed.indexOf(one), 1);
    added.splice(added.indexOf(other), 1);
    comparison.add(inParameter(here, other), 'parameter-renamed', {
      name: other.name,
      before: { value: one.name, path: one.at.path },
      after: { value: other.name, path: other.at.path },
      ...(likeness !== undefined && { likeness }),
      ...traitsOf(other),
    });
    compareOne(comparison, here, one, other);
  };
  for (const one of [...removed]) {
    if (one.in !== 'path') continue;
    const other = added.find(
      ({ in: where, name }) => where === 'path' && positions.get(one.name) === name,
    );
    if (other) take(one, other, 1);
  }
  const isOpen = (parameter: Parameter) => parameter.in !== 'path';
  for (const pair of matchByLikeness(removed.filter(isOpen), added.filter(isOpen), RENAMED))
    if (pair.before.in === pair.after.in) take(pair.before, pair.after, pair.likeness);
  for (const one of removed)
    comparison.add(inParameter(here, one), 'parameter-removed', {
      name: one.name,
      before: { value: summaryOf(one), path: one.at.path },
      ...traitsOf(one),
    });
  for (const one of added)
    comparison.add(inParameter(here, one), 'parameter-added', {
      name: one.name,
      after: { value: summaryOf(one), path: one.at.path },
      ...traitsOf(one),
    });
}

function parametersOf(viewer: Viewer, { lists }: ParameterLists): Map<string, Parameter> {
  const found = new Map<string, Parameter>();
  for (const list of lists)
    for (const [index, value] of asArray(list.value).entries()) {
      const at = { value, path: [...list.path, String(index)] };
      const whole = viewer.whole(at, false);
      const { name, in: where } = whole.value;
      if (typeof name !== 'string' || typeof where !== 'string') continue;
      const key = `${where} ${where === 'header' ? name.toLowerCase() : name}`;
      if (found.has(key)) continue;
      let features: Features | undefined;
      found.set(key, {
        at,
        whole,
        in: where,
        name,
        get features() {
          features ??= featuresOf(viewer, whole);
          return features;
        },
      });
    }
  return found;
}

function featuresOf(viewer: Viewer, whole: Whole): Features {
  const { description, style, in: where } = whole.value;
  const own = schemaFeatures({ description, style, in: where });
  const schema = viewer.whole(member(whole, 'schema'), true).value;
  return new Set([...own, ...schemaFeatures(schema)]);
}

/** Names of path parameters by those at the same position in the other path. */
function pathNames(before: string, after: string): ReadonlyMap<string, string> {
  const namesIn = (path: string) =>
    Array.from(path.matchAll(/\{([^{}]*)\}/g), ([, name = '']) => name);
  const now = namesIn(after);
  return new Map(namesIn(before).map((name, at) => [name, now[at] ?? '']));
}

function inParameter(here: Here, { in: where, name }: Parameter): Here {
  return part(here, { parameter: `${where} ${name}` }, 'request');
}

function summaryOf({ whole }: Parameter): unknown {
  const { in: where, required, description, deprecated, schema, 'x-sunset': sunset } = whole.value;
  const { type } = asObject(schema);
  const kept = { in: where, required, type, description, deprecated, 'x-sunset': sunset };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}

function traitsOf({ whole }: Parameter): { traits?: Trait[] } {
  const { required, deprecated, schema } = whole.value;
  const traits: Trait[] = [];
  if (required === true) traits.push('required');
  if (asObject(schema).default !== undefined) traits.push('has-default');
  if (deprecated === true) traits.push('was-deprecated');
  if (whole.value['x-sunset'] !== undefined) traits.push('has-sunset');
  return traits.length > 0 ? { traits } : {};
}

function compareOne(comparison: Comparison, here: Here, before: Parameter, after: Parameter): void {
  const sides = { before: before.at, after: after.at };
  compareObjects(comparison, inParameter(here, after), 'parameter', sides, compareParameter);
}

function compareParameter(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  compareLeaves(comparison, here, 'parameter', before, after);
  for (const keyword of ['style', 'explode'] as const) {
    const action = presence(serializationOf(before)[keyword], serializationOf(after)[keyword]);
    if (action)
      comparison.add(here, `${keyword}-changed`, {
        before: { value: serializationOf(before)[keyword], path: member(before, keyword).path },
        after: { value: serializationOf(after)[keyword], path: member(after, keyword).path },
      });
  }
  compareValueOf(comparison, here, before, after);
  compareSunsets(comparison, here, before, after);
}

/** With the defaults of OpenAPI 3.1 section 4.8.12.2. */
function serializationOf({ value }: Whole): { readonly style: unknown; readonly explode: unknown } {
  const isForm = value.in === 'query' || value.in === 'cookie';
  const style = value.style ?? (isForm ? 'form' : 'simple');
  return { style, explode: value.explode ?? style === 'form' };
}
