import { isObject, type JsonObject } from '../json/guards.ts';
import { type Field, heldBy, isExtension } from '../openapi/fields.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import type { Path } from '../openapi/walk.ts';
import type { DocumentView } from './document-view.ts';
import type { Fact } from './fact.ts';
import type { FactKind } from './keyword.ts';
import { keywordOf } from './keywords.ts';
import { anchorOf, type Direction, type Region } from './region.ts';
import type { SchemaPages } from './schema-pages.ts';
import { SchemaWalk } from './schema-walk.ts';
import { schemeFacts } from './security.ts';
import type { Tally } from './tally.ts';

/** What a walk needs. */
export interface Coverage {
  readonly view: DocumentView;
  readonly tally: Tally;
  readonly schemaPages: SchemaPages;
  /** Path of an operation's page, by operationId or pointer. */
  operationAddress(link: JsonObject): string | undefined;
}

/**
 * Walks an object and everything in it by the table of keywords, and checks whether each fact is in its
 * region. Schemas, operations and security are more complex and walked separately.
 */
export class Walk {
  readonly coverage: Coverage;
  readonly schemas: SchemaWalk;
  readonly direction: Direction;

  constructor(coverage: Coverage, direction: Direction) {
    this.coverage = coverage;
    this.direction = direction;
    this.schemas = new SchemaWalk(coverage, (object, value, path, region) =>
      this.visit(object, value, path, region),
    );
  }

  /** A walk in the other direction. */
  #towards(direction: Direction): Walk {
    return direction === this.direction ? this : new Walk(this.coverage, direction);
  }

  visit(object: ObjectKind, value: unknown, path: Path, region: Region): void {
    if (object === 'schema') {
      this.schemas.visit(value, path, this.#inSection(region));
      return;
    }
    const { view, tally } = this.coverage;
    const found = view.resolve({ value, path });
    if (!found || !isObject(value)) return;
    // Siblings of a reference override its target (OpenAPI 3.1 section 4.8.23).
    const beside = found.value === value ? [] : view.facts('reference', value, path);
    const nearer = new Set(beside.map(({ key }) => key));
    const own = view.facts(object, found.value, found.path);
    const further = object === 'securityScheme' ? schemeFacts(found.value, found.path) : [];
    const more = object === 'link' ? this.#target(found.value, found.path) : further;
    const facts =
      nearer.size + more.length === 0
        ? own
        : [...beside, ...own.filter(({ key }) => !nearer.has(key)), ...more];
    tally.check(facts, region);
    this.holds(object, found.value, found.path, region);
  }

  /** Walks the fields of an object, except for some. */
  holds(
    object: ObjectKind,
    value: JsonObject,
    path: Path,
    region: Region,
    but?: Set<string>,
  ): void {
    for (const [key, member] of Object.entries(value)) {
      const holds = heldBy(object, key);
      if (!holds || but?.has(key)) continue;
      const at = [...path, key];
      if (holds.shape === 'one') {
        const into = key === 'requestBody' ? anchorOf(region.anchor, 'request') : region.anchor;
        this.visit(holds.kind, member, at, { ...region, anchor: into });
      } else if (holds.shape === 'list') {
        if (!Array.isArray(member)) continue;
        for (const [index, item] of member.entries())
          this.visit(holds.kind, item, [...at, String(index)], region);
      } else if (isObject(member)) this.#map(object, key, holds, member, at, region);
    }
  }

  #map(
    object: ObjectKind,
    key: string,
    holds: Field<ObjectKind>,
    members: JsonObject,
    path: Path,
    region: Region,
  ): void {
    const named = keywordOf(object, key)?.named;
    for (const [name, member] of Object.entries(members)) {
      if (isExtension(object, key, name)) continue;
      const at = [...path, name];
      const into = intoMap(object, key, name, region);
      if (named) {
        const isReadable = named === 'example';
        const fact = nameFact(named, name, at, isReadable ? 'name' : 'word');
        const places = [...into.places, ...(key === 'content' ? region.places : [])];
        this.coverage.tally.check([fact], { ...into, places });
      }
      const direction = key === 'responses' ? 'response' : this.direction;
      this.#towards(direction).visit(holds.kind, member, at, into);
    }
  }

  #inSection(region: Region): Region {
    if (region.section) return region;
    const section = { direction: this.direction, within: region.places, seen: new Set<object>() };
    return { ...region, section };
  }

  /** The target operation of a link, OpenAPI 3.1 section 4.8.20. */
  #target(link: JsonObject, path: Path): Fact[] {
    const key = typeof link.operationId === 'string' ? 'operationId' : 'operationRef';
    const name = link[key];
    if (typeof name !== 'string') return [];
    const address = this.coverage.operationAddress(link);
    const form = address === undefined ? 'word' : 'page';
    return [{ kind: 'link', form, value: address ?? name, key, path: [...path, key] }];
  }
}

/** The fact that something has a name. */
export function nameFact(
  kind: FactKind,
  name: string,
  path: Path,
  form: 'word' | 'name' = 'word',
): Fact {
  return { kind, form, value: name, key: path.at(-1) ?? '', path };
}

/** The region of a named entry of a map. */
function intoMap(object: ObjectKind, key: string, name: string, region: Region): Region {
  const { tree } = region.on;
  if (key === 'responses') {
    const anchor = anchorOf(region.anchor, 'response', name);
    return { ...region, anchor, places: tree.withId(anchor) };
  }
  if (key === 'content' && (object === 'requestBody' || object === 'response')) {
    const anchor = anchorOf(region.anchor, name);
    return { ...region, anchor, places: tree.withId(anchor) };
  }
  if (key === 'headers') return { ...region, places: tree.entries(name, region.places) };
  return region;
}
