import { isSame } from '../../json/decimal.ts';
import {
  asArray,
  asObject,
  asString,
  entriesOf,
  inline,
  isObject,
  type JsonObject,
  stringsOf,
} from '../../json/guards.ts';
import { isNumber } from '../../json/number.ts';
import { FIELD_HISTORY } from '../../openapi/field-history.ts';
import { VALUES_FROM } from '../../openapi/key-type.ts';
import { SPLIT_FROM } from '../../openapi/split-from.ts';
import type { Json } from '../../openapi/types.ts';
import { BADGES } from '../page/extension.ts';
import type { Say, WordId } from '../page/words.ts';
import { isRangeOfFormat } from './integer-range.ts';
import type { Constraint, EnumValue } from './schema.ts';
import { showsFormat } from './type-name.ts';

type Teller = (
  value: unknown,
  schema: JsonObject,
  say: Say,
) => Constraint | readonly Constraint[] | undefined;

/**
 * Keywords that limit a value, in words and in display order (JSON Schema 2020-12 validation section 6, core
 * section 10, OpenAPI 3.1 section 4.8.26 for `xml`).
 */
const TELLERS: { readonly [keyword: string]: Teller } = {
  minimum: limit('minimum'),
  exclusiveMinimum: number('ref.limit.exclusiveMinimum'),
  maximum: limit('maximum'),
  exclusiveMaximum: number('ref.limit.exclusiveMaximum'),
  multipleOf: number('ref.limit.multipleOf'),
  // For strings and numbers it is part of the type.
  format: (value, schema, say) =>
    showsFormat(schema) ? undefined : text('ref.limit.format')(value, schema, say),
  minLength: number('ref.limit.minLength'),
  maxLength: number('ref.limit.maxLength'),
  pattern: text('ref.limit.pattern'),
  contentEncoding: text('ref.limit.contentEncoding'),
  contentMediaType: text('ref.limit.contentMediaType'),
  minItems: number('ref.limit.minItems'),
  maxItems: number('ref.limit.maxItems'),
  uniqueItems: flag('ref.limit.uniqueItems', true),
  minContains: number('ref.limit.minContains'),
  maxContains: number('ref.limit.maxContains'),
  items: flag('ref.limit.items', false),
  unevaluatedItems: flag('ref.limit.unevaluatedItems', false),
  minProperties: number('ref.limit.minProperties'),
  maxProperties: number('ref.limit.maxProperties'),
  additionalProperties: flag('ref.limit.additionalProperties', false),
  unevaluatedProperties: flag('ref.limit.unevaluatedProperties', false),
  propertyNames: flag('ref.limit.propertyNames', false),
  dependentRequired: (value, _schema, say) =>
    entriesOf(value).map(([name, required]) => ({
      label: say('ref.limit.dependentRequired'),
      value: `${name} → ${stringsOf(required).join(', ')}`,
    })),
  required: (value, schema, say) => {
    const undeclared = stringsOf(value).filter(
      (name) => !Object.hasOwn(asObject(schema.properties), name),
    );
    return undeclared.map((name) => ({ label: say('ref.required'), value: name }));
  },
  xml: (value) => {
    const xml = asObject(value);
    const texts = ['name', 'namespace', 'prefix', 'nodeType'].flatMap((key) => {
      const value = asString(xml[key]);
      return value === undefined ? [] : [{ label: `XML ${key}`, value }];
    });
    const flags = ['attribute', 'wrapped'].filter((key) => xml[key] === true);
    return [...texts, ...flags.map((key) => ({ label: `XML ${key}` }))];
  },
};

/** The limits of a schema in words. Values of a wrong type are ignored. */
export function constraintsOf(schema: JsonObject, say: Say): Constraint[] {
  return Object.entries(TELLERS).flatMap(([keyword, teller]) => {
    if (!Object.hasOwn(schema, keyword)) return [];
    return teller(schema[keyword], schema, say) ?? [];
  });
}

function number(word: WordId): Teller {
  return (value, _schema, say) =>
    isNumber(value) ? { label: say(word), value: String(value) } : undefined;
}

/** Those of int32 and int64 are in the type. */
function limit(keyword: 'minimum' | 'maximum'): Teller {
  const tell = number(`ref.limit.${keyword}`);
  return (value, schema, say) =>
    isRangeOfFormat(value, keyword, schema) ? undefined : tell(value, schema, say);
}

function text(word: WordId): Teller {
  return (value, _schema, say) =>
    typeof value === 'string' && value !== '' ? { label: say(word), value } : undefined;
}

function flag(word: WordId, when: boolean): Teller {
  return (value, _schema, say) => (value === when ? { label: say(word) } : undefined);
}

/** Extensions that describe enum values: lists in the same order, or objects by value. */
const VALUE_NAMES = ['x-enumNames', 'x-enum-varnames'];
const VALUE_DESCRIPTIONS = ['x-enumDescriptions', 'x-enum-descriptions'];

/** From Redocly: the meaning of the names of additional properties. */
export const PROPERTY_NAME = 'x-additionalPropertiesName';

/** Extensions that are shown in another way. */
export const KNOWN_EXTENSIONS: ReadonlySet<string> = new Set([
  ...VALUE_NAMES,
  ...VALUE_DESCRIPTIONS,
  BADGES,
  FIELD_HISTORY,
  PROPERTY_NAME,
  VALUES_FROM,
  SPLIT_FROM,
]);

/**
 * The values of `enum`, described by the common extensions; if there are none, those of a `oneOf` or `anyOf`
 * of constants only, each with its title and description.
 */
export function enumOf(schema: JsonObject): EnumValue[] {
  const values = asArray(schema.enum);
  const constants = constantsOf(schema) ?? [];
  if (values.length === 0) return constants;
  return values.map((value, index) => {
    // A list that narrows down constants: they describe those that remain.
    const constant = constants.find((one) => isSame(one.value, value));
    if (constant?.description) return constant;
    const notes = [VALUE_NAMES, VALUE_DESCRIPTIONS].flatMap((keys) => {
      const found = keys
        .map((key) => tellingOf(schema[key], value, index, values.length))
        .find(Boolean);
      return found !== undefined && found !== value ? [found] : [];
    });
    return { value: value as Json, ...(notes.length > 0 && { description: notes.join(': ') }) };
  });
}

function tellingOf(
  source: unknown,
  value: unknown,
  index: number,
  length: number,
): string | undefined {
  // A list of another length does not say which value each entry describes.
  if (Array.isArray(source)) return source.length === length ? asString(source[index]) : undefined;
  const key = inline(value);
  return isObject(source) && Object.hasOwn(source, key) ? asString(source[key]) : undefined;
}

const OF_CONSTANT: ReadonlySet<string> = new Set(['const', 'title', 'description', 'type']);

/** The constants of a `oneOf` or `anyOf`; undefined if it contains anything else. */
export function constantsOf(schema: JsonObject): EnumValue[] | undefined {
  const choices = [schema.oneOf, schema.anyOf].map(asArray).find((list) => list.length > 0) ?? [];
  const values = choices.flatMap((choice) => {
    if (!isObject(choice) || choice.const === undefined) return [];
    if (!Object.keys(choice).every((keyword) => OF_CONSTANT.has(keyword))) return [];
    const notes = [asString(choice.title), asString(choice.description)].filter(Boolean);
    return [
      { value: choice.const as Json, ...(notes.length > 0 && { description: notes.join(': ') }) },
    ];
  });
  return values.length > 0 && values.length === choices.length ? values : undefined;
}
