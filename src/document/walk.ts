import { isObject, type JsonObject } from '../json/guards.ts';
import { mapEntries, omit } from '../json/key-order.ts';
import { METHODS } from '../openapi/methods.ts';
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

/** The objects that may have a `$ref`: Reference Objects, path items and schemas (OpenAPI 3.1 section 4.8.23). */
export const REFERRING: readonly Kind[] = [
  'pathItem',
  'parameter',
  'requestBody',
  'mediaType',
  'response',
  'callback',
  'link',
  'example',
  'securityScheme',
  'schema',
];

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

export const KINDS = Object.keys(FIELDS) as readonly Kind[];

/** Whether a member is one object, and neither a list nor a map of them. */
export function isSingle(kind: Kind, key: string): boolean {
  return kind !== 'callback' && fieldOf(kind, key)?.[0] === 'one';
}

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
/**
 * Gets an object whose members have been visited; gives what takes its place, or the very object. The
 * path is one array for all calls: who keeps it copies it.
 */
export type Visitor = (node: JsonObject, path: Path) => JsonObject;
/**
 * A visitor that also gets the object as it was before its members were visited, and gives undefined
 * for one that is to be removed from what holds it.
 */
export type Remover = (node: JsonObject, path: Path, before: JsonObject) => JsonObject | undefined;
export type Visitors = Partial<Readonly<Record<Kind, Visitor | Remover>>>;

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

/**
 * Shows every OpenAPI object below `node`, itself first; data is not shown. Changes nothing.
 *
 * @param visit Its path is one array for all calls: who keeps it copies it.
 */
export function eachObject(
  node: unknown,
  kind: Kind,
  visit: (node: JsonObject, kind: Kind, path: Path) => void,
): void {
  const path: string[] = [];
  const show = (value: unknown, as: Kind): void => {
    if (!isObject(value)) return;
    visit(value, as, path);
    for (const [child, childKind, into] of membersOf(value, as)) {
      path.push(...into);
      show(child, childKind);
      path.length -= into.length;
    }
  };
  show(node, kind);
}

/** What a function gives for each member, or the very object where it gives nothing new. */
function mapMembers(
  node: JsonObject,
  origins: Origins,
  map: (value: unknown, key: string) => unknown,
): JsonObject {
  const changed = new Map<string, unknown>();
  for (const [key, value] of Object.entries(node)) {
    const result = map(value, key);
    if (result !== value) changed.set(key, result);
  }
  if (changed.size === 0) return node;
  const whole = mapEntries(node, (value, key) => (changed.has(key) ? changed.get(key) : value));
  const gone = [...changed].flatMap(([key, value]) => (value === undefined ? [key] : []));
  const mapped = gone.length > 0 ? omit(whole, ...gone) : whole;
  origins.copied(mapped, node);
  return mapped;
}

/**
 * `node` with every OpenAPI object of a kind in `visitors` replaced by what its visitor gives, from the
 * leaves up. What holds nothing new is not copied. Data (examples, defaults, enums, extensions) is not
 * visited, and neither is a value of the wrong type. `origins` learns which object each new one stands
 * for.
 */
export function mapObjects(
  node: unknown,
  kind: Kind,
  visitors: Visitors,
  origins: Origins,
): unknown {
  const path: string[] = [];
  const below = (key: string, map: () => unknown): unknown => {
    path.push(key);
    const result = map();
    path.pop();
    return result;
  };
  const mapField = (value: unknown, field: Field, parent: Kind, key: string): unknown => {
    const [shape, child] = field;
    if (Array.isArray(value)) {
      if (shape === 'map') return value;
      const items = value.map((item, index) => below(String(index), () => mapOne(item, child)));
      if (items.every((item, index) => item === value[index])) return value;
      return items.filter((item) => item !== undefined);
    }
    if (shape !== 'map') return mapOne(value, child);
    if (!isObject(value)) return value;
    return mapMembers(value, origins, (item, name) =>
      isNamed(name, parent, key) ? below(name, () => mapOne(item, child)) : item,
    );
  };
  const mapOne = (value: unknown, as: Kind): unknown => {
    if (!isObject(value)) return value;
    const mapped = mapMembers(value, origins, (member, key) => {
      const field = fieldOf(as, key);
      return field ? below(key, () => mapField(member, field, as, key)) : member;
    });
    const visit = visitors[as];
    const result = visit ? visit(mapped, path, value) : mapped;
    if (result) origins.copied(result, value);
    return result;
  };
  return mapOne(node, kind);
}
