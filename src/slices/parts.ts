import { append } from '../json/append.ts';
import { asString, entriesOf, isObject, type JsonObject } from '../json/guards.ts';
import { fromEntriesInOrder, mapEntries, omit } from '../json/key-order.ts';
import { componentRef } from '../model/schema/ref.ts';
import { SCHEMA_ROOM } from '../model/schema/size.ts';
import { formatPointer, parsePointer } from '../openapi/pointer.ts';
import { SPLIT_FROM } from '../openapi/split-from.ts';
import type { Document } from '../openapi/types.ts';
import { eachObject, type Path } from '../openapi/walk.ts';
import { LEVELS, PartNames } from './part-names.ts';
import { cut, type Piece, pieceOf } from './pieces.ts';
import type { PageChoice } from './plan.ts';

/** What a schema says about its place remains there. */
const BESIDE = ['title', 'description', 'deprecated', 'readOnly', 'writeOnly'];

/**
 * Gives names to parts of schemas that are too large for a page, so that they have pages of their own: the same document
 * with some of its inline schemas as components. What is large by its references has such pages already.
 */
export function withParts(document: Document): Document {
  const { subjects, targets } = survey(document);
  const isTarget = ({ path }: Piece) => targets.some((target) => startsWith(target, path));
  const parts = [...subjects.values()].flatMap((pieces) => cut(pieces, SCHEMA_ROOM, isTarget));
  if (parts.length === 0) return document;
  const names = new PartNames(document);
  // A schema may be in several places: an alias of YAML. The first one names it.
  const named = new Map<object, { readonly name: string; readonly path: Path }>();
  for (const { schema, path } of parts)
    if (!named.has(schema)) named.set(schema, { name: names.take(path, schema), path });
  const replace = (value: unknown): unknown => {
    const name = isObject(value) ? named.get(value)?.name : undefined;
    if (name === undefined || !isObject(value)) return inside(value);
    const beside = entriesOf(value).filter(([keyword]) => BESIDE.includes(keyword));
    return fromEntriesInOrder([['$ref', componentRef(name)], ...beside]);
  };
  /** A value with what is cut out of it; itself if that is nothing. */
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const items = value.map(replace);
      return items.some((item, at) => item !== value[at]) ? items : value;
    }
    if (!isObject(value)) return value;
    const whole = mapEntries(value, replace);
    return Object.keys(value).some((key) => whole[key] !== value[key]) ? whole : value;
  };
  const whole = inside(document) as Document;
  const components = Array.from(named, ([schema, { name, path }]): [string, unknown] => {
    const rest = omit(inside(schema) as JsonObject, 'title');
    return [name, fromEntriesInOrder([...entriesOf(rest), [SPLIT_FROM, formatPointer(path)]])];
  });
  const all = fromEntriesInOrder([...entriesOf(whole.components?.schemas), ...components]);
  return { ...whole, components: { ...whole.components, schemas: all } } as Document;
}

/** The document as its pages show it: with parts, if all schemas have pages. */
export function shownParts(document: Document, kinds?: Pick<PageChoice, 'schemas'>): Document {
  return kinds === undefined || kinds.schemas === 'all' ? withParts(document) : document;
}

/** The schemas of each page or component, and the places that references lead to. */
function survey(document: Document): {
  readonly subjects: ReadonlyMap<string, readonly Piece[]>;
  readonly targets: readonly Path[];
} {
  const subjects = new Map<string, Piece[]>();
  const targets: Path[] = [];
  let open: Piece | undefined;
  eachObject(document, 'document', (value, kind, path) => {
    while (open && !startsWith(path, open.path)) open = open.around;
    const ref = asString(value.$ref);
    // Others lead to whole components.
    if (ref?.startsWith('#/'))
      targets.push(...[parsePointer(ref)].filter(({ length }) => length > LEVELS));
    if (kind !== 'schema') return;
    open = pieceOf(value, path, open);
    append(subjects, formatPointer(path.slice(0, LEVELS)), open);
  });
  return { subjects, targets };
}

function startsWith(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((segment, at) => path[at] === segment);
}
