import { append } from '../json/append.ts';
import { asString, isObject, own } from '../json/guards.ts';
import { fromEntriesInOrder, mapEntries, omit } from '../json/key-order.ts';
import { componentRef } from '../model/schema/ref.ts';
import { SCHEMA_ROOM } from '../model/schema/size.ts';
import { SPLIT_FROM } from '../model/schema/split-from.ts';
import { formatPointer, parsePointer, valueAt } from '../openapi/pointer.ts';
import type { Document } from '../openapi/types.ts';
import { eachObject, type Path } from '../openapi/walk.ts';
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
  const parts = [...subjects.values()]
    .flatMap((pieces) => cut(pieces, SCHEMA_ROOM))
    .filter((part) => !isTarget(part));
  if (parts.length === 0) return document;
  const names = new Names(document);
  // A schema may be in several places: an alias of YAML.
  const named = new Map<object, string>();
  for (const { schema, path } of parts) if (!named.has(schema)) named.set(schema, names.take(path));
  const replace = (value: unknown): unknown => {
    const name = isObject(value) ? named.get(value) : undefined;
    if (name === undefined || !isObject(value)) return inside(value);
    const beside = Object.entries(value).filter(([keyword]) => BESIDE.includes(keyword));
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
  const components = parts.map(({ schema, path }): [string, unknown] => [
    named.get(schema) ?? '',
    { ...omit(inside(schema) as typeof schema, 'title'), [SPLIT_FROM]: formatPointer(path) },
  ]);
  const { schemas } = whole.components ?? {};
  const all = fromEntriesInOrder([...Object.entries(schemas ?? {}), ...components]);
  return { ...whole, components: { ...whole.components, schemas: all } } as Document;
}

/** The document as its pages show it: with parts, if all schemas have pages. */
export function shownParts(document: Document, kinds?: Pick<PageChoice, 'schemas'>): Document {
  return kinds === undefined || kinds.schemas === 'all' ? withParts(document) : document;
}

/** Levels of a document that a page has for itself: `paths`, a path, a method; `components`, a kind, a name. */
const LEVELS = 3;

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

/** Segments of a path that say nothing to readers, besides the position in a list. */
const SILENT: ReadonlySet<string> = new Set(
  'components schemas paths webhooks properties patternProperties items oneOf anyOf allOf content schema'.split(
    ' ',
  ),
);

/** Names of parts: that of the schema or operation, then those of the properties that lead there. */
class Names {
  readonly #document: Document;
  readonly #taken: Set<string>;

  constructor(document: Document) {
    this.#document = document;
    this.#taken = new Set(Object.keys(document.components?.schemas ?? {}));
  }

  take(path: Path): string {
    const [top, , , ...below] = path;
    const operation = valueAt(this.#document, path.slice(0, LEVELS));
    const id = top === 'components' ? undefined : asString(own(operation, 'operationId'));
    const words = (id === undefined ? path : [id, ...below]).filter(
      (word) => !SILENT.has(word) && !/^\d\d?$/.test(word),
    );
    const name = words
      .join('.')
      .replaceAll(/[^\w.-]+/g, '-')
      .replace(/^-+/, '');
    let free = name;
    for (let number = 2; this.#taken.has(free); number++) free = `${name}-${number}`;
    this.#taken.add(free);
    return free;
  }
}
