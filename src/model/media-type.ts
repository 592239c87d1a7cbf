import { segmentOf } from './anchor.ts';
import type { ModelContext } from './context.ts';
import { examplesOf } from './example.ts';
import { asObject, entriesOf } from './guards.ts';
import type { Direction, SchemaNode } from './schema.ts';
import { buildSchema } from './schema-node.ts';

/** A value of a schema, serialised for its media type. */
export interface ExampleModel {
  /** Unique within the media type; `example` where the document gives no name. */
  readonly name: string;
  /** What a reader sees: summary, or the name made readable, or `Example (from schema)`. */
  readonly label: string;
  /** CommonMark source. */
  readonly description?: string;
  /** The text to show; absent for an external example. */
  readonly value?: string;
  /** Highlighting language of `value`. */
  readonly language: 'json' | 'xml' | 'text';
  readonly externalUrl?: string;
  /** True when made from the schema, false when the document holds it. */
  readonly generated: boolean;
}

/** OpenAPI 3.1 section 4.8.14. */
export interface MediaTypeModel {
  /** `application/json`. */
  readonly mediaType: string;
  /** Its own; those of its properties begin with it from the second media type on, see `anchor.ts`. */
  readonly anchor: string;
  readonly schema?: SchemaNode;
  readonly examples: readonly ExampleModel[];
  readonly encoding: readonly { readonly property: string; readonly facts: readonly string[] }[];
}

/**
 * The media types of a body, in the order of the document. `anchor` is that of the body. Entries that
 * are no objects are left out.
 */
export function buildMediaTypes(
  content: unknown,
  context: ModelContext,
  direction: Direction,
  anchor: string,
): MediaTypeModel[] {
  return entriesOf(content).flatMap(([name, value], index) => {
    const mediaType = context.resolve(value);
    if (!mediaType) return [];
    const own = context.anchors.claim(anchor, segmentOf(name));
    const anchorPrefix = index === 0 ? anchor : own;
    const schema = schemaOf(mediaType);
    return [
      {
        mediaType: name,
        anchor: own,
        ...(schema !== undefined && {
          schema: buildSchema(schema, { context, direction, anchorPrefix }),
        }),
        examples: examplesOf(name, mediaType, context, direction),
        encoding: entriesOf(mediaType.encoding).map(([property, encoding]) => ({
          property,
          facts: encodingFacts(encoding),
        })),
      },
    ];
  });
}

/** A stream of items (OpenAPI 3.2 section 4.14) reads like an array of them. */
function schemaOf({ schema, itemSchema }: { schema?: unknown; itemSchema?: unknown }): unknown {
  if (schema !== undefined) return schema;
  return itemSchema === undefined ? undefined : { type: 'array', items: itemSchema };
}

/** An Encoding Object in words, OpenAPI 3.1 section 4.8.15. */
function encodingFacts(value: unknown): string[] {
  const encoding = asObject(value);
  const facts = ['contentType', 'style', 'explode', 'allowReserved'].flatMap((key) => {
    const told = encoding[key];
    return typeof told === 'string' || typeof told === 'boolean' ? [`${key}: ${told}`] : [];
  });
  return [...facts, ...entriesOf(encoding.headers).map(([name]) => `header: ${name}`)];
}
