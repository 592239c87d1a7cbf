import { cached } from '../json/cached.ts';
import { isObject, type JsonObject } from '../json/guards.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import { parsePointer, valueAt } from '../openapi/pointer.ts';
import type { Document } from '../openapi/types.ts';
import { eachObject } from '../openapi/walk.ts';
import { type Fact, factsOf } from './fact.ts';

export interface Found {
  readonly value: unknown;
  readonly path: readonly string[];
}

/** Longer chains of references are circular. */
const MAX_HOPS = 100;

/** Looks up objects in a document, with a cache. */
export class DocumentView {
  readonly #facts = new Map<ObjectKind, WeakMap<object, readonly Fact[]>>();
  readonly #anchors = new Map<string, Found>();
  /** Every object resolved so far. */
  readonly used = new WeakSet<object>();

  /** @param extensions Names of the extensions that pages show. */
  constructor(
    readonly document: Document,
    readonly extensions: ReadonlySet<string> = new Set(),
  ) {
    this.#collectAnchors();
  }

  /** The target of a local `$ref`: a JSON pointer, `$anchor` or `$id`; OpenAPI 3.1 section 4.6. */
  find(ref: string): Found | undefined {
    if (ref !== '#' && !ref.startsWith('#/')) return this.#anchors.get(ref);
    const path = parsePointer(ref);
    const value = valueAt(this.document, path);
    return value === undefined ? undefined : { value, path };
  }

  /** The object itself, or the target of its chain of `$ref`s; undefined if that is not an object. */
  resolve({ value, path }: Found): { value: JsonObject; path: readonly string[] } | undefined {
    let found: Found | undefined = { value, path };
    for (let hops = 0; hops < MAX_HOPS && found && isObject(found.value); hops++) {
      const { $ref } = found.value;
      this.used.add(found.value);
      if (typeof $ref !== 'string') return { value: found.value, path: found.path };
      found = this.find($ref);
    }
    return undefined;
  }

  /** The facts of an object; always the same list. */
  facts(object: ObjectKind, value: JsonObject, path: readonly string[]): readonly Fact[] {
    const known = cached(this.#facts, object, () => new WeakMap<object, readonly Fact[]>());
    return cached(known, value, () => factsOf(object, value, path, this.extensions));
  }

  #collectAnchors(): void {
    eachObject(this.document, 'document', (value, kind, path) => {
      if (kind !== 'schema') return;
      const { $anchor, $dynamicAnchor, $id } = value;
      const names = [...[$anchor, $dynamicAnchor].map((name) => name && `#${name}`), $id];
      const found = { value, path: [...path] };
      for (const name of names) if (typeof name === 'string') this.#anchors.set(name, found);
    });
  }
}
