/** What a cache needs: a Map or WeakMap. */
interface Store<K, V> {
  get(key: K): V | undefined;
  has(key: K): boolean;
  set(key: K, value: V): unknown;
}

/** The value of a key, made when it is first needed. */
export function cached<K, V>(store: Store<K, V>, key: K, make: () => V): V {
  const known = store.get(key);
  if (known !== undefined || store.has(key)) return known as V;
  const value = make();
  store.set(key, value);
  return value;
}
