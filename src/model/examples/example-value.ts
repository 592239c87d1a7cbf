import { asArray, asObject, isObject, type JsonObject } from '../../json/guards.ts';
import { parseJson } from '../../json/text.ts';
import type { Json } from '../../openapi/types.ts';
import type { ModelContext } from '../page/context.ts';
import { isBinary, notationOf } from '../request/serialize.ts';
import { isValid } from '../schema/schema-check.ts';
import { givenExamples } from './given.ts';
import { sampleValue } from './sample-value.ts';
import type { Sample, SampleOptions } from './sampling.ts';

/** The value of `exampleSample`. */
export function exampleValue(
  mediaTypeName: string,
  mediaType: unknown,
  context: ModelContext,
  options: SampleOptions,
): Json | undefined {
  return exampleSample(mediaTypeName, mediaType, context, options)?.value;
}

/**
 * A media type's first example, as data or as the document's text, if that is of the wanted choices; otherwise a
 * generated one. Undefined if there is none.
 */
export function exampleSample(
  mediaTypeName: string,
  mediaType: unknown,
  context: ModelContext,
  options: SampleOptions,
): Sample | undefined {
  const media = asObject(mediaType);
  const given = givenExamples(media, context, options.direction)
    .map(({ value, serialized }) => (value === undefined ? read(serialized, mediaTypeName) : value))
    .find((value) => value !== undefined && isWanted(value, media.schema, context, options));
  return given === undefined
    ? generatedSample(mediaTypeName, media, context, options)
    : { value: given as Json };
}

/** Whether a value is of the choices at its top that are wanted; what is wanted further inside is not looked for. */
function isWanted(
  value: unknown,
  schema: unknown,
  context: ModelContext,
  { wanted = new Set(), direction }: SampleOptions,
): boolean {
  const { oneOf, anyOf } = context.flatten(schema).schema;
  const choices = [...asArray(oneOf), ...asArray(anyOf)];
  const reading = { lookUp: context.lookUp, direction };
  return [...wanted].every((one) => choices.includes(one) && isValid(value, one, reading));
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
  options: SampleOptions,
): Json | undefined {
  const reading = { lookUp: context.lookUp, direction: 'request' } as const;
  const given = givenExamples({ ...media, schema }, context, 'request').find(
    ({ value }) => isObject(value) && isValid(value, schema, reading),
  );
  return (given?.value as Json | undefined) ?? sampleValue(schema, context, options).value;
}

/** A value for a media type; undefined for files, and without a schema. */
export function generatedSample(
  mediaTypeName: string,
  media: JsonObject,
  context: ModelContext,
  options: SampleOptions,
): Sample | undefined {
  const schema = media.schema ?? media.itemSchema;
  if (
    schema === undefined ||
    notationOf(mediaTypeName) === 'binary' ||
    isBinary(schema, mediaTypeName, context)
  )
    return undefined;
  return sampleValue(schema, context, options);
}
