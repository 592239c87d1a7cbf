import type { SliceDocument } from '../slices/slice.ts';
import { createContext, type ModelContext } from './context.ts';
import { type Control, controlOf, type Input, inputOf } from './control.ts';
import { exampleValue } from './example.ts';
import { asObject, asString, entriesOf, type JsonObject, own, stringsOf } from './guards.ts';
import type { ExampleModel } from './media-type.ts';
import { buildOperationPage, sourceOf } from './operation.ts';
import type { OperationModel } from './page.ts';
import type { RequestParts } from './request.ts';
import { hasExample, parametersOf, sampleOf } from './sample-request.ts';
import type { Notation } from './serialize.ts';
import { concreteType, notationOf } from './serialize.ts';
import type { Say } from './words.ts';

/** A value that a reader fills in. */
export interface Entry {
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly schema: unknown;
  readonly control: Control;
  /** Shown where nothing is filled in. */
  readonly placeholder: string;
  /** What samples show as long as a required one is empty. */
  readonly sample: unknown;
}

/** A parameter that a reader fills in. */
export interface ParameterEntry extends Entry {
  readonly in: RequestParts['values'][number]['in'];
  readonly parameter: JsonObject;
  /** What is filled in at first: the document's example. */
  readonly initial: Input;
}

/** A media type of the body. */
export interface BodyForm {
  /** As it is sent: for a range, a type of that range. */
  readonly mediaType: string;
  /** How the reader writes it: fields, a text, or a file. */
  readonly kind: 'fields' | 'text' | 'file';
  readonly notation: Notation;
  readonly media: JsonObject;
  readonly entries: readonly Entry[];
  /** By entry; empty but for `fields`. */
  readonly initial: readonly Input[];
  /** Bodies that the document shows, as texts. */
  readonly examples: readonly ExampleModel[];
}

/** All that a reader can say of a request of an operation. */
export interface RequestForm {
  readonly operation: OperationModel;
  readonly context: ModelContext;
  readonly parameters: readonly ParameterEntry[];
  readonly bodies: readonly BodyForm[];
  readonly bodyRequired: boolean;
}

/** The form of an operation's page; undefined for other pages. */
export function buildRequestForm(slice: SliceDocument, say?: Say): RequestForm | undefined {
  const context = createContext(slice, say && { say });
  if (context.page.kind !== 'operation') return undefined;
  const operation = buildOperationPage(context);
  const { raw } = sourceOf(context);
  const body = context.resolve(raw.requestBody);
  const shown = operation.requestBody?.content ?? [];
  const mayHaveBody = !['GET', 'HEAD', 'TRACE'].includes(operation.method);
  return {
    operation,
    context,
    parameters: parametersOf(operation, raw, context).map(({ model, parameter }) =>
      entryOfParameter(model, parameter, context),
    ),
    bodies: mayHaveBody
      ? shown.map(({ mediaType, examples }) =>
          bodyForm(
            mediaType,
            asObject(context.resolve(own(body?.content, mediaType))),
            examples,
            context,
          ),
        )
      : [],
    bodyRequired: operation.requestBody?.required === true,
  };
}

function entryOfParameter(
  model: Pick<ParameterEntry, 'name' | 'in' | 'required' | 'deprecated'>,
  parameter: JsonObject,
  context: ModelContext,
): ParameterEntry {
  const { schema } = parameter;
  // A value that a media type describes is one text.
  const control: Control =
    parameter.content === undefined ? controlOf(schema, context) : contentControl(parameter);
  const sample = sampleOf(parameter, context);
  const { name, required, deprecated } = model;
  const shown = inputOf(sample, control);
  const isGiven = hasExample(parameter, context);
  return {
    name,
    in: model.in,
    required,
    deprecated,
    schema,
    control,
    parameter,
    sample,
    initial: isGiven ? shown : inputOf(undefined, control),
    placeholder: typeof shown === 'string' ? shown : '',
  };
}

/** The whole query is the object that its pairs stand for (OpenAPI 3.2), anything else a text. */
function contentControl({ in: place }: JsonObject): Control {
  return { kind: place === 'querystring' ? 'json' : 'text' };
}

function bodyForm(
  mediaType: string,
  media: JsonObject,
  examples: readonly ExampleModel[],
  context: ModelContext,
): BodyForm {
  const notation = notationOf(mediaType);
  const example = exampleValue(mediaType, media, context, 'request');
  const entries =
    notation === 'form' || notation === 'multipart' ? entriesOfForm(media, example, context) : [];
  const isFile = example === undefined && (media.schema !== undefined || notation === 'binary');
  return {
    mediaType: concreteType(mediaType),
    kind: entries.length > 0 ? 'fields' : isFile || notation === 'binary' ? 'file' : 'text',
    notation,
    media,
    entries,
    initial: entries.map(({ name, control }) => inputOf(own(example, name), control)),
    examples: examples.filter(({ value }) => value !== undefined),
  };
}

/** The members of a form, OpenAPI 3.1 section 4.8.14.3; those that are only read are none. */
function entriesOfForm(media: JsonObject, example: unknown, context: ModelContext): Entry[] {
  const flat = context.flatten(media.schema).schema;
  const required = stringsOf(flat.required);
  return entriesOf(flat.properties).flatMap(([name, schema]) => {
    const member = context.flatten(schema).schema;
    if (member.readOnly === true) return [];
    const contentType = asString(own(own(media.encoding, name), 'contentType'));
    return {
      name,
      required: required.includes(name),
      deprecated: member.deprecated === true,
      schema,
      control: controlOf(schema, context, contentType?.split(',')[0]?.trim()),
      placeholder: '',
      // A file needs no more than a name.
      sample: own(example, name) ?? '',
    };
  });
}
