import { isObject } from './guards.ts';

/** An object that grows by whole parts and never changes what it was made from. */
export class Tree {
  value: Record<string, unknown>;

  constructor(value: object) {
    this.value = { ...value };
  }

  add(path: readonly string[], part: unknown): void {
    this.value = put(this.value, path, part);
  }
}

function put(target: unknown, path: readonly string[], part: unknown): Record<string, unknown> {
  const [head = '', ...rest] = path;
  const object = isObject(target) ? target : {};
  const child = Object.hasOwn(object, head) ? object[head] : undefined;
  return { ...object, ...own(head, rest.length === 0 ? part : put(child, rest, part)) };
}

/** An object with one own property, also where its name is `__proto__`. */
export function own(name: string, value: unknown): Record<string, unknown> {
  return Object.fromEntries([[name, value]]);
}

export function definedOf<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

export function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
