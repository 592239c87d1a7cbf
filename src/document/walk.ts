import { isObject, type JsonObject, mapEntries } from './json.ts';
import { METHODS } from './openapi.ts';
import type { Origins } from './origin.ts';

/** The objects of OpenAPI 3 (section 4.8) that hold others. */
export type Kind =
  | 'document'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'requestBody'
  | 'mediaType'
  | 'encoding'
  | 'response'
  | 'callback'
  | 'link'
  | 'example'
  | 'securityScheme'
  | 'schema';

/** One object, a list of them, or a map from names to them. */
type Shape = 'one' | 'list' | 'map';
type Field = readonly [shape: Shape, kind: Kind];
type Fields = Readonly<Record<string, Field>>;

const CONTENT: Fields = {
  schema: ['one', 'schema'],
  content: ['map', 'mediaType'],
  examples: ['map', 'example'],
};

const named = (field: Field, names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, field]));

/** Which members of an object hold objects; what is not listed is data and never touched. */
const FIELDS: Readonly<Record<Kind, Fields>> = {
  document: {
    paths: ['map', 'pathItem'],
    webhooks: ['map', 'pathItem'],
    'x-webhooks': ['map', 'pathItem'],
    components: ['one', 'components'],
  },
  components: {
    schemas: ['map', 'schema'],
    responses: ['map', 'response'],
    parameters: ['map', 'parameter'],
    examples: ['map', 'example'],
    requestBodies: ['map', 'requestBody'],
    headers: ['map', 'parameter'],
    securitySchemes: ['map', 'securityScheme'],
    links: ['map', 'link'],
    callbacks: ['map', 'callback'],
    pathItems: ['map', 'pathItem'],
    mediaTypes: ['map', 'mediaType'],
  },
  pathItem: {
    ...named(['one', 'operation'], METHODS),
    parameters: ['list', 'parameter'],
    additionalOperations: ['map', 'operation'],
  },
  operation: {
    parameters: ['list', 'parameter'],
    requestBody: ['one', 'requestBody'],
    responses: ['map', 'response'],
    callbacks: ['map', 'callback'],
  },
  parameter: CONTENT,
  requestBody: { content: ['map', 'mediaType'] },
  mediaType: {
    ...CONTENT,
    itemSchema: ['one', 'schema'],
    encoding: ['map', 'encoding'],
    prefixEncoding: ['list', 'encoding'],
    itemEncoding: ['one', 'encoding'],
  },
  encoding: { headers: ['map', 'parameter'], encoding: ['map', 'encoding'] },
  response: {
    headers: ['map', 'parameter'],
    content: ['map', 'mediaType'],
    links: ['map', 'link'],
  },
  callback: {},
  link: {},
  example: {},
  securityScheme: {},
  schema: {
    ...named(
      ['one', 'schema'],
      [
        'items',
        'additionalItems',
        'additionalProperties',
        'unevaluatedItems',
        'unevaluatedProperties',
        'contains',
        'propertyNames',
        'not',
        'if',
        'then',
        'else',
        'contentSchema',
      ],
    ),
    ...named(['list', 'schema'], ['allOf', 'oneOf', 'anyOf', 'prefixItems']),
    ...named(
      ['map', 'schema'],
      ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'],
    ),
  },
};

/** A callback is itself a map: every member that is no extension is a path item. */
function fieldOf(kind: Kind, key: string): Field | undefined {
  if (kind === 'callback') {
    return key.startsWith('x-') || key === '$ref' ? undefined : ['one', 'pathItem'];
  }
  return Object.hasOwn(FIELDS[kind], key) ? FIELDS[kind][key] : undefined;
}

/** Maps in which `x-` begins an extension; in all others the author chooses names freely. */
const EXTENSIBLE = new Set(['document paths', 'operation responses']);

function isNamed(name: string, kind: Kind, key: string): boolean {
  return !(name.startsWith('x-') && EXTENSIBLE.has(`${kind} ${key}`));
}

export type Path = readonly string[];
/** Gets an object whose members have been visited; gives what takes its place. */
export type Visitor = (node: JsonObject, path: Path) => JsonObject;
export type Visitors = Partial<Readonly<Record<Kind, Visitor>>>;

/** The objects that an object holds, by the segments that lead to each. */
function* membersOf(
  node: JsonObject,
  kind: Kind,
): Generator<readonly [value: unknown, kind: Kind, into: Path]> {
  for (const [key, value] of Object.entries(node)) {
    const field = fieldOf(kind, key);
    if (!field) continue;
    const [shape, child] = field;
    if (Array.isArray(value)) {
      // A list stands where one object may, too: `items` before JSON Schema 2020-12.
      if (shape === 'map') continue;
      for (const [index, item] of value.entries()) yield [item, child, [key, String(index)]];
    } else if (shape !== 'map') yield [value, child, [key]];
    else if (isObject(value)) {
      for (const [name, item] of Object.entries(value)) {
        if (isNamed(name, kind, key)) yield [item, child, [key, name]];
      }
    }
  }
}

/** Shows every OpenAPI object below `node`, itself first; data is not shown. Changes nothing. */
export function eachObject(
  node: unknown,
  kind: Kind,
  visit: (node: JsonObject, kind: Kind, path: Path) => void,
  path: Path = [],
): void {
  if (!isObject(node)) return;
  visit(node, kind, path);
  for (const [value, child, into] of membersOf(node, kind)) {
    eachObject(value, child, visit, [...path, ...into]);
  }
}

/**
 * A copy of `node` in which every OpenAPI object of a kind in `visitors` is replaced by what its
 * visitor gives, from the leaves up. Data (examples, defaults, enums, extensions) is not visited, and
 * neither is a value of the wrong type. `origins` learns which object each new one stands for.
 */
export function mapObjects(
  node: unknown,
  kind: Kind,
  visitors: Visitors,
  origins: Origins,
  path: Path = [],
): unknown {
  if (!isObject(node)) return node;
  const visitMember = (value: unknown, key: string): unknown => {
    const field = fieldOf(kind, key);
    if (!field) return value;
    const [shape, child] = field;
    const into = [...path, key];
    if (Array.isArray(value)) {
      if (shape === 'map') return value;
      return value.map((item, index) =>
        mapObjects(item, child, visitors, origins, [...into, String(index)]),
      );
    }
    if (shape !== 'map') return mapObjects(value, child, visitors, origins, into);
    if (!isObject(value)) return value;
    return mapEntries(value, (item, name) =>
      isNamed(name, kind, key) ? mapObjects(item, child, visitors, origins, [...into, name]) : item,
    );
  };
  const mapped = mapEntries(node, visitMember);
  origins.copied(mapped, node);
  const result = visitors[kind]?.(mapped, path) ?? mapped;
  origins.copied(result, node);
  return result;
}
