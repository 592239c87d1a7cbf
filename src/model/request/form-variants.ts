import { entriesOf, type JsonObject, own } from '../../json/guards.ts';
import type { ModelContext } from '../page/context.ts';
import { choicesOf } from '../schema/choice.ts';
import { isValid } from '../schema/schema-check.ts';

/** One of the forms that the schema of a form allows. */
export interface FormVariant {
  /** The choice's label, with those of nested choices; empty if there is no choice. */
  readonly label: string;
  /** The schema once the choice is made, without a choice at the top. */
  readonly schema: unknown;
}

/** Nested choices that are followed: a form with more would be unusable. */
const MAX_NESTING = 3;
const MAX_VARIANTS = 100;

/**
 * The forms that a schema allows: one, or one for each choice of its `oneOf`, `anyOf` or discriminator,
 * merged with what is beside them. Never empty.
 */
export function formVariants(schema: unknown, context: ModelContext): readonly FormVariant[] {
  return variantsOf({ label: '', schema }, context, 0).slice(0, MAX_VARIANTS);
}

function variantsOf(variant: FormVariant, context: ModelContext, nesting: number): FormVariant[] {
  const flat = context.flatten(variant.schema);
  const choices = nesting < MAX_NESTING ? choicesOf(flat, context) : undefined;
  if (!choices) return [variant];
  const { [choices.kind]: _choices, discriminator: _discriminator, ...beside } = flat.schema;
  const found: FormVariant[] = [];
  for (const { label, schema } of choices.options) {
    // Limits the work: choices multiply.
    if (found.length >= MAX_VARIANTS) break;
    const labels = [variant.label, label].filter((text) => text !== '');
    const chosen = { label: labels.join(', '), schema: { allOf: [beside, schema] } };
    found.push(...variantsOf(chosen, context, nesting + 1));
  }
  return found;
}

/** The index of a form's variant: one for which it is valid, or else one with its names. */
export function variantOfForm(
  form: unknown,
  variants: readonly FormVariant[],
  context: ModelContext,
): number {
  if (variants.length < 2) return 0;
  const fitting = variants.flatMap(({ schema }, index) => {
    const { properties } = context.flatten(schema).schema;
    return entriesOf(form).every(([name]) => own(properties, name) !== undefined) ? [index] : [];
  });
  const reading = { lookUp: context.lookUp, direction: 'request' } as const;
  const valid = fitting.find((index) => isValid(form, variants[index]?.schema, reading));
  return valid ?? fitting[0] ?? 0;
}

/** The schema of a form without `$ref`, `allOf` and choices: those of the form's variant. */
export function schemaOfForm(form: unknown, schema: unknown, context: ModelContext): JsonObject {
  const variants = formVariants(schema, context);
  return context.flatten(variants[variantOfForm(form, variants, context)]?.schema).schema;
}
