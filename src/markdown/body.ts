import type { EncodingModel } from '../model/request/encoding.ts';
import type { MediaTypeModel } from '../model/request/media-type.ts';
import type { SchemaNode } from '../model/schema/schema.ts';
import { exampleBlocks } from './example.ts';
import { parameterList } from './field.ts';
import { schemaBlocks, schemaLine } from './schema.ts';
import { blocks, code, heading, type Item, list, text, words } from './text.ts';
import { facts, type Twin } from './twin.ts';

/**
 * A body in each of its media types. Examples that are generated from the schema are left out: they say nothing that
 * the schema does not, and would be the largest part of a twin.
 *
 * @param level Of the headings.
 */
export function bodyBlocks(
  content: readonly MediaTypeModel[],
  twin: Twin,
  level: number,
): readonly string[] {
  return content.flatMap((media) => {
    const { mediaType, schema, type, itemSchema, encoding, extensions } = media;
    const examples = media.examples.filter(({ generated }) => !generated);
    return [
      heading(level, code(mediaType)),
      facts(extensions).join(', '),
      ...(schema ? once(schema, twin) : []),
      type === undefined ? '' : text(type),
      ...(itemSchema ? schemaBlocks(itemSchema, twin) : []),
      ...encodingBlocks(encoding, twin),
      ...examples.flatMap((example) => exampleBlocks(example, twin, true)),
    ].filter(Boolean);
  });
}

/** A body that is above word for word, as those of most errors are, is not written again. */
function once(schema: SchemaNode, twin: Twin): readonly string[] {
  if (schema.ref?.href === undefined) return schemaBlocks(schema, twin);
  // Long enums are listed only in the first body.
  const [line, ...rest] = schemaBlocks(schema, { ...twin, listed: new Set() });
  const text = blocks(line, ...rest);
  if (twin.drawn.has(text) && rest.some(Boolean))
    return [schemaLine(schema, twin), twin.say('ref.bodyAbove')];
  twin.drawn.add(text);
  return schemaBlocks(schema, twin);
}

/** How individual parts of a form are serialized, OpenAPI 3.1 section 4.8.15. */
function encodingBlocks(encoding: readonly EncodingModel[], twin: Twin): readonly string[] {
  if (encoding.length === 0) return [];
  return [`${twin.say('ref.encoding')}:`, list(encoding.map((one) => encodingItem(one, twin)))];
}

function encodingItem(one: EncodingModel, twin: Twin): Item {
  const { property, position, headers, encoding } = one;
  const { say } = twin;
  const unnamed = position === undefined ? say('ref.furtherParts') : say('ref.part', { position });
  const about = facts(one.facts).join(', ');
  return {
    line: words(property === undefined ? unnamed : code(property), about && `– ${about}`),
    below: [
      ...(headers.length > 0
        ? [`${say('ref.responseHeaders')}:`, parameterList(headers, twin)]
        : []),
      ...encodingBlocks(encoding, twin),
    ],
  };
}
