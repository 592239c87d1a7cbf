import { getTypes, type NormalizedNodeType, normalizeTypes } from '@redocly/openapi-core';
import { cached } from '../json/cached.ts';
import './redocly-types.ts';
import { isObject, type JsonObject } from '../json/guards.ts';
import { mapEntries } from '../json/key-order.ts';
import { isNumber } from '../json/number.ts';
import type { Problem } from '../problems/problem.ts';
import type { Origins } from './origin.ts';

type Table = Parameters<typeof getTypes>[0];
/** The type of a value in the table of an OpenAPI version: a named object, or a plain value. */
type Type = NormalizedNodeType['properties'][string] | NormalizedNodeType['additionalProperties'];

const STRING = { type: 'string' } as const;
const STRINGS = { type: 'array', items: STRING, additionalProperties: STRING } as const;

const BADGES = { 'x-badges': { items: { properties: { name: STRING } } } } as const;

/** String extensions that pages understand and the table lacks, by the type that has them. */
const EXTENSIONS: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  Root: { 'x-tagGroups': { items: { properties: { name: STRING, tags: STRINGS } } } },
  Operation: BADGES,
  Parameter: BADGES,
  Schema: {
    ...BADGES,
    'x-additionalPropertiesName': STRING,
    'x-values-from': STRING,
    'x-enumNames': STRINGS,
    'x-enum-varnames': STRINGS,
    'x-enumDescriptions': STRINGS,
    'x-enum-descriptions': STRINGS,
  },
};

const tables = new Map<Table, NormalizedNodeType | undefined>();

/** The document itself, in the table of its version. */
function rootType(version: string): Type {
  const [major, minor] = version.split('.');
  const table = (major === '2' ? 'oas2' : `oas3_${minor}`) as Table;
  return cached(tables, table, () => normalizeTypes(getTypes(table)).Root);
}

/**
 * A document in which all strings of OpenAPI are strings, as the author wrote them: YAML reads unquoted
 * `1.10`, `8443` and `true` as numbers and booleans. The version's table says where strings are; the values
 * of schemas, which may be of any type, are left alone.
 *
 * @param version Of the given document.
 */
export function stringsAsWritten(
  root: JsonObject,
  version: string,
  origins: Origins,
): { root: JsonObject; problems: Problem[] } {
  const problems: Problem[] = [];
  const path: string[] = [];

  function text(value: unknown): string {
    const origin = origins.at(root, path);
    const written = origin?.file.written(origin.path) ?? String(value);
    const what = typeof value === 'boolean' ? 'a boolean' : 'a number';
    const details = {
      rule: 'unquoted-string',
      severity: 'warning',
      message: `A string is expected here, but ${written} without quotes is ${what}. It is shown as written.`,
      suggestion: `Write it in quotes: "${written}".`,
    } as const;
    const problem = origin?.file.problem(details, origin.path, 'value');
    if (problem) problems.push(problem);
    return written;
  }

  function below(key: string, value: unknown, type: Type): unknown {
    path.push(key);
    const result = asWritten(value, typeof type === 'function' ? type(value, key) : type);
    path.pop();
    return result;
  }

  function asWritten(value: unknown, type: Type): unknown {
    if (typeof type !== 'object' || type === null) return value;
    if (isNumber(value) || typeof value === 'boolean')
      return 'type' in type && type.type === 'string' ? text(value) : value;
    if (Array.isArray(value)) {
      const { items } = type as { items?: Type };
      const list = value.map((item, index) => below(String(index), item, items));
      return list.every((item, index) => item === value[index]) ? value : copied(list, value);
    }
    if (!isObject(value)) return value;
    const {
      name = '',
      properties = {},
      additionalProperties,
    } = type as Partial<NormalizedNodeType>;
    const extensions = EXTENSIONS[name] ?? {};
    const members = mapEntries(value, (member, key) => {
      const known = [extensions, properties].find((fields) => Object.hasOwn(fields, key));
      return below(key, member, (known ? known[key] : additionalProperties) as Type);
    });
    const isSame = Object.entries(members).every(([key, member]) => member === value[key]);
    return isSame ? value : copied(members, value);
  }

  function copied<T extends object>(copy: T, original: object): T {
    origins.copied(copy, original);
    return copy;
  }

  return { root: asWritten(root, rootType(version)) as JsonObject, problems };
}
