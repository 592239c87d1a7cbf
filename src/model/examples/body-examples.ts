import { asObject, isObject } from '../../json/guards.ts';
import type { ModelContext } from '../page/context.ts';
import type { ExampleModel } from '../request/media-type.ts';
import { serialize } from '../request/serialize.ts';
import type { Choice, Direction, SchemaNode } from '../schema/schema.ts';
import { isValid } from '../schema/schema-check.ts';
import { examplesOf, generatedModel, isForm } from './example.ts';
import { generatedSample } from './example-value.ts';
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
 * @param schema The model of its schema.
 */
export function bodyExamples(
  mediaTypeName: string,
  mediaType: unknown,
  schema: SchemaNode | undefined,
  context: ModelContext,
  direction: Direction,
): BodyExamples {
  const examples = examplesOf(mediaTypeName, mediaType, context, direction);
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
    const write = (value: unknown) => serialize(value, mediaTypeName, media, context);
    return generatedModel(sample, write, context, fields === 'all' ? undefined : fields);
  };
  return (['all', 'required'] as const)
    .map((fields) => modelWith(fields))
    .find((model) => model?.value !== undefined && model.value.length <= room);
}
