import { isSame } from '../../json/decimal.ts';
import {
  asObject,
  defined,
  entriesOf,
  inline,
  isObject,
  type JsonObject,
} from '../../json/guards.ts';
import type { Json, ParameterLocation } from '../../openapi/types.ts';
import type { ModelContext } from '../page/context.ts';
import { formVariants, variantOfForm } from '../request/form-variants.ts';
import type { ExampleModel } from '../request/media-type.ts';
import { writtenParameter } from '../request/parameter-value.ts';
import {
  hasRecords,
  linesOfRecords,
  notationOf,
  type Serialized,
  serialize,
} from '../request/serialize.ts';
import type { Direction } from '../schema/schema.ts';
import { generatedSample } from './example-value.ts';
import { givenExamples, ownExamples, type RawExample, schemaExamples } from './given.ts';
import { sampleValue } from './sample-value.ts';
import type { Fields, Sample } from './sampling.ts';

/**
 * The examples of a media type, OpenAPI 3.1 section 4.8.14: the document's own, by name (of the media type,
 * or else of its schema). If there are none, one is generated from the schema and valid against it, for a
 * form one per variant. None for media types without a schema and for files.
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
    : generatedSample(mediaTypeName, media, context, { direction });
  const examples =
    sample === undefined
      ? given
      : [...given, ...generatedModels(sample, mediaTypeName, media, context, direction)];
  return examples.map((example) => withRecords(example, mediaTypeName));
}

/** The records of a stream on a line each. */
function withRecords(example: ExampleModel, mediaTypeName: string): ExampleModel {
  if (!hasRecords(mediaTypeName)) return example;
  const { value } = example;
  return {
    ...example,
    ...(value !== undefined && { value: linesOfRecords(value) }),
    hasRecords: true,
  };
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
    value === undefined
      ? sampleValue(parameter.schema, context, { direction: 'request' })
      : { value };
  return [generatedModel(sample, write, context)];
}

/** The example, and those of the other variants of a form. */
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
  const variants = isForm(mediaTypeName) ? formVariants(media.schema, context) : [];
  if (variants.length < 2) {
    const isMore = direction === 'request' && hasOptional(mediaTypeName, media, context);
    return [generatedModel(sample, write, context, isMore ? 'all' : undefined)];
  }
  const chosen = variantOfForm(sample.value, variants, context);
  const others = variants.flatMap(({ schema, label }, index) =>
    index === chosen ? [] : [modelFor(sampleValue(schema, context, { direction }), index, label)],
  );
  return [modelFor(sample, chosen, variants[chosen]?.label), ...others];
}

/** Whether a media type has named fields. */
export function isForm(mediaTypeName: string): boolean {
  return ['form', 'multipart'].includes(notationOf(mediaTypeName));
}

/** Whether a request may contain more than it must. */
export function hasOptional(
  mediaTypeName: string,
  media: JsonObject,
  context: ModelContext,
): boolean {
  const valueWith = (fields: Fields) =>
    generatedSample(mediaTypeName, media, context, { direction: 'request', fields })?.value;
  return !isSame(valueWith('all'), valueWith('required'));
}

const LABELS = {
  all: 'ref.example.generated.all',
  required: 'ref.example.generated.required',
} as const;

/**
 * A generated example of a media type as a page shows it.
 *
 * @param fields What it contains, if that is not all there could be.
 */
export function generatedExample(
  sample: Sample,
  mediaTypeName: string,
  media: JsonObject,
  context: ModelContext,
  fields?: Fields,
): ExampleModel {
  const write = (value: unknown) => serialize(value, mediaTypeName, media, context);
  return withRecords(generatedModel(sample, write, context, fields), mediaTypeName);
}

function generatedModel(
  { value, cut }: Sample,
  write: (value: unknown) => Serialized,
  context: ModelContext,
  fields?: Fields,
): ExampleModel {
  return {
    name: 'example',
    label: context.say(fields === undefined ? 'ref.example.generated' : LABELS[fields]),
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
