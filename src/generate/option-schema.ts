import Joi from 'joi';
import { nearest } from '../problems/nearest.ts';

/** The library of Docusaurus' own validation, whose package for it takes half a second to load. */
export { Joi };

export type Schema = Joi.Schema;

/** @param name Completes "must be ...". @param example What a person would write. */
export function field<Kind extends Schema>(schema: Kind, name: string, example: string): Kind {
  return schema.label(name).example(example) as Kind;
}

/** @param check Returns the error in a value of the right type, with the fix; undefined if there is none. */
export function checked<Value>(
  schema: Schema,
  check: (value: Value) => string | undefined,
): Schema {
  return schema.custom((value: Value) => {
    const mistake = check(value);
    if (mistake !== undefined) throw new Error(mistake);
    return value;
  });
}

export const FLAG = field(Joi.boolean(), 'true or false', 'true');

export function text(example: string): Joi.StringSchema {
  return field(Joi.string().allow(''), 'a string', `'${example}'`);
}

export function texts(example: string): Schema {
  const list = Joi.array().items(Joi.string().allow(''));
  return field(list, 'a list of strings', `['${example}']`);
}

/** Fixes for options that have to be there. */
const MISSING: Readonly<Record<string, string>> = {
  id: "the first part of the URLs, for example 'my-api', or to '' to derive it from the document's title",
  version: "the name of the version in addresses, for example '1.0'",
  document: 'the path or URL of the OpenAPI document',
  outputDir: "a folder in that of the docs, for example 'docs/petstore'",
  docsPluginId: "the id of a docs plugin, for example 'default'",
};

/** The first error in options, with the key, the value and the fix; undefined if there is none. */
export function mistakeIn(schema: Joi.ObjectSchema, options: unknown): string | undefined {
  const [found] = schema.validate(options, { convert: false }).error?.details ?? [];
  if (!found) return undefined;
  const { type, context } = found;
  // A wrong item makes its list wrong.
  const path = found.path.filter((part) => typeof part === 'string');
  const key = path.join('.');
  const at = (keys: readonly string[]): Schema =>
    keys.length > 0 ? schema.extract([...keys]) : schema;
  if (type === 'any.custom') return context?.error.message;
  if (type === 'object.unknown') {
    const known = Object.keys(at(path.slice(0, -1)).describe().keys);
    const near = nearest(path.at(-1) ?? '', known);
    return `there is no option "${key}". ${near ? `Did you mean "${near}"?` : `Options: ${known.join(', ')}.`}`;
  }
  if (type === 'any.required' || type === 'any.invalid')
    return `"${key}" is missing. Set it to ${MISSING[key]}.`;
  const { name, example } = described(at(path));
  const value = path.reduce<unknown>(
    (object, part) => (object as Record<string, unknown>)[part],
    options,
  );
  return key === ''
    ? `${shown(value)} is not ${name}. Write ${example}.`
    : `${key} must be ${name}, for example ${example}. It is ${shown(value)}.`;
}

/** What a schema asks for, in words, and an example of it. */
export function described(schema: Schema): { readonly name: string; readonly example: string } {
  const { flags, examples } = schema.describe();
  return { name: (flags as { label?: string }).label ?? '', example: examples?.[0] as string };
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 80)} …` : json;
}
