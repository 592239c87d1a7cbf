import { cached } from './cached.ts';

/** Adds a value to the list of a key, or starts one. */
export function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  cached<K, V[]>(lists, key, () => []).push(value);
}
