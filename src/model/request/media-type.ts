import { bodySchemaAnchor } from '../../address/anchor.ts';
import { entriesOf } from '../../json/guards.ts';
import { bodyExamples } from '../examples/body-examples.ts';
import { segmentOf } from '../page/anchor.ts';
import type { ModelContext } from '../page/context.ts';
import { extensionsOf } from '../page/extension.ts';
import type { Say, WordId } from '../page/words.ts';
import type { Constraint, Direction, SchemaNode } from '../schema/schema.ts';
import { buildSchema } from '../schema/schema-node.ts';
import { typeOf } from '../schema/type-name.ts';
import { buildEncoding, type EncodingModel } from './encoding.ts';

/** A value of a schema, serialized for its media type. */
export interface ExampleModel {
  /** Unique within the media type; `example` if the document gives no name. */
  readonly name: string;
  /** The displayed name: the summary, the name made readable, or `Example (generated)`. */
  readonly label: string;
  /** The name in the document, if `label` is another text. */
  readonly key?: string;
  /** CommonMark source. */
  readonly description?: string;
  /** The text to show; absent for an external example, and if the document gives none. */
  readonly value?: string;
  /** Highlighting language of `value`. */
  readonly language: 'json' | 'xml' | 'text';
  readonly externalUrl?: string;
  /** True if it was generated from the schema, false if it is from the document. */
  readonly generated: boolean;
  /** Set if each line of `value` is a record that starts with an invisible separator (RFC 7464). */
  readonly hasRecords?: true;
  /** Set if `value` is less than the schema requires, or omitted because the page would be too large. */
  readonly isCut?: true;
}

/** OpenAPI 3.1 section 4.8.14. */
export interface MediaTypeModel {
  /** `application/json`. */
  readonly mediaType: string;
  /** Its own; from the second media type on, those of its properties start with it, see `anchor.ts`. */
  readonly anchor: string;
  readonly schema?: SchemaNode;
  /** The kind of body if the document has no schema for it: `file`, `text`, `any JSON`. */
  readonly type?: string;
  readonly examples: readonly ExampleModel[];
  /** The items of a stream, OpenAPI 3.2 section 4.14.2; `type` says that there are many. */
  readonly itemSchema?: SchemaNode;
  readonly encoding: readonly EncodingModel[];
  readonly extensions: readonly Constraint[];
}

/**
 * The media types of a body, in document order. `anchor` is that of the body. Entries that are not objects
 * are omitted, except for those of which the document only says the name.
 */
export function buildMediaTypes(
  content: unknown,
  context: ModelContext,
  direction: Direction,
  anchor: string,
): MediaTypeModel[] {
  return entriesOf(content).flatMap(([name, value], index) => {
    const mediaType = value === null ? {} : context.resolve(value);
    if (!mediaType) return [];
    const own = context.anchors.claim(anchor, segmentOf(name));
    const anchorPrefix = index === 0 ? anchor : own;
    const { schema, itemSchema } = mediaType;
    const options = { context, direction, anchorPrefix, shownAt: bodySchemaAnchor(own) };
    const node = schema === undefined ? undefined : buildSchema(schema, options);
    return [
      {
        mediaType: name,
        anchor: own,
        ...(schema === undefined &&
          itemSchema === undefined && { type: context.say(wordFor(name)) }),
        ...(itemSchema !== undefined && {
          itemSchema: streamOf(buildSchema(itemSchema, options), context.say),
        }),
        ...bodyExamples(name, mediaType, node, context, direction),
        encoding: buildEncoding(mediaType, { context, direction, anchor: own }),
        extensions: extensionsOf(mediaType, context),
      },
    ];
  });
}

/** The kind of body of a media type: OpenAPI 3.1 section 4.8.14.2 for those without a schema. */
function wordFor(mediaType: string): WordId {
  const name = mediaType.toLowerCase().replace(/;.*/, '').trim();
  const known = BODIES.find(([pattern]) => pattern.test(name));
  return known ? known[1] : 'ref.body.any';
}

const BODIES: readonly (readonly [pattern: RegExp, word: WordId])[] = [
  [/^application\/(.*\+)?json$/, 'ref.body.json'],
  [/^(application|text)\/(.*\+)?xml$/, 'ref.body.xml'],
  [/^text\//, 'ref.body.text'],
  [/^(image|audio|video|font|model)\//, 'ref.body.file'],
  [
    /^application\/(octet-stream|pdf|zip|gzip|x-tar|msword|vnd\.(openxmlformats|ms-).*)$/,
    'ref.body.file',
  ],
];

function streamOf(item: SchemaNode, say: Say): SchemaNode {
  return { ...item, type: typeOf('ref.type.streamOf', item.type, say) };
}
