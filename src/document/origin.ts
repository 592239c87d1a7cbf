import { cached } from '../json/cached.ts';
import { step } from '../openapi/pointer.ts';
import type { SourceFile } from './source.ts';

/** A place in a source file, as segments of a JSON pointer. */
export interface Origin {
  readonly file: SourceFile;
  readonly path: readonly string[];
}

type Link = { readonly file: SourceFile } | { readonly parent: object; readonly key: string };

/**
 * The origins of a document's objects and arrays. Every stage that creates new ones records their originals,
 * so that a late mistake still has a place in the source. Kept while the document is being read: weak maps
 * would make that half as slow again.
 */
export class Origins {
  readonly #copies = new Map<object, object>();
  readonly #links = new Map<object, Link>();
  readonly #places = new Map<object, Map<string, object>>();

  /** Gives `copy` the origin of `original`. */
  copied(copy: object, original: object): void {
    if (copy !== original) this.#copies.set(copy, original);
  }

  /**
   * The member `key` of `parent` comes from that of another object: scalars have no origins of their own.
   */
  placed(parent: object, key: string, from: object): void {
    cached(this.#places, parent, () => new Map<string, object>()).set(key, from);
  }

  /** `root` is the content of `file`. */
  parsed(root: unknown, file: SourceFile): void {
    if (typeof root !== 'object' || root === null) return;
    this.#links.set(root, { file });
    const open: object[] = [root];
    for (let parent = open.pop(); parent; parent = open.pop()) {
      for (const [key, child] of Object.entries(parent)) {
        if (typeof child !== 'object' || child === null) continue;
        this.#links.set(child, { parent, key });
        open.push(child);
      }
    }
  }

  /** A function's result for an object, or else for its original, or for that one's original ... */
  find<T>(value: object, of: (one: object) => T | undefined): T | undefined {
    for (let current: object | undefined = value; current; current = this.#copies.get(current)) {
      const found = of(current);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The place of an object or array, or undefined if no file contains it. */
  of(value: unknown): Origin | undefined {
    if (typeof value !== 'object' || value === null) return undefined;
    let current: object = value;
    for (let next = this.#copies.get(current); next; next = this.#copies.get(current)) {
      if (this.#links.has(current)) break;
      current = next;
    }
    const path: string[] = [];
    for (let link = this.#links.get(current); link; link = this.#links.get(current)) {
      if ('file' in link) return { file: link.file, path: path.reverse() };
      path.push(link.key);
      current = link.parent;
    }
    return undefined;
  }

  /**
   * The place of a path in `root`: that of the deepest object along the path with a known origin, followed by
   * the rest of the path, which need not exist in the file.
   */
  at(root: unknown, path: readonly string[]): Origin | undefined {
    let value = root;
    let nearest = this.of(value);
    let rest = path;
    for (const [index, segment] of path.entries()) {
      const placed = this.#placeOf(value, segment);
      value = step(value, segment);
      const found = this.of(value) ?? placed;
      if (!found) continue;
      nearest = found;
      rest = path.slice(index + 1);
    }
    return nearest && { file: nearest.file, path: [...nearest.path, ...rest] };
  }

  #placeOf(parent: unknown, key: string): Origin | undefined {
    for (let current = parent as object | undefined; current; current = this.#copies.get(current)) {
      const from = this.of(this.#places.get(current)?.get(key));
      if (from) return { file: from.file, path: [...from.path, key] };
    }
    return undefined;
  }
}
