import {
  type Change,
  concernedBy,
  DIRECTIONS,
  type Direction,
  type Place,
  type Side,
} from '../changes/change.ts';
import { cached } from '../json/cached.ts';
import { defined } from '../json/guards.ts';
import { jsonText } from '../json/text.ts';
import type { Json } from '../openapi/types.ts';
import { basesOf, longPointer, shortPointer } from './pointers.ts';
import { formatRanges, parseRanges } from './ranges.ts';

/** A version of an API. */
export interface StoredVersion {
  readonly version: string;
  /** When it was published: `2026-05-31`. */
  readonly date?: string;
}

/** A page of the earlier version whose address the later one does not have. */
export interface FormerPage {
  readonly id: string;
  readonly kind: 'operation' | 'webhook' | 'schema' | 'tag';
  readonly title: string;
  /** `operationKey` of an operation or webhook; the name of a schema or tag. */
  readonly key: string;
  /** The key in the later version of what is the same, under another name. */
  readonly now?: string;
  /** What its description or an extension said about its end. */
  readonly note?: string;
}

/** What changed from one version to the next, as it is kept beside the document. */
export interface StoredChanges {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly Change[];
  readonly pages: readonly FormerPage[];
}

/** Changes whenever older files could not be read any longer. */
export const FORMAT = 1;

/** Changes of one component or operation, with what they have in common. */
export interface PackedGroup {
  readonly component?: string;
  /** Ranges of positions in the file's list of operations. */
  readonly operations?: { readonly [direction in Direction]?: string };
  readonly changes: readonly PackedChange[];
}

/**
 * A change as in a file. Texts, and whatever is long of what is new or gone, are left out: pages lead to them, or nowhere.
 * Sides without a value follow from what happened.
 */
export interface PackedChange
  extends Omit<Change, 'operations' | 'before' | 'after' | 'place' | 'kind'> {
  readonly kind: string;
  readonly place?: Place;
  /** The pointer of both sides, or of the only one. */
  readonly at?: string;
  readonly before?: PackedSide;
  readonly after?: PackedSide;
}

interface PackedSide {
  /** Absent if it is that of the change. */
  readonly pointer?: string;
  readonly value?: Json;
}

/** Changes as a file has them: what several of them have in common is there once. */
export interface PackedChanges {
  /** Keys of all operations that are concerned. */
  readonly operations: readonly string[];
  readonly groups: readonly PackedGroup[];
}

/** The reverse of `unpackedChanges`, except for texts. */
export function packedChanges(changes: readonly Change[]): PackedChanges {
  const kept = changes.map(withoutTexts);
  const operations = [...new Set(kept.flatMap(concernedBy))].sort();
  const numbers = new Map(operations.map((key, number) => [key, number]));
  const groups = new Map<string, { common: Omit<PackedGroup, 'changes'>; own: Change[] }>();
  for (const change of kept) {
    const common = commonOf(change, numbers);
    cached(groups, jsonText(common), () => ({ common, own: [] as Change[] })).own.push(change);
  }
  return {
    operations,
    groups: Array.from(groups.values(), ({ common, own }) => ({
      ...common,
      changes: own.map(packed),
    })),
  };
}

/**
 * The text of a file: JSON with a line for each change, so that a version control system shows what is new. The same for
 * the same changes.
 */
export function storedText({ from, to, changes, pages }: StoredChanges): string {
  const { operations, groups } = packedChanges(changes);
  const texts = groups.map(({ changes: own, ...common }) => {
    const head = jsonText(common);
    return `${head === '{}' ? '{' : `${head.slice(0, -1)},`}"changes":${lines(own.map((one) => jsonText(one)))}}`;
  });
  const members = [
    `"format": ${FORMAT}`,
    `"from": ${jsonText(from)}`,
    `"to": ${jsonText(to)}`,
    `"operations": ${lines(operations.map((key) => jsonText(key)))}`,
    `"groups": ${lines(texts)}`,
    `"pages": ${lines(pages.map((page) => jsonText(page)))}`,
  ];
  return `{\n${members.join(',\n')}\n}\n`;
}

function lines(texts: readonly string[]): string {
  return texts.length === 0 ? '[]' : `[\n${texts.join(',\n')}\n]`;
}

/** A text matters where it stands, and not to the operations that share it. */
function withoutTexts(change: Change): Change {
  const isShared = concernedBy(change).length > 1;
  return isShared && TEXT.test(change.kind) ? { ...change, operations: {} } : change;
}

const TEXT = /(?:^|-)(?:description|summary|title|examples?)-\w+$/;

function commonOf(
  { place, operations }: Change,
  numbers: ReadonlyMap<string, number>,
): Omit<PackedGroup, 'changes'> {
  const ranges = DIRECTIONS.flatMap((direction) => {
    const keys = operations[direction] ?? [];
    const found = keys.flatMap((key) => numbers.get(key) ?? []);
    return found.length > 0 ? [[direction, formatRanges(found)]] : [];
  });
  return defined({
    component: place.component,
    operations: ranges.length > 0 ? Object.fromEntries(ranges) : undefined,
  });
}

/** Characters of a value that is new or gone. */
const SHORT = 60;

function packed(whole: Change): PackedChange {
  const { operations: _, place, before, after, ...change } = whole;
  const { component: __, ...within } = place;
  const bases = basesOf(whole);
  const pointers = new Set([before, after].flatMap((side) => side?.pointer ?? []));
  const [at] = pointers.size === 1 ? pointers : [];
  const hasValue = (value: Json | undefined): boolean => {
    if (value === undefined || TEXT.test(change.kind)) return false;
    if (!/-(?:added|removed)$/.test(change.kind)) return true;
    // To know whether it is the same when it comes back; flags always are.
    const isShort = typeof value !== 'object' && String(value).length <= SHORT;
    return isShort && value !== change.name && value !== true;
  };
  const sideOf = (side: Side | undefined): PackedSide | undefined =>
    side && {
      ...(at === undefined && { pointer: shortPointer(side.pointer, bases) }),
      ...(hasValue(side.value) && { value: side.value }),
    };
  const sides = defined({ before: sideOf(before), after: sideOf(after) });
  const expected = expectedSides(change.kind);
  const isImplied = at !== undefined && jsonText(sides) === jsonText(expected);
  return defined({
    ...change,
    place: Object.keys(within).length > 0 ? within : undefined,
    at: at === undefined ? undefined : shortPointer(at, bases),
    ...(isImplied ? {} : sides),
  });
}

/** The sides of a change that has no values. */
function expectedSides(kind: string): { before?: PackedSide; after?: PackedSide } {
  if (kind.endsWith('-added')) return { after: {} };
  return kind.endsWith('-removed') ? { before: {} } : { before: {}, after: {} };
}

/** The changes of a file; positions beyond the list of operations are left out. */
export function unpackedChanges({ operations, groups }: PackedChanges): Change[] {
  return groups.flatMap((group) => unpacked(group, operations));
}

function unpacked(group: PackedGroup, keys: readonly string[]): Change[] {
  const { component, operations = {} } = group;
  const concerned = DIRECTIONS.flatMap((direction) => {
    const ranges = operations[direction];
    if (ranges === undefined) return [];
    return [[direction, parseRanges(ranges, keys.length).flatMap((number) => keys[number] ?? [])]];
  });
  const shared: Change['operations'] = Object.fromEntries(concerned);
  return group.changes.map(({ place, at, before, after, ...change }) => {
    const known = { place: { ...defined({ component }), ...place }, operations: shared };
    const bases = basesOf(known);
    const sides =
      before || after ? { before, after } : at === undefined ? {} : expectedSides(change.kind);
    const sideOf = ({ pointer = at ?? '', ...side }: PackedSide): Side => ({
      pointer: longPointer(pointer, bases),
      ...side,
    });
    return {
      ...change,
      kind: change.kind as Change['kind'],
      ...known,
      ...(sides.before && { before: sideOf(sides.before) }),
      ...(sides.after && { after: sideOf(sides.after) }),
    };
  });
}
