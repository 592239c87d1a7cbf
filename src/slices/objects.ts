import { isObject } from '../json/guards.ts';

/**
 * An object that is extended by whole parts without changing its source: the ancestors of a part are copied
 * once, however many parts are added.
 */
export class Tree {
  readonly value: Record<string, unknown>;
  /** Objects that belong to the tree. */
  readonly #own = new Set<unknown>();

  constructor(value: object) {
    this.value = this.#copy(value);
  }

  add(path: readonly string[], part: unknown): void {
    let target = this.value;
    for (const name of path.slice(0, -1)) {
      const child = Object.hasOwn(target, name) ? target[name] : undefined;
      const own = this.#own.has(child) ? child : this.#copy(child);
      set(target, name, own);
      target = own as Record<string, unknown>;
    }
    set(target, path.at(-1) ?? '', part);
  }

  #copy(value: unknown): Record<string, unknown> {
    const copy = isObject(value) ? { ...value } : {};
    this.#own.add(copy);
    return copy;
  }
}

/** Assigns a member, even with the name `__proto__`, which alone takes the slow path. */
function set(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') target[name] = value;
  else
    Object.defineProperty(target, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
}

/** An object with one own property, even with the name `__proto__`. */
export function singleton(name: string, value: unknown): Record<string, unknown> {
  return Object.fromEntries([[name, value]]);
}
