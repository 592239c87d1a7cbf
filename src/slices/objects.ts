import { isObject } from '../json/guards.ts';

/**
 * An object that grows by whole parts and never changes what it was made from: what is on the way to a
 * part is copied once, however many parts come in.
 */
export class Tree {
  readonly value: Record<string, unknown>;
  /** Objects that are the tree's own. */
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

/** An assignment, also to a name that is `__proto__`; only that one takes the slow way. */
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

/** An object with one own property, also where its name is `__proto__`. */
export function singleton(name: string, value: unknown): Record<string, unknown> {
  return Object.fromEntries([[name, value]]);
}

export function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
