import { asObject, isObject } from '../../json/guards.ts';
import type { ModelContext } from '../page/context.ts';
import type { ExampleModel } from '../request/media-type.ts';
import type { Choice, Direction, SchemaNode } from '../schema/schema.ts';
import { isValid } from '../schema/schema-check.ts';
import { examplesOf, generatedExample, isForm } from './example.ts';
import { generatedSample } from './example-value.ts';
import { ownExamples } from './given.ts';
import { isContainer } from './sample-type.ts';
import type { Fields } from './sampling.ts';

/** Examples of a body, and its schema with those of its choices. */
interface BodyExamples {
  readonly schema?: SchemaNode;
  readonly examples: readonly ExampleModel[];
}

/** Characters of all examples of choices, each of which has the same share. */
const ROOM = 16_000;
/** With more choices, no share would be large enough. */
const MOST_CHOICES = 40;

/**
 * The examples of a media type. If they are generated, and its schema is a choice between objects, each choice has its
 * own example instead: with all fields if there is room, or else with those that are required, or else none.
 *
 * @param given The model of its schema.
 */
export function bodyExamples(
  mediaTypeName: string,
  mediaType: unknown,
  given: SchemaNode | undefined,
  context: ModelContext,
  direction: Direction,
): BodyExamples {
  const examples = examplesOf(mediaTypeName, mediaType, context, direction);
  const schema = given && withoutShown(given, mediaType, examples, context);
  const { choices } = schema ?? {};
  const [first] = examples;
  const isFew = choices && choices.options.length <= MOST_CHOICES;
  if (!schema || !isFew || !first?.generated || first.isCut || isForm(mediaTypeName))
    return { ...(schema && { schema }), examples };
  const room = ROOM / choices.options.length;
  const shared = { ...context, budget: context.budget.share() };
  const exampleOf = (choice: Choice): Choice => {
    const example = choiceExample(choice, mediaTypeName, mediaType, shared, direction, room);
    return example ? { ...choice, example } : choice;
  };
  const options = choices.options.map(exampleOf);
  return options.some(({ example }) => example)
    ? { schema: { ...schema, choices: { ...choices, options } }, examples: [] }
    : { schema, examples };
}

/** A schema without the objects and lists among its examples that are the examples of the body. */
function withoutShown(
  schema: SchemaNode,
  mediaType: unknown,
  examples: readonly ExampleModel[],
  context: ModelContext,
): SchemaNode {
  const areShown =
    examples.some(({ generated, value }) => !generated && value !== undefined) &&
    ownExamples(asObject(mediaType), context).length === 0;
  if (!areShown) return schema;
  return {
    ...schema,
    examples: schema.examples.filter((value) => !isObject(value) && !Array.isArray(value)),
  };
}

/** The example of one choice; undefined if it is not an object, or none was found. */
function choiceExample(
  { anchor }: Choice,
  mediaTypeName: string,
  mediaType: unknown,
  context: ModelContext,
  direction: Direction,
  room: number,
): ExampleModel | undefined {
  const media = asObject(mediaType);
  const source = context.sources.get(anchor);
  if (!isObject(source) || !isContainer(context.flatten(source).schema)) return undefined;
  const reading = { lookUp: context.lookUp, direction, budget: context.budget.share() };
  const modelWith = (fields: Fields): ExampleModel | undefined => {
    const options = { direction, fields, wanted: new Set([source]) };
    const sample = generatedSample(mediaTypeName, media, context, options);
    if (!sample || !(Array.isArray(sample.value) || isValid(sample.value, source, reading)))
      return undefined;
    const shown = fields === 'all' ? undefined : fields;
    return generatedExample(sample, mediaTypeName, media, context, shown);
  };
  return (['all', 'required'] as const)
    .map((fields) => modelWith(fields))
    .find((model) => model?.value !== undefined && model.value.length <= room);
}
