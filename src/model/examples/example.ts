import {
  asArray,
  asObject,
  asString,
  defined,
  entriesOf,
  inline,
  isObject,
  type JsonObject,
} from '../../json/guards.ts';
import { parseJson } from '../../json/text.ts';
import type { Json, ParameterLocation } from '../../openapi/types.ts';
import type { ModelContext } from '../page/context.ts';
import { formVariants, variantOfForm } from '../request/form-variants.ts';
import type { ExampleModel } from '../request/media-type.ts';
import { writtenParameter } from '../request/parameter-value.ts';
import { isRelativeUrl, safeUrl } from '../request/safe-url.ts';
import {
  hasRecords,
  isBinary,
  linesOfRecords,
  notationOf,
  type Serialized,
  serialize,
} from '../request/serialize.ts';
import { choicesOf } from '../schema/choice.ts';
import type { Direction } from '../schema/schema.ts';
import { isValid } from '../schema/schema-check.ts';
import { cutTo } from './direction.ts';
import { tagOf } from './sample-tag.ts';
import { type Sample, sampleValue } from './sample-value.ts';

/** An example before it is serialized for its media type. */
interface RawExample {
  readonly name: string;
  readonly label: string;
  readonly key?: string;
  readonly description?: string;
  readonly value?: unknown;
  /** Already serialized for the media type (OpenAPI 3.2 `serializedValue`). */
  readonly serialized?: string;
  readonly externalUrl?: string;
}

/**
 * The examples of a media type, OpenAPI 3.1 section 4.8.14: the document's own, by name (of the media type,
 * or else of its schema). If there are none, one is generated from the schema and valid against it: for a
 * form one per variant, for any other body one per choice if there are few and a discriminator. None for
 * media types without a schema and for files.
 */
export function examplesOf(
  mediaTypeName: string,
  mediaType: unknown,
  context: ModelContext,
  direction: Direction,
): ExampleModel[] {
  const media = asObject(mediaType);
  const write = (value: unknown) => serialize(value, mediaTypeName, media, context);
  const given = givenExamples(media, context, direction).map((example) =>
    modelOf(example, write, context),
  );
  const sample = given.some(isThere)
    ? undefined
    : generatedSample(mediaTypeName, media, context, direction);
  const examples =
    sample === undefined
      ? given
      : [...given, ...generatedModels(sample, mediaTypeName, media, context, direction)];
  if (!hasRecords(mediaTypeName)) return examples;
  return examples.map((example) => ({
    ...example,
    ...(example.value !== undefined && { value: linesOfRecords(example.value) }),
    hasRecords: true,
  }));
}

/** Whether there is something to show or to link to: an empty text is a value. */
function isThere({ value, externalUrl, isCut }: ExampleModel): boolean {
  return value !== undefined || externalUrl !== undefined || isCut === true;
}

/**
 * The examples beside a parameter or header (OpenAPI 3.1 section 4.8.12.2), not those inside its schema.
 * Lists and objects, and values with an unusual style, are serialized as in a request (section 4.8.12.4); for
 * the latter, an example is generated if the document has none.
 */
export function parameterExamples(
  parameter: JsonObject & { readonly in: ParameterLocation },
  context: ModelContext,
  isUnusual: boolean,
): ExampleModel[] {
  const [mediaType, content] = entriesOf(parameter.content)[0] ?? [];
  if (mediaType !== undefined) {
    const media = asObject(context.resolve(content));
    return ownExamples(media, context).map((example) =>
      modelOf(example, (value) => serialize(value, mediaType, media, context), context),
    );
  }
  const write = (value: unknown): Serialized => ({
    value:
      isUnusual || isObject(value) || Array.isArray(value)
        ? writtenParameter(value, parameter, parameter.in)
        : inline(value),
    language: 'text',
  });
  const given = ownExamples(parameter, context);
  if (given.length > 0 || !isUnusual)
    return given.map((example) => ({
      ...modelOf(example, write, context),
      ...named(example, given, context),
    }));
  const value = schemaExamples(parameter.schema, context, 'request')[0]?.value as Json | undefined;
  const sample =
    value === undefined ? sampleValue(parameter.schema, context, 'request') : { value };
  return [generatedModel(sample, write, context)];
}

/** With more choices, nobody would look at all the examples. */
const MOST_CHOICES = 8;

/** An example for each choice of a body that a discriminator selects (OpenAPI 3.1 section 4.8.25). */
function choiceSamples(
  schema: unknown,
  context: ModelContext,
  direction: Direction,
): { readonly label: string; readonly sample: Sample }[] {
  const flat = context.flatten(schema);
  const { options = [], discriminator } = choicesOf(flat, context) ?? {};
  if (discriminator === undefined || options.length > MOST_CHOICES) return [];
  const reading = { lookUp: context.lookUp, direction, budget: context.budget.share() };
  return options.flatMap((option) => {
    const tag = tagOf(option.schema, flat.schema.discriminator, reading);
    const whole = { allOf: [schema, option.schema, ...tag] };
    const sample = sampleValue(whole, context, direction);
    return isValid(sample.value, whole, reading) ? [{ label: option.label, sample }] : [];
  });
}

/** The example that samples send, and those of the other variants of a form or choices of another body. */
function generatedModels(
  sample: Sample,
  mediaTypeName: string,
  media: JsonObject,
  context: ModelContext,
  direction: Direction,
): ExampleModel[] {
  const write = (value: unknown) => serialize(value, mediaTypeName, media, context);
  const modelFor = (one: Sample, index: number, label = ''): ExampleModel => {
    const model = generatedModel(one, write, context);
    return { ...model, name: `example-${index + 1}`, label: `${model.label}: ${label}` };
  };
  if (!isForm(mediaTypeName)) {
    const choices = choiceSamples(media.schema, context, direction);
    return choices.length > 1
      ? choices.map((choice, index) => modelFor(choice.sample, index, choice.label))
      : [generatedModel(sample, write, context)];
  }
  const variants = formVariants(media.schema, context);
  if (variants.length < 2) return [generatedModel(sample, write, context)];
  const chosen = variantOfForm(sample.value, variants, context);
  const others = variants.flatMap(({ schema, label }, index) =>
    index === chosen ? [] : [modelFor(sampleValue(schema, context, direction), index, label)],
  );
  return [modelFor(sample, chosen, variants[chosen]?.label), ...others];
}

/** Whether a media type has named fields. */
function isForm(mediaTypeName: string): boolean {
  return ['form', 'multipart'].includes(notationOf(mediaTypeName));
}

function generatedModel(
  { value, cut }: Sample,
  write: (value: unknown) => Serialized,
  context: ModelContext,
): ExampleModel {
  return {
    name: 'example',
    label: context.say('ref.example.generated'),
    ...fitting(write(value), context),
    generated: true,
    ...(cut && { isCut: true }),
  };
}

/** A text if the page has room for it; texts are never cut in two. */
function fitting(
  { value, language }: Partial<Serialized> & Pick<Serialized, 'language'>,
  { budget }: ModelContext,
): Pick<ExampleModel, 'value' | 'language' | 'isCut'> {
  if (value === undefined || budget.take(value.length)) return defined({ value, language });
  return { language, isCut: true };
}

/** A single name, often `default`, says nothing about the value. */
function named(
  { name, key }: RawExample,
  { length }: readonly RawExample[],
  { say }: ModelContext,
): Partial<Pick<RawExample, 'label' | 'key'>> {
  return length === 1 && key === undefined && name !== 'example'
    ? { label: say('ref.example.one'), key: name }
    : {};
}

/**
 * The value of a media type's first example, as data or as the document's text; undefined if there is none.
 */
export function exampleValue(
  mediaTypeName: string,
  mediaType: unknown,
  context: ModelContext,
  direction: Direction,
): Json | undefined {
  const media = asObject(mediaType);
  const given = givenExamples(media, context, direction)
    .map(({ value, serialized }) => (value === undefined ? read(serialized, mediaTypeName) : value))
    .find((value) => value !== undefined);
  return given === undefined
    ? generatedSample(mediaTypeName, media, context, direction)?.value
    : (given as Json);
}

/** The value that a serialized text represents; undefined for texts that are not values of a schema. */
function read(text: string | undefined, mediaTypeName: string): unknown {
  const notation = notationOf(mediaTypeName);
  if (text === undefined || ['form', 'multipart', 'binary'].includes(notation)) return undefined;
  try {
    return notation === 'json' ? parseJson(text) : text;
  } catch {
    return undefined;
  }
}

/** A form as data: the document's first example that matches `schema`, or else a generated one. */
export function formExample(
  media: JsonObject,
  schema: unknown,
  context: ModelContext,
): Json | undefined {
  const reading = { lookUp: context.lookUp, direction: 'request' } as const;
  const given = givenExamples({ ...media, schema }, context, 'request').find(
    ({ value }) => isObject(value) && isValid(value, schema, reading),
  );
  return (given?.value as Json | undefined) ?? sampleValue(schema, context, 'request').value;
}

function generatedSample(
  mediaTypeName: string,
  media: JsonObject,
  context: ModelContext,
  direction: Direction,
): Sample | undefined {
  const schema = media.schema ?? media.itemSchema;
  if (
    schema === undefined ||
    notationOf(mediaTypeName) === 'binary' ||
    isBinary(schema, mediaTypeName, context)
  )
    return undefined;
  return sampleValue(schema, context, direction);
}

function givenExamples(
  media: JsonObject,
  context: ModelContext,
  direction: Direction,
): RawExample[] {
  const own = ownExamples(media, context);
  return own.length > 0 ? own : schemaExamples(media.schema, context, direction);
}

/** `examples`, or else `example`, of a media type, parameter or header. */
function ownExamples(holder: JsonObject, context: ModelContext): RawExample[] {
  const named = entriesOf(holder.examples).flatMap(([name, example]) =>
    namedExample(name, context.resolve(example)),
  );
  if (named.length > 0) return named;
  return holder.example === undefined
    ? []
    : [{ name: 'example', label: context.say('ref.example.one'), value: holder.example }];
}

/** OpenAPI 3.1 section 4.8.19, and the fields added in 3.2. */
function namedExample(name: string, example: JsonObject | undefined): RawExample[] {
  if (!example) return [];
  const summary = asString(example.summary);
  const base = {
    name,
    label: summary ?? readable(name),
    // If the summary is the label, the name would be lost.
    ...(summary !== undefined && summary !== name && { key: name }),
    ...defined({ description: asString(example.description) }),
  };
  const { externalValue } = example;
  const externalUrl =
    safeUrl(externalValue) ?? (isRelativeUrl(externalValue) ? externalValue : undefined);
  const value = Object.hasOwn(example, 'value') ? example.value : example.dataValue;
  if (typeof example.serializedValue === 'string')
    return [{ ...base, value, serialized: example.serializedValue }];
  if (value !== undefined) return [{ ...base, value }];
  // An unsafe URL is omitted.
  const isUnsafe = externalValue !== undefined && externalUrl === undefined;
  return isUnsafe ? [] : [{ ...base, ...defined({ externalUrl }) }];
}

/** The examples of a schema, as sent in this direction. Those of a media type stay as written. */
function schemaExamples(
  schema: unknown,
  context: ModelContext,
  direction: Direction,
): RawExample[] {
  const flat = context.flatten(schema).schema;
  const listed = asArray(flat.examples);
  const given = listed.length === 0 && flat.example !== undefined ? [flat.example] : listed;
  const values = given.map((value) => cutTo(direction, value as Json, schema, context));
  return values.map((value, index) => {
    const number = index + 1;
    return values.length === 1
      ? { name: 'example', label: context.say('ref.example.one'), value }
      : {
          name: `example-${number}`,
          label: context.say('ref.example.numbered', { number }),
          value,
        };
  });
}

function modelOf(
  example: RawExample,
  write: (value: unknown) => Serialized,
  context: ModelContext,
): ExampleModel {
  const { value, serialized, ...facts } = example;
  if (serialized !== undefined) {
    const { language } =
      isObject(value) || Array.isArray(value) ? write(value) : { language: 'text' as const };
    return { ...facts, ...fitting({ value: serialized, language }, context), generated: false };
  }
  const text = value === undefined ? { language: 'text' as const } : write(value);
  return { ...facts, ...fitting(text, context), generated: false };
}

/** `userNotFound`, `user_not_found`: `User not found`. */
function readable(name: string): string {
  const words = name
    .replace(
      /([\p{Ll}\p{N}])(\p{Lu})(?=\p{Ll})/gu,
      (_all, before: string, after: string) => `${before} ${after.toLowerCase()}`,
    )
    .replace(/[_-]+/g, ' ')
    .trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}
