import { isObject, type JsonObject } from '../../json/guards.ts';
import { jsonText } from '../../json/text.ts';
import type { Json } from '../../openapi/types.ts';
import { notationOf } from '../request/serialize.ts';
import { glimpseOf } from './budget.ts';
import { namedText } from './named-value.ts';
import { below, type Place } from './place.ts';
import { sampleText } from './sample-scalar.ts';
import type { Sampling } from './sampling.ts';

/** A text: content in another notation, or else one that its format, name and constraints suggest. */
export function sampleString(
  schema: JsonObject,
  place: Place,
  sampling: Sampling,
): string | undefined {
  const { budget, direction } = sampling.reading;
  const content = contentText(schema, place, sampling);
  if (content !== undefined) return content;
  const isLong = Number(schema.minLength) > sampling.count(schema, 'minLength', place);
  const named = namedText(place, schema.format, direction, sampling.context.page.thing);
  const text = sampleText(schema, place.variant, sampling.reading, named);
  if (text === undefined || (!isLong && budget.take(text.length))) return text;
  sampling.cutAt(place);
  return glimpseOf(text);
}

/** A text that contains a value in another notation (JSON Schema 2020-12 validation section 8). */
function contentText(schema: JsonObject, place: Place, sampling: Sampling): string | undefined {
  const { contentSchema, contentMediaType = 'application/json', contentEncoding } = schema;
  if (!isObject(contentSchema) || typeof contentMediaType !== 'string') return undefined;
  const value = sampling.sample(contentSchema, below(place));
  const text = value === undefined ? undefined : contentOf(value, contentMediaType);
  const encoded = text === undefined ? undefined : encodedAs(text, contentEncoding);
  const isFine = encoded !== undefined && sampling.isValid(encoded, { ...schema, type: 'string' });
  return isFine && sampling.reading.budget.take(encoded.length) ? encoded : undefined;
}

/** A value as the content of a text; undefined for media types other than JSON. */
function contentOf(value: Json, mediaType: string): string | undefined {
  return notationOf(mediaType) === 'json' ? jsonText(value) : undefined;
}

/** A text in its `contentEncoding`; undefined for rare ones. */
function encodedAs(text: string, encoding: unknown): string | undefined {
  if (encoding === undefined) return text;
  if (encoding !== 'base64' && encoding !== 'base64url') return undefined;
  const encoded = btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  return encoding === 'base64'
    ? encoded
    : encoded.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
