import type { EncodingModel } from '../model/request/encoding.ts';
import type { MediaTypeModel } from '../model/request/media-type.ts';
import type { SchemaNode } from '../model/schema/schema.ts';
import { exampleBlocks } from './example.ts';
import { parameterList } from './field.ts';
import { schemaBlocks } from './schema.ts';
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
  const all = schemaBlocks(schema, twin);
  if (schema.ref?.href === undefined) return all;
  const text = blocks(...all);
  const isKnown = twin.drawn.has(text);
  twin.drawn.add(text);
  const [line = '', ...rest] = all;
  return isKnown && rest.some(Boolean) ? [line, twin.say('ref.bodyAbove')] : all;
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
