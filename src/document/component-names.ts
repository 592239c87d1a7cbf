import { append } from '../json/append.ts';
import { isObject, type JsonObject, own } from '../json/guards.ts';
import { mapEntries, omit } from '../json/key-order.ts';
import { parsePointer } from '../openapi/pointer.ts';
import { mapRefs } from './map-refs.ts';
import { Moves } from './moves.ts';
import type { Origin, Origins } from './origin.ts';

/** Valid names of components, OpenAPI 3.1 section 4.8.7. */
const COMPONENT_NAME = /^[\w.-]+$/;

/** A valid name that is not `taken`, as similar to `wanted` as possible: file names contain spaces. */
function validName(wanted: string, taken: ReadonlySet<string>): string {
  const clean = wanted.replace(/[^\w.-]+/g, '-').replace(/^-+|-+$/g, '') || 'component';
  let name = clean;
  for (let count = 2; taken.has(name); count += 1) name = `${clean}-${count}`;
  return name;
}

/** The names of the components before the bundler adds others. */
export function componentNames({ components }: JsonObject): unknown {
  if (!isObject(components)) return components;
  return mapEntries(components, (group) => (isObject(group) ? { ...group } : group));
}

/**
 * Gives the components that the bundler added their proper names, and rewrites the references.
 *
 * - The bundler names a component as its pointer spells it (`a~1b`): it gets the unescaped name.
 * - It names one after its file (`bank transfer`): it gets a valid name.
 * - It numbers equal names in the order of the references, so that another reference would change the names
 * and addresses of other components: each gets its file or folder as a prefix instead.
 *
 * An empty `components` that the bundler added is removed.
 *
 * @param before What `componentNames` returned.
 */
export function nameComponents(root: JsonObject, before: unknown, origins: Origins): JsonObject {
  const { components } = root;
  if (!isObject(components)) return root;
  if (before === undefined && Object.keys(components).length === 0) return omit(root, 'components');
  const moves = new Moves();
  const groups = mapEntries(components, (values, group) => {
    if (!isObject(values)) return values;
    const known = own(before, group);
    const added = Object.entries(values).filter(([name]) => own(known, name) === undefined);
    const names = namesOf(
      new Map(added),
      new Set(isObject(known) ? Object.keys(known) : []),
      origins,
    );
    for (const [given, name] of names) {
      // The bundler copies the spelling of a pointer into the name, so the name is still escaped.
      const pointer = parsePointer(`#/components/${group}/${given}`);
      if (name !== pointer.at(-1)) moves.add(pointer, [name]);
    }
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [names.get(name) ?? name, value]),
    );
  });
  const named = { ...root, components: groups };
  return moves.isEmpty ? named : mapRefs(named, (ref) => moves.rewrite(ref), origins);
}

/** A component that the bundler added. */
interface Added {
  /** The bundler's name for it. */
  readonly given: string;
  /** The same, unescaped. */
  readonly name: string;
  /** The same without the number that distinguishes equal names. */
  readonly wanted: string;
  /** A separate file, which gives it its name. */
  readonly isFile: boolean;
  /** Names of its parents, nearest first: they may distinguish it from others with its name. */
  readonly around: readonly string[];
}

/** Names for added components, by the bundler's. */
function namesOf(
  values: ReadonlyMap<string, unknown>,
  own: ReadonlySet<string>,
  origins: Origins,
): Map<string, string> {
  const byWanted = new Map<string, Added[]>();
  for (const [given, value] of values) {
    const one = addedOf(given, origins.of(value));
    append(byWanted, one.wanted, one);
  }
  const names = new Map<string, string>();
  const others = new Map<string, string>();
  for (const [wanted, met] of byWanted) {
    const prefixes = met.length > 1 || own.has(wanted) ? prefixesOf(met) : undefined;
    for (const [index, { given, name, isFile }] of met.entries()) {
      if (prefixes) others.set(given, `${prefixes[index]}-${wanted}`);
      else (isFile && !COMPONENT_NAME.test(name) ? others : names).set(given, name);
    }
  }
  const taken = new Set([...own, ...names.values()]);
  for (const [given, name] of others) {
    const valid = validName(name, taken);
    taken.add(valid);
    names.set(given, valid);
  }
  return names;
}

function addedOf(given: string, origin: Origin | undefined): Added {
  const folders = origin?.file.name.split(/[\\/]/).filter((part) => !/^\.*$/.test(part)) ?? [];
  const file = folders.pop()?.replace(/\.[^.]+$/, '') ?? '';
  const parents = origin?.path.slice(0, -1) ?? [];
  const isFile = origin?.path.length === 0;
  const name = parsePointer(`#/${given}`).join('/');
  const source = isFile ? file : (origin?.path.at(-1) ?? '');
  const isNumbered = name.startsWith(source) && /^-\d+$/.test(name.slice(source.length));
  return {
    given,
    name,
    wanted: isNumbered ? source : name,
    isFile,
    around: [...(isFile ? [] : [file, ...parents.toReversed()]), ...folders.toReversed()],
  };
}

/**
 * The prefixes that distinguish components with the same name: the nearest level at which all differ, or else
 * as many levels as necessary. Undefined if nothing distinguishes them.
 */
function prefixesOf(met: readonly Added[]): string[] | undefined {
  const length = Math.min(...met.map(({ around }) => around.length));
  const levels = Array.from({ length }, (_, near) => near);
  const single = levels.map((near) => met.map(({ around }) => around[near] ?? ''));
  const joined = levels.map((near) =>
    met.map(({ around }) =>
      around
        .slice(0, near + 1)
        .toReversed()
        .join('-'),
    ),
  );
  return [...single, ...joined].find((prefixes) => new Set(prefixes).size === met.length);
}
