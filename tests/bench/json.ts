/** Any value of a JSON or YAML document. */
export type Json = unknown;
export type JsonObject = Readonly<Record<string, Json>>;

/** The value if it is an object, an empty one otherwise: documents may be of any form. */
export function object(value: Json): JsonObject {
  return isObject(value) ? value : {};
}

/** The value if it is a list, an empty one otherwise. */
export function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a local `$ref` leads to, through chains of them; the value itself where there is none. */
export function resolve(document: JsonObject, value: Json): JsonObject {
  let current = object(value);
  for (let step = 0; step < 100 && typeof current.$ref === 'string'; step++) {
    current = object(at(document, current.$ref));
  }
  return current;
}

function at(document: JsonObject, ref: string): Json {
  return ref
    .replace(/^#\/?/, '')
    .split('/')
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Json>((value, key) => object(value)[key], document);
}
