import { isSame } from '../json/decimal.ts';
import { isObject, type JsonObject, own } from '../json/guards.ts';
import { omit } from '../json/key-order.ts';
import { isNumber } from '../json/number.ts';
import { parsePointer, valueAt } from '../openapi/pointer.ts';
import type { Path } from '../openapi/walk.ts';
import type { Loss } from './loss.ts';
import { mapObjects, type Visitor } from './map-objects.ts';
import type { Moves } from './moves.ts';
import type { Origins } from './origin.ts';

/** The resulting version. */
const VERSION = '3.1.1';

const NULL = { type: 'null' };

/**
 * Siblings of a `$ref` that describe and do not constrain. OpenAPI 3.0 section 4.7.23 ignores every sibling;
 * these are kept anyway, because 3.1 gives them the meaning that their authors intended.
 */
const ANNOTATIONS = new Set(
  (
    'title description default example examples externalDocs deprecated readOnly writeOnly ' +
    'nullable xml'
  ).split(' '),
);

function isAnnotation(keyword: string): boolean {
  return ANNOTATIONS.has(keyword) || keyword.startsWith('x-');
}

interface Step {
  readonly root: JsonObject;
  readonly path: Path;
  readonly moves: Moves;
  readonly lose: (key: string, message: string, suggestion: string) => void;
}

type Rewrite = (schema: JsonObject, step: Step) => JsonObject;

/** Whether the target schema of a `$ref` says the same, so that nothing is lost. */
function isRepeated(schema: JsonObject, keyword: string, root: JsonObject): boolean {
  const target = valueAt(root, parsePointer(String(schema.$ref)));
  return isSame(own(target, keyword), schema[keyword]);
}

function dropIgnoredSiblings(schema: JsonObject, { root, lose }: Step): JsonObject {
  if (typeof schema.$ref !== 'string') return schema;
  const ignored = Object.keys(schema).filter((key) => key !== '$ref' && !isAnnotation(key));
  const lost = ignored.filter((key) => !isRepeated(schema, key, root));
  const [first] = lost;
  if (first !== undefined) {
    lose(
      first,
      `OpenAPI 3.0 ignores the siblings of the $ref "${schema.$ref}": ${lost.join(', ')}.`,
      'Put the $ref into allOf: [{ $ref: ... }], or change the version of the document to 3.1.',
    );
  }
  return ignored.length === 0 ? schema : omit(schema, ...ignored);
}

function acceptsNull(schema: unknown): boolean {
  if (!isObject(schema)) return schema === true;
  const { type } = schema;
  return type === 'null' || (Array.isArray(type) && type.includes('null')) || schema.const === null;
}

/** Adds `'null'` to `type`. */
function nullableType(schema: JsonObject): JsonObject {
  if (schema.type === undefined) return schema;
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.includes('null') ? schema : { ...schema, type: [...types, 'null'] };
}

/** Adds null to an `enum`, without which `nullable` beside it would have no effect. */
function nullableEnum(schema: JsonObject): JsonObject {
  const { enum: values } = schema;
  if (!Array.isArray(values) || values.includes(null)) return schema;
  return { ...schema, enum: [...values, null] };
}

/** Adds null to the choices. */
function nullableChoice(keyword: 'oneOf' | 'anyOf'): Rewrite {
  return (schema) => {
    const choices = schema[keyword];
    if (!Array.isArray(choices) || choices.some(acceptsNull)) return schema;
    return { ...schema, [keyword]: [...choices, NULL] };
  };
}

/**
 * A schema whose parts may each forbid null becomes a choice between itself and null. Its annotations stay
 * outside, so that a description beside the `$ref` describes the whole.
 */
function nullableWhole(schema: JsonObject, { path, moves }: Step): JsonObject {
  const entries = Object.entries(schema);
  const outside = entries.filter(([key]) => isAnnotation(key));
  const inside = entries.filter(([key]) => !isAnnotation(key));
  const parts = schema.allOf;
  if (inside.length === 1 && Array.isArray(parts) && parts.length === 1) {
    moves.add([...path, 'allOf', '0'], ['anyOf', '0'], 1);
    return Object.fromEntries([...outside, ['anyOf', [parts[0], NULL]]]);
  }
  for (const [key] of inside) moves.add([...path, key], ['anyOf', '0', key]);
  return Object.fromEntries([...outside, ['anyOf', [Object.fromEntries(inside), NULL]]]);
}

const NULLABLE: readonly Rewrite[] = [
  nullableType,
  nullableEnum,
  nullableChoice('oneOf'),
  nullableChoice('anyOf'),
];

/** `nullable` of OpenAPI 3.0 section 4.7.24; a schema without a type allows null anyway. */
function upgradeNullable(schema: JsonObject, step: Step): JsonObject {
  if (typeof schema.nullable !== 'boolean') return schema;
  const rest = omit(schema, 'nullable');
  if (!schema.nullable) return rest;
  if (typeof rest.$ref === 'string' || Array.isArray(rest.allOf)) return nullableWhole(rest, step);
  return NULLABLE.reduce((current, rewrite) => rewrite(current, step), rest);
}

/** `exclusiveMinimum: true` beside `minimum: 1` becomes `exclusiveMinimum: 1`. */
function upgradeExclusive(exclusive: string, inclusive: string): Rewrite {
  return (schema) => {
    if (typeof schema[exclusive] !== 'boolean') return schema;
    const rest = omit(schema, exclusive);
    if (!schema[exclusive] || !isNumber(schema[inclusive])) return rest;
    return { ...omit(rest, inclusive), [exclusive]: schema[inclusive] };
  };
}

/** `example` becomes the first of `examples`, JSON Schema 2020-12 validation section 9.5. */
function upgradeExample(schema: JsonObject): JsonObject {
  if (!Object.hasOwn(schema, 'example')) return schema;
  const others = Array.isArray(schema.examples) ? schema.examples : [];
  return { ...omit(schema, 'example'), examples: [schema.example, ...others] };
}

/**
 * Applied to each schema in this order. `format: binary` and `byte` stay: JSON Schema allows any format, and
 * `contentEncoding` in their place would be less informative.
 */
const SCHEMA: readonly Rewrite[] = [
  dropIgnoredSiblings,
  upgradeExclusive('exclusiveMinimum', 'minimum'),
  upgradeExclusive('exclusiveMaximum', 'maximum'),
  upgradeExample,
  upgradeNullable,
];

/** 3.0 syntax that many documents still contain after a change to 3.1, where it has no meaning. */
const LEFT_OVER: readonly Rewrite[] = [
  upgradeExclusive('exclusiveMinimum', 'minimum'),
  upgradeExclusive('exclusiveMaximum', 'maximum'),
  upgradeNullable,
];

/** `x-webhooks` was the custom before 3.1 had `webhooks`. */
function upgradeRoot(root: JsonObject): JsonObject {
  const { openapi: _, 'x-webhooks': webhooks, ...rest } = root;
  const named = isObject(webhooks) && !Object.hasOwn(rest, 'webhooks');
  return {
    openapi: VERSION,
    ...rest,
    ...(named ? { webhooks } : {}),
    ...(webhooks !== undefined && !named ? { 'x-webhooks': webhooks } : {}),
  };
}

/** OpenAPI 3.0 to 3.1; a new document. Moves are added to `moves`. */
export function upgradeThree(
  root: JsonObject,
  origins: Origins,
  moves: Moves,
  losses: Loss[],
): JsonObject {
  if (isObject(root['x-webhooks'])) moves.add(['x-webhooks'], ['webhooks']);
  const schema = rewriter(SCHEMA, root, moves, losses);
  return mapObjects(root, 'document', { document: upgradeRoot, schema }, origins) as JsonObject;
}

/** Reads the remains of 3.0 in schemas of OpenAPI 3.1 and 3.2 as they were meant. */
export function upgradeLeftOver(root: JsonObject, origins: Origins, moves: Moves): JsonObject {
  const schema = rewriter(LEFT_OVER, root, moves, []);
  return mapObjects(root, 'document', { schema }, origins) as JsonObject;
}

function rewriter(
  rewrites: readonly Rewrite[],
  root: JsonObject,
  moves: Moves,
  losses: Loss[],
): Visitor {
  return (node, path) => {
    const lose: Step['lose'] = (key, message, suggestion) => {
      losses.push({ node, key, message, suggestion });
    };
    const step = { root, path, moves, lose };
    return rewrites.reduce((current, rewrite) => rewrite(current, step), node);
  };
}
