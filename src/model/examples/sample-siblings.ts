import { asArray, isObject, own } from '../../json/guards.ts';
import { snakeCase } from '../../openapi/name-words.ts';
import type { Json } from '../../openapi/types.ts';
import { apart } from '../schema/affixes.ts';
import { discriminatorValues } from '../schema/discriminator.ts';
import type { Sampling } from './sampling.ts';

/** A property whose value is one of several choices, with the texts that name each of them. */
interface Chosen {
  readonly name: string;
  readonly value: Json;
  readonly options: readonly { readonly schema: unknown; readonly texts: readonly string[] }[];
  /** The property of the choices themselves that distinguishes them: `propertyName` of the discriminator. */
  readonly tag: unknown;
}

/**
 * Sets the properties that say which choice another property of the same object has: in
 * `{ "kind": "cat", "animal": { "meow": true } }`, `kind` follows `animal`.
 *
 * OpenAPI cannot declare this: a discriminator is about a property of the choices themselves (OpenAPI 3.1 section
 * 4.8.25). So a property follows only if it is an enum with exactly the values of the discriminator of one other
 * property; or, without a discriminator, exactly the names of its choices. If two properties could be meant, or if a
 * list or map has the choices, the document leaves it open, and the value stays as it is.
 */
export function followChoices(
  members: Map<string, Json>,
  declared: ReadonlyMap<string, unknown>,
  sampling: Sampling,
): void {
  const enums = [...members.keys()].flatMap((name) => {
    const values = asArray(sampling.context.flatten(declared.get(name)).schema.enum);
    const texts = values.filter((value) => typeof value === 'string');
    return texts.length > 1 ? [{ name, texts }] : [];
  });
  if (enums.length === 0) return;
  const chosen = [...members].flatMap(([name, value]) =>
    chosenIn(name, value, declared.get(name), sampling),
  );
  for (const { name, texts } of enums) {
    const meant = chosen.flatMap((one) => {
      const values = matching(texts, one);
      return one.name !== name && values ? [{ ...one, values }] : [];
    });
    const [only] = meant;
    if (!only || meant.length > 1) continue;
    const value = valueFor(only, only.values, sampling);
    if (value !== undefined && sampling.isValid(value, declared.get(name)))
      members.set(name, value);
  }
}

function chosenIn(name: string, value: Json, schema: unknown, sampling: Sampling): Chosen[] {
  const { oneOf, anyOf, discriminator } = sampling.context.flatten(schema).schema;
  const choices = [oneOf, anyOf].map(asArray).find((list) => list.length > 0) ?? [];
  if (choices.length < 2 || value === null) return [];
  const options = choices.map((choice) => ({
    schema: choice,
    texts: isObject(discriminator)
      ? discriminatorValues(choice, discriminator, sampling.context)
      : [sampling.context.flatten(choice).ref?.name ?? ''],
  }));
  return [{ name, value, options, tag: own(discriminator, 'propertyName') }];
}

/** The values of an enum for each choice, if each value means one choice, and the other way around. */
function matching(
  values: readonly string[],
  { options, tag }: Chosen,
): readonly (readonly string[])[] | undefined {
  const texts = options.map((option) => option.texts);
  return tag === undefined
    ? (paired(values, texts, snakeCase) ?? paired(values, ownParts(texts), snakeCase))
    : paired(values, texts, String);
}

/** `Card` and `Cash` of `CardPayment` and `CashPayment`. */
function ownParts(names: readonly (readonly string[])[]): string[][] {
  return apart(names.flat()).map((parts) => [parts.own]);
}

function paired(
  values: readonly string[],
  texts: readonly (readonly string[])[],
  keyOf: (text: string) => string,
): string[][] | undefined {
  const all = texts.flat().map(keyOf);
  const isOneToOne = all.length === values.length && new Set(all).size === all.length;
  const found = texts.map((list) => {
    const keys = list.map(keyOf);
    return values.filter((value) => keys.includes(keyOf(value)));
  });
  const isWhole = found.every(
    (list, index) => list.length > 0 && list.length === texts[index]?.length,
  );
  return isOneToOne && isWhole ? found : undefined;
}

/** The value for the choice that was made. */
function valueFor(
  { value, options, tag }: Chosen,
  values: readonly (readonly string[])[],
  sampling: Sampling,
): string | undefined {
  const said = typeof tag === 'string' ? own(value, tag) : undefined;
  const known = values.flat().find((one) => one === said);
  if (known !== undefined) return known;
  const valid = options.flatMap(({ schema }, index) =>
    sampling.isValid(value, schema) ? [index] : [],
  );
  const index = valid.find((one) => sampling.wanted.has(options[one]?.schema)) ?? valid[0];
  return index === undefined ? undefined : values[index]?.[0];
}
