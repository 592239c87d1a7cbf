import type { ValueSource } from '../model/page/value-source.ts';
import type { ParameterModel } from '../model/request/parameter.ts';
import type { PropertyNode, SchemaNode } from '../model/schema/schema.ts';
import { nameText } from '../model/schema/value-text.ts';
import { type Described, joined } from './description.ts';
import { exampleBlocks } from './example.ts';
import { childBlocks, schemaLine, schemaTexts } from './schema.ts';
import { code, type Item, list, text } from './text.ts';
import { facts, type Twin } from './twin.ts';

interface Field {
  readonly name: string;
  /** Set if the name is ours, and represents any other one. */
  readonly kind?: PropertyNode['kind'];
  readonly required: boolean;
  readonly schema: SchemaNode;
  readonly source?: ValueSource;
  /** Its own description, before that of its schema. */
  readonly description?: string;
  /** Further facts on its line. */
  readonly facts?: readonly string[];
  readonly below?: readonly string[];
}

/** A parameter, header or property, as an item of a list: `` - `name` (type, required): description ``. */
export function field(of: Field, twin: Twin): Item {
  const { name, required, schema, source } = of;
  const shown = of.kind === 'any' ? `_${text(name)}_` : code(nameText(name));
  const head = schemaLine(schema, twin, [
    required && twin.say('ref.required'),
    ...(of.facts ?? []),
  ]);
  const found: Described = {
    markdown: source ? `${sourceOf(source, twin)}.` : '',
    isLine: true,
  };
  const texts = [...schemaTexts(schema, twin, nameText(name), of.description), found];
  const { line, below } = joined(texts);
  return {
    line: line === '' ? `${shown} (${head})` : `${shown} (${head}): ${line}`,
    below: [...below, ...(of.below ?? []), ...childBlocks(schema, twin)],
  };
}

/** Where readers find the values of a field that identifies something. */
function sourceOf({ title, href, property }: ValueSource, twin: Twin): string {
  const operation = twin.to(title, href);
  return property === undefined
    ? twin.say('ref.valueSource', { operation })
    : twin.say('ref.valueProperty', { operation, property: code(property) });
}

/** Parameters or headers, in document order. */
export function parameterList(parameters: readonly ParameterModel[], twin: Twin): string {
  return list(parameters.map((parameter) => parameterItem(parameter, twin)));
}

function parameterItem(parameter: ParameterModel, twin: Twin): Item {
  const { name, required, deprecated, schema, mediaType, serialization, extensions } = parameter;
  const { source, description, examples } = parameter;
  return field(
    {
      name,
      required,
      schema: { ...schema, deprecated: deprecated || schema.deprecated },
      ...(source && { source }),
      ...(description !== undefined && { description }),
      facts: [
        ...facts([...serialization, ...extensions]),
        ...(mediaType === undefined ? [] : [code(mediaType)]),
      ],
      below: examples.flatMap((example) =>
        exampleBlocks(example, twin, examples.length > 1 || example.key !== undefined),
      ),
    },
    twin,
  );
}
