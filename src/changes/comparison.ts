import { cached } from '../json/cached.ts';
import { isObject, type JsonObject } from '../json/guards.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import { formatPointer } from '../openapi/pointer.ts';
import type { Document } from '../openapi/types.ts';
import { eachObject, type Path } from '../openapi/walk.ts';
import type { ChangeKind, Place, Trait } from './change.ts';
import { type Absent, COMPOSED, type Turn } from './turn.ts';
import { type Located, Viewer, type Whole } from './view.ts';

/** Two objects that are compared once, wherever they are used: an operation, or targets of references. */
export interface Unit {
  readonly kind: ObjectKind;
  readonly before: Whole;
  readonly after: Whole;
  readonly place: Place;
  /** The units that it uses. */
  readonly edges: Edge[];
}

export interface Edge {
  readonly to: Unit;
  readonly turn: Turn;
  readonly absent: ReadonlySet<Absent>;
}

/** Where a comparison is. */
export interface Here {
  readonly unit: Unit;
  /** From the unit to this part of it. */
  readonly turn: Turn;
  readonly absent: ReadonlySet<Absent>;
  readonly place: Place;
}

/** A change, before it is known which operations it concerns. */
export interface FoundChange {
  readonly here: Here;
  readonly kind: ChangeKind;
  readonly name?: string;
  readonly before?: Located;
  readonly after?: Located;
  readonly traits?: readonly Trait[];
  readonly likeness?: number;
  /** Names of the operations, if it is about operations themselves. */
  readonly operations?: readonly string[];
}

export interface Sides {
  readonly before: Located;
  readonly after: Located;
}

type Compare = (comparison: Comparison, here: Here, before: Whole, after: Whole) => void;

const NOWHERE: ReadonlySet<Absent> = new Set();

/** What two documents have been compared so far. Everything is compared once, in document order. */
export class Comparison {
  readonly before: Viewer;
  readonly after: Viewer;
  readonly found: FoundChange[] = [];
  /** Names of schema components before, by those after, and the other way round, where they are not the same. */
  readonly renamed = new Map<string, string>();
  readonly #known = new Map<string, Unit>();
  readonly #ids = new Map<object, number>();
  readonly #open: { readonly unit: Unit; readonly compare: Compare }[] = [];

  constructor(before: Document, after: Document) {
    this.before = new Viewer(before, anchorsOf(before));
    this.after = new Viewer(after, anchorsOf(after));
  }

  /**
   * Starts a unit, unless there is one for these two values; it is compared when `run` comes to it.
   *
   * @param sides The values as they are, before their references are followed.
   */
  unit(
    kind: ObjectKind,
    sides: Sides,
    [before, after]: readonly [Whole, Whole],
    place: Place,
    compare: Compare,
  ): Unit {
    const key = `${kind} ${this.#id(sides.before, before)} ${this.#id(sides.after, after)}`;
    const known = this.#known.get(key);
    if (known) return known;
    const unit: Unit = { kind, before, after, place, edges: [] };
    this.#known.set(key, unit);
    this.#open.push({ unit, compare });
    return unit;
  }

  /** Compares all units, and those that they use. */
  run(): void {
    // Iterating an array also visits what is added meanwhile.
    for (const { unit, compare } of this.#open)
      compare(this, startOf(unit), unit.before, unit.after);
    this.#open.length = 0;
  }

  /** Pointers of schema components that have been compared with something else than a component of their name. */
  comparedSchemas(): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { kind, before, after } of this.#known.values())
      if (kind === 'schema')
        for (const { path } of [before, after])
          if (componentAt(path) !== undefined) found.add(formatPointer(path));
    return found;
  }

  /** A unit is used here. */
  use(here: Here, to: Unit): void {
    here.unit.edges.push({ to, turn: here.turn, absent: here.absent });
  }

  add(here: Here, kind: ChangeKind, change: Omit<FoundChange, 'here' | 'kind'>): void {
    this.found.push({ here, kind, ...change });
  }

  #id({ value }: Located, whole: Whole): number {
    return cached(this.#ids, isObject(value) ? value : whole.value, () => this.#ids.size);
  }
}

function startOf(unit: Unit): Here {
  return { unit, turn: 'same', absent: NOWHERE, place: unit.place };
}

/** A part of what is compared here. */
export function part(here: Here, place: Partial<Place>, turn: Turn = 'same'): Here {
  return { ...here, turn: COMPOSED[here.turn][turn], place: { ...here.place, ...place } };
}

/** The same, where a part is never sent or never received. */
export function without(here: Here, absent: Absent): Here {
  if (absent === undefined || here.absent.has(absent)) return here;
  return { ...here, absent: new Set([...here.absent, absent]) };
}

/** Places of schemas by their anchors: `#name`. */
function anchorsOf(document: Document): ReadonlyMap<string, Path> {
  const anchors = new Map<string, Path>();
  eachObject(document, 'document', (node, kind, path) => {
    if (kind !== 'schema') return;
    for (const anchor of [node.$anchor, node.$dynamicAnchor])
      if (typeof anchor === 'string' && !anchors.has(`#${anchor}`))
        anchors.set(`#${anchor}`, [...path]);
  });
  return anchors;
}

/** The name of the component at a path, as in a place. */
export function componentAt(path: Path): string | undefined {
  const [top, type, name] = path;
  return top === 'components' && path.length === 3 ? `${type}/${name}` : undefined;
}

/** An object as a whole of its own. */
export function wholeOf(value: unknown, path: Path): Whole {
  const object: JsonObject = isObject(value) ? value : {};
  return {
    value: object,
    path,
    at: path,
    nullable: false,
    isNever: value === false,
    places: new Map(),
  };
}

/** Compares two objects: as a unit if a reference leads to one of them, and right here otherwise. */
export function compareObjects(
  comparison: Comparison,
  here: Here,
  kind: ObjectKind,
  { before, after }: Sides,
  compare: Compare,
): void {
  const one = comparison.before.view(before, false);
  const other = comparison.after.view(after, false);
  const left = comparison.before.whole(before, false);
  const right = comparison.after.whole(after, false);
  if (!one.isTarget && !other.isTarget) {
    compare(comparison, here, left, right);
    return;
  }
  const component =
    one.isTarget && other.isTarget ? sharedComponent(one.node.path, other.node.path) : undefined;
  const place = component === undefined ? here.place : placeIn(component, here.place);
  const sides = { before: one.node, after: other.node };
  comparison.use(here, comparison.unit(kind, sides, [left, right], place, compare));
}

function sharedComponent(before: Path, after: Path): string | undefined {
  const name = componentAt(after);
  return name !== undefined && name === componentAt(before) ? name : undefined;
}

/** What a reader has to know of a shared component: what it is in an operation, not where. */
function placeIn(component: string, { parameter, header }: Place): Place {
  return {
    component,
    ...(parameter !== undefined && component.startsWith('parameters/') && { parameter }),
    ...(header !== undefined && component.startsWith('headers/') && { header }),
  };
}
