import { isObject, type JsonObject, mapEntries, member, omit, parsePointer } from './json.ts';
import { mapRefs } from './map-refs.ts';
import { Moves } from './moves.ts';
import type { Origin, Origins } from './origin.ts';

/** What a component may be called, OpenAPI 3.1 section 4.8.7. */
const COMPONENT_NAME = /^[\w.-]+$/;

/** A valid name that none of `taken` is, as like `wanted` as can be: files have blanks in their names. */
function validName(wanted: string, taken: ReadonlySet<string>): string {
  const clean = wanted.replace(/[^\w.-]+/g, '-').replace(/^-+|-+$/g, '') || 'component';
  let name = clean;
  for (let count = 2; taken.has(name); count += 1) name = `${clean}-${count}`;
  return name;
}

/** The names of the components before the bundler adds to them. */
export function componentNames({ components }: JsonObject): unknown {
  if (!isObject(components)) return components;
  return mapEntries(components, (group) => (isObject(group) ? { ...group } : group));
}

/**
 * Mends what the bundler does to `components`. It adds them to a document that needs none. It names components
 * as their pointers are written (`a~1b`) or after their files (`bank transfer`): the first get the names that
 * they have there, the second valid ones. Where names meet it counts, in the order of the references, so that
 * one more reference makes names, and with them addresses, change hands: these get the file or folder in front
 * that tells them apart. References follow.
 *
 * @param before What `componentNames` said.
 */
export function mendComponents(root: JsonObject, before: unknown, origins: Origins): JsonObject {
  const { components } = root;
  if (!isObject(components)) return root;
  if (before === undefined && Object.keys(components).length === 0) return omit(root, 'components');
  const moves = new Moves();
  const groups = mapEntries(components, (values, group) => {
    if (!isObject(values)) return values;
    const own = member(before, group);
    const added = Object.entries(values).filter(([name]) => member(own, name) === undefined);
    const names = namesOf(new Map(added), new Set(isObject(own) ? Object.keys(own) : []), origins);
    for (const [name, mended] of names) {
      // As the bundler writes the reference: it takes over the name as it stands in another one.
      const pointer = parsePointer(`#/components/${group}/${name}`);
      if (mended !== pointer.at(-1)) moves.add(pointer, [mended]);
    }
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [names.get(name) ?? name, value]),
    );
  });
  const mended = { ...root, components: groups };
  return moves.isEmpty ? mended : mapRefs(mended, (ref) => moves.rewrite(ref), origins);
}

/** A component that the bundler added. */
interface Added {
  /** The bundler's name for it. */
  readonly given: string;
  /** The same as it is written outside of a pointer. */
  readonly name: string;
  /** The same without the number that it has where names meet. */
  readonly wanted: string;
  /** A file of its own, which it is named after. */
  readonly isFile: boolean;
  /** Names of what it is in, the nearest first: what can tell it from others of its name. */
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
    const met = byWanted.get(one.wanted) ?? [];
    met.push(one);
    byWanted.set(one.wanted, met);
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
 * What stands in front of the names, nearest by, and of which each has another: one name, or where no single one
 * tells all apart, several; undefined where nothing does.
 */
function prefixesOf(met: readonly Added[]): string[] | undefined {
  for (const from of [(near: number) => near, () => 0]) {
    for (let near = 0; met.every(({ around }) => around.length > near); near += 1) {
      const prefixes = met.map(({ around }) =>
        around
          .slice(from(near), near + 1)
          .toReversed()
          .join('-'),
      );
      if (new Set(prefixes).size === met.length) return prefixes;
    }
  }
  return undefined;
}
