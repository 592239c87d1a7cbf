import { asArray, isObject } from '../json/guards.ts';
import { formatPointer } from '../openapi/pointer.ts';
import type { Document } from '../openapi/types.ts';
import { type Comparison, type Here, wholeOf } from './comparison.ts';
import { compareLeaves, compareNamed } from './leaves.ts';
import { matchByLikeness, schemaFeatures } from './likeness.ts';
import { compareServers } from './media-types.ts';
import { compareDocs } from './operation.ts';
import { compareSchemas } from './schema.ts';
import { compareSecurity, compareSecuritySchemes } from './security.ts';
import { type Located, member, type Whole } from './view.ts';

/** Compares what is about the API as a whole. */
export function compareRoots(
  comparison: Comparison,
  here: Here,
  before: Whole,
  after: Whole,
): void {
  const info = [before, after].map((root) => {
    const { value, path } = member(root, 'info');
    return wholeOf(value, path);
  });
  const [old = before, now = after] = info;
  compareLeaves(comparison, here, 'info', old, now, { as: 'info' });
  for (const part of ['contact', 'license'] as const) {
    const [one, other] = [member(old, part), member(now, part)];
    compareLeaves(
      comparison,
      here,
      part,
      wholeOf(one.value, one.path),
      wholeOf(other.value, other.path),
      {
        as: part,
      },
    );
  }
  compareServers(comparison, here, member(before, 'servers'), member(after, 'servers'));
  compareDocs(comparison, here, before, after);
  compareTags(comparison, here, member(before, 'tags'), member(after, 'tags'));
  const components = [before, after].map((root) => {
    const { value, path } = member(root, 'components');
    return wholeOf(value, path);
  });
  const [left = before, right = after] = components;
  compareSecuritySchemes(
    comparison,
    here,
    member(left, 'securitySchemes'),
    member(right, 'securitySchemes'),
  );
  compareLeaves(comparison, here, 'document', before, after);
}

function compareTags(comparison: Comparison, here: Here, before: Located, after: Located): void {
  const byName = ({ value, path }: Located): Located => ({
    value: Object.fromEntries(
      asArray(value).flatMap((tag) =>
        isObject(tag) && typeof tag.name === 'string' ? [[tag.name, tag]] : [],
      ),
    ),
    path,
  });
  const placed = (list: Located, name: string): Whole => {
    const at = asArray(list.value).findIndex((tag) => isObject(tag) && tag.name === name);
    return wholeOf(asArray(list.value)[at], [...list.path, String(at)]);
  };
  compareNamed(byName(before), byName(after), {
    both: (name) => {
      const [one, other] = [placed(before, name), placed(after, name)];
      compareLeaves(comparison, here, 'tag', one, other, { as: 'tag' });
      compareDocs(comparison, here, one, other);
    },
    only: (name, action) => {
      const { value, path } = placed(action === 'added' ? after : before, name);
      comparison.add(here, `tag-${action}`, {
        name,
        [action === 'added' ? 'after' : 'before']: { value, path },
      });
    },
  });
}

/** Compares what every operation requires that says nothing else. */
export function compareGlobalSecurity(
  comparison: Comparison,
  here: Here,
  before: Whole,
  after: Whole,
): void {
  compareSecurity(comparison, here, member(before, 'security'), member(after, 'security'), [
    'global',
  ]);
}

/** The least likeness of a removed schema and a new one that count as one with another name. */
const RENAMED = 0.8;

/**
 * Finds each schema component in the other document, by its name or by what it is like, and compares them, so that
 * schemas that nothing uses are compared too.
 */
export function startSchemas(
  comparison: Comparison,
  here: Here,
  before: Document,
  after: Document,
): void {
  const schemasOf = (document: Document): Located => ({
    value: document.components?.schemas,
    path: ['components', 'schemas'],
  });
  const removed: { name: string; at: Located }[] = [];
  const added: { name: string; at: Located }[] = [];
  const shared: { before: Located; after: Located; name: string }[] = [];
  compareNamed(schemasOf(before), schemasOf(after), {
    both: (name, one, other) => shared.push({ name, before: one, after: other }),
    only: (name, action, at) => (action === 'added' ? added : removed).push({ name, at }),
  });
  const named = ({ name, at }: { name: string; at: Located }) => ({
    name,
    at,
    features: schemaFeatures(at.value),
  });
  const pairs = matchByLikeness(removed.map(named), added.map(named), RENAMED);
  for (const pair of pairs) {
    comparison.renamed.set(schemaPlace(pair.before.name), schemaPlace(pair.after.name));
    shared.push({ name: pair.after.name, before: pair.before.at, after: pair.after.at });
  }
  const paired = new Set(pairs.flatMap((pair) => [pair.before.name, pair.after.name]));
  for (const { name, before: one, after: other } of shared) {
    const at = { ...here, place: { component: schemaPlace(name) } };
    const refs = { before: refTo(one), after: refTo(other) };
    compareSchemas(comparison, at, refs);
  }
  for (const pair of pairs)
    comparison.add(
      { ...here, place: { component: schemaPlace(pair.after.name) } },
      'schema-renamed',
      {
        name: pair.after.name,
        before: { value: pair.before.name, path: pair.before.at.path },
        after: { value: pair.after.name, path: pair.after.at.path },
        likeness: pair.likeness,
      },
    );
  for (const [list, action, side] of [
    [removed, 'removed', 'before'],
    [added, 'added', 'after'],
  ] as const)
    for (const { name, at } of list)
      if (!paired.has(name))
        comparison.add({ ...here, place: { component: schemaPlace(name) } }, `schema-${action}`, {
          name,
          [side]: { value: undefined, path: at.path },
        });
}

/** `Place.component` of a schema. */
function schemaPlace(name: string): string {
  return ['schemas', name].join('/');
}

/** A reference to a component, so that it is the same unit as wherever it is used. */
function refTo({ path }: Located): Located {
  return { value: { $ref: formatPointer(path) }, path };
}
