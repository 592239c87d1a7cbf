import { asArray, inline, isObject, type JsonObject } from '../../json/guards.ts';
import { numberOf } from '../../json/number.ts';
import { jsonText, parseJson } from '../../json/text.ts';
import type { ModelContext } from '../page/context.ts';
import { typesBesideNull } from '../schema/merge.ts';
import { typeName } from '../schema/type-name.ts';
import { itemsOf } from './parameter-value.ts';
import { isBinary } from './serialize.ts';

/** How a reader enters a value. */
export type Control =
  | { readonly kind: 'text' | 'password' | 'number' | 'date' | 'date-time' | 'file' | 'json' }
  /** One of a few values. */
  | { readonly kind: 'choice'; readonly options: readonly unknown[] }
  /** Any of a few values. */
  | { readonly kind: 'choices'; readonly options: readonly unknown[] }
  /** A list of scalars, one per line. */
  | { readonly kind: 'lines'; readonly isFile: boolean; readonly isNumber: boolean };

/** The files of a control; the browser's `FileList` is one. */
export interface Files extends Iterable<{ readonly name: string }> {
  readonly length: number;
}

/** The contents of a control: a text, the JSON of each selected option, or files. */
export type Input = string | readonly string[] | Files | null | undefined;

/** Controls of strings by `format`; a text field by default. */
const FORMATS: Readonly<Record<string, 'password' | 'date' | 'date-time'>> = {
  password: 'password',
  date: 'date',
  'date-time': 'date-time',
};

/**
 * The control for the values of a schema: by `enum`, `const`, `type`, `format` and `items`. `mediaType` is
 * that of a part of a form.
 */
export function controlOf(schema: unknown, context: ModelContext, mediaType?: string): Control {
  const flat = onlyChoice(context.flatten(schema).schema, context);
  const types = typesBesideNull(flat.type);
  const options = optionsOf(flat);
  if (options.length > 0) return { kind: 'choice', options };
  if (types.includes('array')) return controlOfList(flat, context, mediaType);
  if (isBinary(schema, mediaType, context)) return { kind: 'file' };
  if (types.includes('object') || isObject(flat.properties)) return { kind: 'json' };
  const [type] = types;
  if (types.length === 1 && (type === 'integer' || type === 'number')) return { kind: 'number' };
  const format = String(flat.format);
  return { kind: (Object.hasOwn(FORMATS, format) && FORMATS[format]) || 'text' };
}

function controlOfList(flat: JsonObject, context: ModelContext, mediaType?: string): Control {
  const item = controlOf(flat.items ?? {}, context, mediaType);
  if (item.kind === 'choice') return { kind: 'choices', options: item.options };
  if (item.kind === 'json' || item.kind === 'choices' || item.kind === 'lines')
    return { kind: 'json' };
  return { kind: 'lines', isFile: item.kind === 'file', isNumber: item.kind === 'number' };
}

/** If there is a single choice besides null, that is meant. */
function onlyChoice(flat: JsonObject, context: ModelContext): JsonObject {
  const choices = [...asArray(flat.oneOf), ...asArray(flat.anyOf)]
    .map((choice) => context.flatten(choice).schema)
    .filter((choice) => choice.type !== 'null');
  const [only] = choices;
  return only && choices.length === 1 && flat.type === undefined ? { ...only, ...flat } : flat;
}

function optionsOf(flat: JsonObject): readonly unknown[] {
  if (flat.const !== undefined) return [flat.const];
  if (Array.isArray(flat.enum)) return flat.enum;
  const types = typesBesideNull(flat.type);
  return types.length === 1 && types[0] === 'boolean' ? [true, false] : [];
}

/**
 * What an empty control shows: what samples have in its place, the type of its value, and what the API takes without one.
 */
export function hintOf(schema: unknown, context: ModelContext, word?: string): string {
  const fallback = context.flatten(schema).schema.default ?? undefined;
  const usual = fallback !== undefined && `${context.say('ref.default')} ${inline(fallback)}`;
  return [word, typeName(schema, context), usual].filter(Boolean).join(', ');
}

/** Whether a control contains something. */
export function isFilled(input: Input): input is Exclude<Input, null | undefined> {
  return input !== undefined && input !== null && input.length > 0;
}

/** The value of a control's contents; undefined if there is none. */
export function givenValue(input: Input, control: Control): unknown {
  if (!isFilled(input)) return undefined;
  if (typeof input !== 'string') {
    const items: readonly unknown[] = [...input].map((item) =>
      typeof item === 'string' ? parsed(item) : item.name,
    );
    return control.kind === 'file' ? items[0] : items;
  }
  switch (control.kind) {
    case 'choice':
    case 'json':
      return parsed(input);
    case 'number':
      return typedNumber(input);
    case 'date-time':
      return dateTimeOf(input);
    case 'lines': {
      const lines = input.split('\n').filter((line) => line.trim() !== '');
      return lines.length === 0 ? undefined : lines.map(control.isNumber ? typedNumber : String);
    }
    default:
      return input;
  }
}

/** The contents of a control for a value. */
export function inputOf(value: unknown, control: Control): Input {
  if (value === undefined) return control.kind === 'choices' ? [] : '';
  switch (control.kind) {
    case 'choice':
      return jsonText(value);
    case 'choices':
      return asArray(value).map((item) => jsonText(item));
    case 'lines':
      return control.isFile ? '' : itemsOf(value).map(inline).join('\n');
    case 'json':
      return jsonText(value, 2);
    case 'date-time':
      return localOf(inline(value));
    case 'file':
      return '';
    default:
      return inline(value);
  }
}

/** Text that is not valid JSON is sent as is: the API decides what it means. */
function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

/** Text that is not a JSON number is sent as is: the error is shown beside it. */
function typedNumber(text: string): unknown {
  const typed = text.trim();
  return JSON_NUMBER.test(typed) ? numberOf(typed) : text;
}

/** RFC 8259 section 6. */
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The browser's control gives local time; the API gets RFC 3339. */
function dateTimeOf(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : date.toISOString().replace('.000Z', 'Z');
}

/** RFC 3339 as local time for the browser's control; empty if invalid. */
function localOf(text: string): string {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return '';
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19);
}

/** Names that secrets usually have. */
const SECRET_NAME =
  /passw|secret|token|api[-_]?key|authorization|cookie|credential|private[-_]?key/i;

/** Whether a value is secret: by its name, or by OpenAPI's `format: password`. */
export function isSecret(name: string, schema: unknown, context: ModelContext): boolean {
  return SECRET_NAME.test(name) || context.flatten(schema).schema.format === 'password';
}
