import { isObject, type JsonObject } from '../json/guards.ts';
import { jsonText } from '../json/text.ts';
import type { Problem } from '../problems/problem.ts';
import type { SourceFile } from './source.ts';

/** Versions that can be loaded, with the field that names them. */
const SUPPORTED: readonly (readonly [field: 'openapi' | 'swagger', version: RegExp])[] = [
  ['openapi', /^3\.[012]\.\d+/],
  ['swagger', /^2\.0$/],
];

/** YAML reads an unquoted version as a number; its meaning is clear. */
const UNQUOTED: ReadonlyMap<string, string> = new Map([
  ['2', '2.0'],
  ['3', '3.0.0'],
  ['3.0', '3.0.0'],
  ['3.1', '3.1.0'],
  ['3.2', '3.2.0'],
]);

const FIX = "Start the document with openapi: '3.1.0' (or 3.0, 3.2), or swagger: '2.0'.";

export type Versioned =
  | { readonly root: JsonObject; readonly version: string; readonly problem?: undefined }
  | { readonly root?: undefined; readonly version: string; readonly problem: Problem };

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return `a ${typeof value}`;
}

/**
 * The version of a parsed document: `3.0.3`, `2.0`. OpenAPI 3.1 section 4.8.1 `openapi`, OpenAPI 2.0
 * `swagger`. Returns the root with the version as a string, or a problem `not-openapi`.
 */
export function detectVersion(value: unknown, file: SourceFile): Versioned {
  const refuse = (message: string, path: readonly string[]): Versioned => ({
    version: '',
    problem: file.problem(
      { rule: 'not-openapi', severity: 'error', message, suggestion: FIX },
      path,
      'value',
    ),
  });
  if (!isObject(value))
    return refuse(
      `This is not an OpenAPI document: it contains ${describe(value)}, not an object.`,
      [],
    );
  for (const [field, pattern] of SUPPORTED) {
    if (!Object.hasOwn(value, field)) continue;
    const written = String(value[field]);
    const version = UNQUOTED.get(written) ?? written;
    if (pattern.test(version)) return { root: { ...value, [field]: version }, version };
    return refuse(`The version ${field}: ${jsonText(value[field])} is not supported.`, [field]);
  }
  return refuse('This is not an OpenAPI document: it has no field "openapi" or "swagger".', []);
}
