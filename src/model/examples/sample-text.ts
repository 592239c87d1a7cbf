import { asString, defined, isObject, type JsonObject } from '../../json/guards.ts';
import { jsonText } from '../../json/text.ts';
import type { Json } from '../../openapi/types.ts';
import { notationOf } from '../request/serialize.ts';
import { sampleOfFormat } from '../schema/format.ts';
import { matchesPattern, textOfPattern } from '../schema/pattern.ts';
import { isValid, type Reading } from '../schema/schema-check.ts';
import { countOf, glimpseOf } from './budget.ts';
import { describedText } from './described-text.ts';
import { namedDate, namedText } from './named-value.ts';
import { below, type Place } from './place.ts';
import { doubleOf } from './sample-number.ts';
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
  const { format, description } = schema;
  const text = sampleText(schema, place.variant, sampling.reading, {
    ...defined({
      date: namedDate(place, format),
      text:
        (place.variant === 0 ? describedText(description) : undefined) ??
        namedText(place, format, direction, sampling.context.page.thing),
    }),
  });
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

/** What a description or a name suggests. */
interface Suggested {
  /** Instead of any other date. */
  readonly date?: string;
  readonly text?: string;
}

/**
 * A text that is valid against a schema of type `string`, or undefined if none was found; of maximum length
 * if the schema requires more. Each `variant` gives another one, for lists with unique items.
 *
 * @param suggested Counts where the text's format and constraints allow it.
 */
export function sampleText(
  schema: JsonObject,
  variant: number,
  reading: Reading,
  suggested: Suggested = {},
): string | undefined {
  const min = countOf(schema.minLength);
  const max = doubleOf(schema.maxLength) ?? Number.POSITIVE_INFINITY;
  const format = asString(schema.format) ?? (schema.contentEncoding === 'base64' ? 'byte' : '');
  const word = `string${variant === 0 ? '' : variant}`;
  const rules = { ...schema, type: 'string' };
  const candidates = [
    () => suggested.date,
    () => sampleOfFormat(format, variant),
    () => suggested.text,
    () => word,
    () => word.slice(-max),
    () => fitted(sampleOfFormat(format, variant), min, max),
    () => word.padEnd(min, 'string').slice(0, max),
    () => fromPattern(schema.pattern, min, max, variant),
  ];
  const { pattern } = schema;
  let doubtful: string | undefined;
  for (const candidate of candidates) {
    const text = candidate();
    if (text === undefined || !isValid(text, rules, reading)) continue;
    if (typeof pattern !== 'string' || matchesPattern(text, pattern)) return text;
    // If validity cannot be decided, the last one is best: it was generated from the pattern.
    doubtful = text;
  }
  return doubtful;
}

function fitted(text: string | undefined, min: number, max: number): string | undefined {
  return text
    ?.replace(/^(https:\/\/)?/, (prefix) => prefix + 'a'.repeat(Math.max(0, min - text.length)))
    .slice(-max);
}

function fromPattern(
  pattern: unknown,
  min: number,
  max: number,
  variant: number,
): string | undefined {
  return typeof pattern === 'string' ? textOfPattern(pattern, min, max, variant) : undefined;
}
