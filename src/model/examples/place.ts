import type { FlatSchema } from '../schema/flatten.ts';

/** A place within a value that is being generated. */
export interface Place {
  readonly depth: number;
  /** Schemas that enclose this place, including those of choices and branches. */
  readonly nesting: number;
  /** Keys of the enclosing named schemas. */
  readonly around: ReadonlySet<string>;
  /** Those of them that apply to this very value, such as one that has it as a choice. */
  readonly own: ReadonlySet<string>;
  /** Makes the items of a list differ. */
  readonly variant: number;
  /** Members and indexes from the top. */
  readonly path: readonly string[];
  /** The property that has the value, or a list with it; empty at the top. */
  readonly name: string;
  /** The named schema that has the property. */
  readonly owner: string;
  /** Whether the value is all that is sent, or an item of a list that is. */
  readonly isWhole: boolean;
  /** Whether something wanted is inside of the value, so that it is not cut. */
  readonly isWanted: boolean;
}

export const NONE: ReadonlySet<string> = new Set();

export const TOP: Place = {
  depth: 0,
  nesting: 0,
  around: NONE,
  own: NONE,
  variant: 0,
  path: [],
  name: '',
  owner: '',
  isWhole: true,
  isWanted: false,
};

/** The place of the parts of a value. */
export function below(place: Place): Place {
  return { ...place, depth: place.depth + 1, own: NONE, isWanted: false };
}

/** The place of a member of an object. */
export function member(place: Place, name: string): Place {
  return { ...place, path: [...place.path, name], name, isWhole: false };
}

/** The place of an item of a list. */
export function item(place: Place, index: number): Place {
  return { ...place, path: [...place.path, String(index)] };
}

/** Whether a schema contains itself at a place. */
export function isAround({ bases }: Pick<FlatSchema, 'bases'>, { around }: Place): boolean {
  return bases.some(({ key }) => around.has(key));
}

/** A list that starts at another item: values of several places differ. */
export function rotated<T>(list: readonly T[], by: number): T[] {
  const start = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
