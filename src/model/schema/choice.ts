import {
  asArray,
  asObject,
  asString,
  entriesOf,
  inline,
  isObject,
  own,
  stringsOf,
} from '../../json/guards.ts';
import type { ModelContext } from '../page/context.ts';
import { sayInEnglish } from '../page/words.ts';
import { constantsOf } from './constraint.ts';
import type { FlatSchema } from './flatten.ts';
import { mappingRef } from './ref.ts';
import { flatTypeName } from './type-name.ts';

/** A choice before it is turned into a node. */
export interface RawChoice {
  readonly label: string;
  /** The label in English, for the anchor. */
  readonly anchorName: string;
  readonly values: readonly string[];
  readonly isDefault: boolean;
  readonly schema: unknown;
}

export interface RawChoices {
  readonly kind: 'oneOf' | 'anyOf';
  readonly discriminator?: string;
  readonly options: readonly RawChoice[];
}

/**
 * The choices of a schema: of `oneOf`, or else of `anyOf`, or else the schemas that its discriminator maps to
 * (OpenAPI 3.1 section 4.8.25). Undefined if there is no choice, or only between constants.
 */
export function choicesOf(flat: FlatSchema, context: ModelContext): RawChoices | undefined {
  const { schema } = flat;
  if (constantsOf(schema)) return undefined;
  const kind =
    asArray(schema.oneOf).length > 0
      ? 'oneOf'
      : asArray(schema.anyOf).length > 0
        ? 'anyOf'
        : undefined;
  const discriminator = asString(asObject(schema.discriminator).propertyName);
  const targets = kind ? asArray(schema[kind]) : mappedSchemas(flat, context);
  if (targets.length === 0) return undefined;
  const found = targets.map((target) => {
    const flatTarget = context.flatten(target);
    const values = discriminator
      ? valuesOf(flatTarget, schema.discriminator, discriminator, context)
      : [];
    return { target, flat: flatTarget, values };
  });
  const labels = labelsOf(found, context);
  const names =
    context.say === sayInEnglish ? labels : labelsOf(found, { ...context, say: sayInEnglish });
  const options = found.map(({ target, flat, values }, index) => ({
    label: labels[index] ?? '',
    anchorName: names[index] ?? '',
    values,
    isDefault: isDefault(flat, schema.discriminator, context),
    schema: target,
  }));
  return { kind: kind ?? 'oneOf', ...(discriminator && { discriminator }), options };
}

/** Schemas that a discriminator without a list of choices leads to, except the schema itself. */
function mappedSchemas({ schema, ref }: FlatSchema, context: ModelContext): { $ref: string }[] {
  const found = new Map<string, { $ref: string }>();
  for (const target of mappingTargets(schema.discriminator)) {
    const $ref = mappingRef(target);
    if ($ref === undefined) continue;
    const { key } = context.schemaRef($ref);
    if (key !== ref?.key && !found.has(key)) found.set(key, { $ref });
  }
  return [...found.values()];
}

function mappingTargets(discriminator: unknown): unknown[] {
  const { mapping, defaultMapping } = asObject(discriminator);
  return [...entriesOf(mapping).map(([, target]) => target), defaultMapping];
}

/** Discriminator values that select a choice: from the mapping, the property's own values, or its name. */
function valuesOf(
  { ref, schema }: FlatSchema,
  discriminator: unknown,
  property: string,
  context: ModelContext,
): string[] {
  const mapped = entriesOf(asObject(discriminator).mapping).flatMap(([value, target]) => {
    const $ref = mappingRef(target);
    return ref && $ref !== undefined && context.schemaRef($ref).key === ref.key ? [value] : [];
  });
  if (mapped.length > 0) return mapped;
  const { const: constant, enum: values } = context.flatten(
    own(schema.properties, property),
  ).schema;
  if (constant !== undefined) return [inline(constant)];
  if (Array.isArray(values) && values.length > 0) return values.map(inline);
  return ref ? [ref.name] : [];
}

/**
 * Whether a choice applies to all values that the mapping does not list: OpenAPI 3.2 section 4.24,
 * `defaultMapping`.
 */
function isDefault({ ref }: FlatSchema, discriminator: unknown, context: ModelContext): boolean {
  const $ref = mappingRef(asObject(discriminator).defaultMapping);
  return ref !== undefined && $ref !== undefined && context.schemaRef($ref).key === ref.key;
}

interface Labelled {
  readonly flat: FlatSchema;
  readonly values: readonly string[];
}

/** The labels of the choices, each unique. */
function labelsOf(choices: readonly Labelled[], context: ModelContext): string[] {
  const used = new Set<string>();
  return choices.map(({ flat, values }, index) => {
    const candidates = candidatesOf(flat, values, context);
    const label =
      candidates.find((candidate) => !used.has(candidate)) ??
      freeLabel(candidates[0], index, used, context);
    used.add(label);
    return label;
  });
}

/** Possible labels of a choice, best first. */
function candidatesOf(
  flat: FlatSchema,
  values: readonly string[],
  context: ModelContext,
): string[] {
  const type = flatTypeName(flat, context);
  const required = stringsOf(flat.schema.required);
  const says = flat.schema.const === undefined ? type : inline(flat.schema.const);
  return [
    asString(flat.schema.title),
    flat.ref?.name,
    values[0],
    says === 'object' || says === context.say('ref.type.any') ? undefined : says,
    isObject(flat.schema.properties) || required.length === 0
      ? undefined
      : context.say('ref.choice.with', { names: required.join(', ') }),
  ].filter((label) => label !== undefined);
}

function freeLabel(
  best: string | undefined,
  index: number,
  used: ReadonlySet<string>,
  { say }: ModelContext,
): string {
  const number = index + 1;
  const label = best === undefined ? say('ref.choice.option', { number }) : `${best} (${number})`;
  return used.has(label) ? `${label} (${index + 1})` : label;
}
