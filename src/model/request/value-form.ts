import { cached } from '../../json/cached.ts';
import {
  asArray,
  asString,
  entriesOf,
  inline,
  isObject,
  own,
  stringsOf,
} from '../../json/guards.ts';
import { fromEntriesInOrder } from '../../json/key-order.ts';
import { jsonText } from '../../json/text.ts';
import { Budget } from '../examples/budget.ts';
import { sampleValue } from '../examples/sample-value.ts';
import type { ModelContext } from '../page/context.ts';
import { saysNothing } from '../samples/body-placeholders.ts';
import { choicesOf } from '../schema/choice.ts';
import type { FlatSchema } from '../schema/flatten.ts';
import { isLeftOut } from '../schema/left-out.ts';
import { isOnlyNull, typesBesideNull, typesOf } from '../schema/merge.ts';
import type { Direction } from '../schema/schema.ts';
import { isValid } from '../schema/schema-check.ts';
import { without } from './body-start.ts';
import { type Control, controlOf, givenValue, inputOf } from './control.ts';

/** A member of an object, by its schema. */
export interface ValueMember {
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly schema: unknown;
}

/** One of the schemas that a value may have. */
export interface ValueVariant {
  readonly label: string;
  readonly schema: unknown;
  /** The member that says so (OpenAPI 3.1 section 4.8.25), and its values. */
  readonly tag?: { readonly name: string; readonly values: readonly string[] };
}

/** How a value of a JSON body is entered. */
export type ValueForm =
  | { readonly kind: 'control'; readonly control: Control }
  | {
      readonly kind: 'object';
      /** Required ones first, otherwise in the order of the document. */
      readonly members: readonly ValueMember[];
      /** The schema of members with other names; false if there may be none. */
      readonly others: unknown;
    }
  | { readonly kind: 'list'; readonly itemOf: (index: number) => unknown }
  | {
      readonly kind: 'variants';
      readonly variants: readonly ValueVariant[];
      /** Index of the one that the value has. */
      readonly chosen: number;
    };

/** A form for a value, and whether it may be null instead. */
export type NullableForm = ValueForm & { readonly nullable: boolean };

const AS_TEXT: ValueForm = { kind: 'control', control: { kind: 'json' } };

/**
 * The form for a value of a schema. A value that the schema's form could not show, such as a text where the schema has
 * an object, gets a field for its JSON, so that nothing is lost.
 *
 * @param value Undefined if there is none yet.
 */
export function valueForm(schema: unknown, value: unknown, context: ModelContext): NullableForm {
  const flat = context.flatten(schema);
  const nullable = flat.nullable || typesOf(flat.schema.type).includes('null');
  const variants = variantsOf(flat, context);
  const [only] = variants;
  if (only && variants.length === 1) {
    const form = valueForm(only.schema, value, context);
    return { ...form, nullable: nullable || form.nullable };
  }
  return { ...formOf(flat, variants, value, schema, context), nullable };
}

function formOf(
  flat: FlatSchema,
  variants: readonly ValueVariant[],
  value: unknown,
  schema: unknown,
  context: ModelContext,
): ValueForm {
  if (variants.length > 1)
    return { kind: 'variants', variants, chosen: variantOf(value, variants, context) };
  const { properties, additionalProperties, items, prefixItems } = flat.schema;
  const types = typesBesideNull(flat.schema.type);
  const isEmpty = value === undefined || value === null;
  const is = (type: string, isImplied: boolean): boolean =>
    types.length === 0 ? isImplied : types.length === 1 && types[0] === type;
  const control = controlOf(schema, context);
  if (control.kind === 'choice' || control.kind === 'choices') {
    const options = control.options.map((option) => jsonText(option));
    const given = control.kind === 'choice' ? [value] : value;
    const isShown = Array.isArray(given) && given.every((one) => options.includes(jsonText(one)));
    if (isEmpty || isShown) return { kind: 'control', control };
    if (control.kind === 'choice') return AS_TEXT;
  }
  if (is('object', isObject(properties) || isObject(additionalProperties))) {
    if (!isEmpty && !isObject(value)) return AS_TEXT;
    const others = additionalProperties ?? !isObject(properties);
    return { kind: 'object', members: membersOf(flat, context), others };
  }
  if (is('array', items !== undefined)) {
    if (!isEmpty && !Array.isArray(value)) return AS_TEXT;
    const first = asArray(prefixItems);
    return { kind: 'list', itemOf: (index) => first[index] ?? items ?? true };
  }
  if (types.length !== 1) return AS_TEXT;
  const fitting = [control, TEXT].find(
    (one) => one.kind !== 'file' && (isEmpty || value === '' || isShownBy(one, value)),
  );
  return fitting ? { kind: 'control', control: fitting } : AS_TEXT;
}

const TEXT: Control = { kind: 'text' };

/** Whether a control shows a value as it is: read again, it is the same. */
function isShownBy(control: Control, value: unknown): boolean {
  return jsonText(givenValue(inputOf(value, control), control)) === jsonText(value);
}

function membersOf(flat: FlatSchema, context: ModelContext): ValueMember[] {
  const reading = { lookUp: context.lookUp, direction: 'request' } as const;
  const required = stringsOf(flat.schema.required);
  return entriesOf(flat.schema.properties)
    .filter(([, schema]) => !isLeftOut(schema, reading))
    .map(([name, schema]) => ({
      name,
      required: required.includes(name),
      deprecated: context.flatten(schema).schema.deprecated === true,
      schema,
    }))
    .sort((a, b) => Number(b.required) - Number(a.required));
}

/** By flattened schema: what is merged here has to be the same object, so that it is flattened once. */
const known = new WeakMap<FlatSchema, readonly ValueVariant[]>();

/** The choices of a schema, each merged with what is beside them; none if there is no choice. */
export function variantsOf(flat: FlatSchema, context: ModelContext): readonly ValueVariant[] {
  return cached(known, flat, () => {
    const choices = choicesOf(flat, context);
    if (!choices) return [];
    const { [choices.kind]: _choices, discriminator: _discriminator, ...beside } = flat.schema;
    const isAlone = Object.keys(beside).length === 0;
    const name = asString(choices.discriminator);
    return choices.options
      .filter(({ schema }) => !isOnlyNull(context.flatten(schema).schema))
      .map(({ label, schema, values }) => ({
        label,
        schema: isAlone ? schema : { allOf: [beside, schema] },
        ...(name !== undefined && values.length > 0 && { tag: { name, values } }),
      }));
  });
}

/**
 * The index of the variant that a value has: by its tag, or else one for which it is valid, or else one with its names.
 *
 * @param chosen The one that the reader has chosen, which comes before others that fit as well.
 * @param direction Where the value is: what is only in the other direction is not missing.
 */
export function variantOf(
  value: unknown,
  variants: readonly ValueVariant[],
  context: ModelContext,
  chosen?: number,
  direction: Direction = 'request',
): number {
  const reading = { lookUp: context.lookUp, direction };
  const tagged = variants.findIndex(({ tag }) =>
    tag?.values.includes(inline(own(value, tag.name))),
  );
  if (tagged !== -1) return tagged;
  const isValidFor = (index: number): boolean => isValid(value, variants[index]?.schema, reading);
  const order = [...(chosen === undefined ? [] : [chosen]), ...variants.keys()];
  const valid = order.find(isValidFor) ?? chosen;
  if (valid !== undefined) return valid;
  // Of what is not valid yet, the names of its members say most.
  const unknown = variants.map(({ schema }) => {
    const { properties } = context.flatten(schema).schema;
    return entriesOf(value).filter(([name]) => own(properties, name) === undefined).length;
  });
  return unknown.indexOf(Math.min(...unknown));
}

/** A value to begin with: what the schema requires, without what a reader has to supply. */
export function firstValue(schema: unknown, name: string, context: ModelContext): unknown {
  const options = { direction: 'request', fields: 'required', name } as const;
  // A reader may ask for more than a page shows.
  const { value } = sampleValue(schema, { ...context, budget: new Budget() }, options);
  return without(value, saysNothing) ?? '';
}

/** A value that a reader adds: that of a list has an item, which is what they want to enter. */
export function addedValue(schema: unknown, name: string, context: ModelContext): unknown {
  const first = firstValue(schema, name, context);
  const form = valueForm(schema, first, context);
  const isEmpty = form.kind === 'list' && asArray(first).length === 0;
  return isEmpty ? [firstValue(form.itemOf(0), name, context)] : first;
}

/** The value of another variant: a new one, with the members of the former one that it may have. */
export function ofVariant(
  value: unknown,
  { schema, tag }: ValueVariant,
  context: ModelContext,
): unknown {
  const first = firstValue(schema, '', context);
  if (!isObject(first)) return first;
  const reading = { lookUp: context.lookUp, direction: 'request' } as const;
  const { properties } = context.flatten(schema).schema;
  const kept = entriesOf(value).filter(([name, member]) => {
    const inner = own(properties, name);
    return name !== tag?.name && inner !== undefined && isValid(member, inner, reading);
  });
  const tags: [string, unknown][] = tag ? [[tag.name, tag.values[0]]] : [];
  return fromEntriesInOrder(new Map([...tags, ...entriesOf(first), ...kept, ...tags]));
}

/** An object with another value for a member, in its place; undefined removes it. */
export function withMember(value: unknown, name: string, member: unknown): unknown {
  const entries = entriesOf(value);
  const isThere = entries.some(([other]) => other === name);
  const changed = entries.map(([other, was]): [string, unknown] => [
    other,
    other === name ? member : was,
  ]);
  const all: [string, unknown][] = isThere ? changed : [...changed, [name, member]];
  return fromEntriesInOrder(all.filter(([, one]) => one !== undefined));
}
