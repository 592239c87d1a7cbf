import { asArray, asString, defined, entriesOf, type JsonObject } from '../../json/guards.ts';
import { readable } from '../../openapi/name-words.ts';
import type { Json } from '../../openapi/types.ts';
import type { ModelContext } from '../page/context.ts';
import { isRelativeUrl, safeUrl } from '../request/safe-url.ts';
import type { Direction } from '../schema/schema.ts';
import { cutTo } from './direction.ts';

/** An example before it is serialized for its media type. */
export interface RawExample {
  readonly name: string;
  readonly label: string;
  readonly key?: string;
  readonly description?: string;
  readonly value?: unknown;
  /** Already serialized for the media type (OpenAPI 3.2 `serializedValue`). */
  readonly serialized?: string;
  readonly externalUrl?: string;
}

/** The examples that the document gives for a media type: its own, or else those of its schema. */
export function givenExamples(
  media: JsonObject,
  context: ModelContext,
  direction: Direction,
): RawExample[] {
  const own = ownExamples(media, context);
  return own.length > 0 ? own : schemaExamples(media.schema, context, direction);
}

/** `examples`, or else `example`, of a media type, parameter or header. */
export function ownExamples(holder: JsonObject, context: ModelContext): RawExample[] {
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
    label: summary ?? (readable(name) || name),
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
export function schemaExamples(
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
