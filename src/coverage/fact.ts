import { isObject, type JsonObject } from '../json/guards.ts';
import { isNumber } from '../json/number.ts';
import { heldBy } from '../openapi/fields.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import { SPLIT_FROM } from '../openapi/split-from.ts';
import type { Path } from '../openapi/walk.ts';
import { type FactKind, type Form, fact, type Keyword } from './keyword.ts';
import { keywordOf } from './keywords.ts';

/** A statement of a document, and its place. */
export interface Fact {
  readonly kind: FactKind;
  readonly form: Form;
  readonly value: unknown;
  /** See `Form`. */
  readonly labels?: readonly string[];
  /** Equivalent texts. */
  readonly or?: readonly string[];
  /** The field of its object that it comes from. */
  readonly key: string;
  /** Its place in the document. */
  readonly path: readonly string[];
}

/**
 * The facts in an object's own fields, by the table of keywords, without those of nested objects. Values of a
 * wrong type and empty strings are not facts.
 */
export function factsOf(
  object: ObjectKind,
  value: JsonObject,
  path: Path,
  extensions: ReadonlySet<string>,
): Fact[] {
  return Object.entries(value).flatMap(([key, member]) => {
    const rule = (keywordOf(object, key) ?? extensionOf(object, key, extensions))?.fact;
    if (!rule || member === undefined) return [];
    if (isDefault(object, key, value) || isMisfit(key, value)) return [];
    return valuesOf(rule, member, [...path, key])
      .filter(([stated]) => isStated(rule.form, stated))
      .map(([stated, at]) => ({
        kind: rule.kind,
        form: rule.form,
        value: stated,
        ...(rule.labels && { labels: rule.labels }),
        ...(isBound(key, stated) && { or: [formatOf(String(stated))] }),
        key,
        path: at,
      }));
  });
}

/**
 * Extensions that are always shown: how long something will be available. The label is the rest of the name.
 */
const DEPRECATION = /^x-(sunset|removal-date|deprecat(?:ed|ion)-.+)$/i;

/** Extensions are facts if requested; those of schemas always. */
function extensionOf(
  object: ObjectKind,
  key: string,
  asked: ReadonlySet<string>,
): Keyword | undefined {
  const [, about] = DEPRECATION.exec(key) ?? [];
  if (about !== undefined)
    return fact('extension', 'value', { labels: [about.toLowerCase().replaceAll('-', ' ')] });
  if (heldBy(object, key)) return undefined;
  // Ours, in a part of a large schema: see `slices/parts.ts`.
  if (key === SPLIT_FROM) return undefined;
  const isShown = asked.has(key) || (object === 'schema' && key.startsWith('x-'));
  return isShown ? fact('extension', 'value', { labels: [key.toLowerCase()] }) : undefined;
}

/** The smallest and the largest integers of 32 and 64 bits: a page may show that format instead. */
const BOUNDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['minimum', ['-2147483648', '-9223372036854775808']],
  ['maximum', ['2147483647', '9223372036854775807']],
]);

function isBound(key: string, value: unknown): boolean {
  return BOUNDS.get(key)?.includes(String(value)) === true;
}

function formatOf(bound: string): string {
  return bound.length > '-2147483648'.length ? 'int64' : 'int32';
}

function isStated(form: Form, value: unknown): boolean {
  if (form === 'mark') return value === true;
  if (form === 'never') return value === false;
  if (form === 'value') return value !== undefined;
  if (typeof value === 'string') return value.trim() !== '';
  return form !== 'markdown' && (isNumber(value) || typeof value === 'boolean');
}

function valuesOf(
  { form, each }: NonNullable<Keyword['fact']>,
  value: unknown,
  path: Path,
): [value: unknown, path: Path][] {
  if (each === undefined && !(form === 'type' && Array.isArray(value))) return [[value, path]];
  if (Array.isArray(value)) return value.map((item, index) => [item, [...path, String(index)]]);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]): [unknown, Path][] => {
    const at = [...path, name];
    if (each === 'value') return [[member, at]];
    if (each === 'key') return [[name, at]];
    const items = Array.isArray(member) ? member : [member];
    return [[name, at], ...items.map((item): [unknown, Path] => [item, at])];
  });
}

/** A list of names or descriptions whose length differs from that of the values is ignored. */
function isMisfit(key: string, value: JsonObject): boolean {
  const list = value[key];
  if (!key.startsWith('x-enum') || !Array.isArray(list)) return false;
  return !Array.isArray(value.enum) || value.enum.length !== list.length;
}

/** The default of `style` by parameter location, OpenAPI 3.1 section 4.8.12.2.1. */
const STYLES: ReadonlyMap<string, string> = new Map([
  ['path', 'simple'],
  ['header', 'simple'],
]);

/** Whether a field only repeats the default. */
function isDefault(object: ObjectKind, key: string, value: JsonObject): boolean {
  if (object !== 'parameter' && object !== 'header') return false;
  const usual = (object === 'header' ? 'simple' : STYLES.get(String(value.in))) ?? 'form';
  if (key === 'style') return value.style === usual;
  if (key !== 'explode') return false;
  const style = value.style ?? usual;
  return value.explode === (style === 'form' || style === 'cookie');
}
