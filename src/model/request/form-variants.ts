import { entriesOf, type JsonObject, own } from '../../json/guards.ts';
import type { ModelContext } from '../page/context.ts';
import { choicesOf } from '../schema/choice.ts';
import { isValid } from '../schema/schema-check.ts';

/** One of the forms that the schema of a form allows. */
export interface FormVariant {
  /** That of the choice, with those of choices inside it; empty where there is no choice. */
  readonly label: string;
  /** What holds of the form once it is chosen, without a choice at its top. */
  readonly schema: unknown;
}

/** Choices inside choices that are followed: a form of more would be no form for a reader. */
const MAX_NESTING = 3;
const MAX_VARIANTS = 100;

/**
 * The forms that a schema allows: one, or one for each choice of its `oneOf`, `anyOf` or discriminator, with what
 * the schema says beside them. Never empty.
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
    // No more is looked at than is of use: choices multiply.
    if (found.length >= MAX_VARIANTS) break;
    const labels = [variant.label, label].filter((text) => text !== '');
    const chosen = { label: labels.join(', '), schema: { allOf: [beside, schema] } };
    found.push(...variantsOf(chosen, context, nesting + 1));
  }
  return found;
}

/** The index of the variant that a form is of: one that it is valid for, or else one that has its names. */
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

/** The schema of a form without `$ref`, `allOf` and choices: those of the variant that a form is of. */
export function schemaOfForm(form: unknown, schema: unknown, context: ModelContext): JsonObject {
  const variants = formVariants(schema, context);
  return context.flatten(variants[variantOfForm(form, variants, context)]?.schema).schema;
}
