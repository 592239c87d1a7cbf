import { REQUEST } from '../../address/anchor.ts';
import {
  asObject,
  asString,
  defined,
  entriesOf,
  inline,
  isObject,
  type JsonObject,
  own,
  stringsOf,
} from '../../json/guards.ts';
import { jsonText } from '../../json/text.ts';
import type { SliceDocument } from '../../slices/slice.ts';
import { exampleValue, formExample } from '../examples/example-value.ts';
import type { SampleOptions } from '../examples/sampling.ts';
import { createContext, type ModelContext } from '../page/context.ts';
import { buildOperationPage, sourceOf } from '../page/operation.ts';
import type { OperationModel } from '../page/page.ts';
import type { Say } from '../page/words.ts';
import { placeholderFor } from '../samples/placeholder.ts';
import { hasExample, mayHaveBody, parametersOf, sampleOf } from '../samples/sample-request.ts';
import { type Selection, wantedIn } from '../samples/selection.ts';
import { type BodyStart, bodyStart, wordAt } from './body-start.ts';
import { type Control, controlOf, hintOf, type Input, inputOf } from './control.ts';
import { type FormVariant, formVariants, variantOfForm } from './form-variants.ts';
import type { ExampleModel, MediaTypeModel } from './media-type.ts';
import type { RequestParts } from './request.ts';
import type { Notation } from './serialize.ts';
import { concreteType, hasRecords, linesOfRecords, notationOf, serialize } from './serialize.ts';

/** A value that a reader enters. */
export interface Entry {
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly schema: unknown;
  readonly control: Control;
  /** Shown as long as nothing is entered: what samples have in its place, and the type. */
  readonly placeholder: string;
  /** What samples show as long as a required value is empty. */
  readonly sample: unknown;
}

/** A parameter that a reader enters. */
export interface ParameterEntry extends Entry {
  readonly in: RequestParts['values'][number]['in'];
  readonly parameter: JsonObject;
  /** The initial value: the document's example, if samples have it, too. */
  readonly initial: Input;
}

/** A member of a form. */
export interface FieldEntry extends Entry {
  /** Indexes of the form's variants that have it. */
  readonly variants: readonly number[];
}

/** A media type of the body. */
export interface BodyForm {
  /** As sent: for a range, a type of that range. */
  readonly mediaType: string;
  /** How the reader enters it: as fields, lines of `name=value`, a text that is sent as is, or a file. */
  readonly kind: 'fields' | 'pairs' | 'text' | 'file';
  readonly notation: Notation;
  readonly media: JsonObject;
  /** The forms to choose from; one if there is no choice, none except for `fields`. */
  readonly variants: readonly FormVariant[];
  /** Index of the initial variant: that of the document's example. */
  readonly variant: number;
  /** Of all variants. */
  readonly entries: readonly FieldEntry[];
  /** By entry; empty except for `fields`. */
  readonly initial: readonly Input[];
  /** The initial text, except for `fields` and files: without what a reader has to supply. */
  readonly text: string;
  /** What samples show as long as that has not been changed. */
  readonly sample: string;
  /** Where placeholders are in that. */
  readonly start: BodyStart;
  /** Bodies from the document, as texts. */
  readonly examples: readonly ExampleModel[];
}

/** Everything that a reader can enter for a request. */
export interface RequestForm {
  readonly operation: OperationModel;
  readonly context: ModelContext;
  readonly parameters: readonly ParameterEntry[];
  readonly bodies: readonly BodyForm[];
  readonly bodyRequired: boolean;
}

/**
 * The form of an operation's page; undefined for other pages.
 *
 * @param selection What is chosen on the page, which bodies follow.
 */
export function buildRequestForm(
  slice: SliceDocument,
  say?: Say,
  selection: Selection = { anchors: [] },
): RequestForm | undefined {
  const context = createContext(slice, say && { say });
  if (context.page.kind !== 'operation') return undefined;
  const operation = buildOperationPage(context);
  const { raw } = sourceOf(context);
  const body = context.resolve(raw.requestBody);
  const shown = operation.requestBody?.content ?? [];
  const options: SampleOptions = {
    direction: 'request',
    fields: selection.fields ?? 'required',
    wanted: wantedIn(selection, REQUEST, context),
  };
  return {
    operation,
    context,
    parameters: parametersOf(operation, raw, context).map(({ model, parameter }) =>
      entryOfParameter(model, parameter, context, options),
    ),
    bodies: mayHaveBody(operation.method)
      ? shown.map((model) =>
          bodyForm(
            model,
            asObject(context.resolve(own(body?.content, model.mediaType))),
            context,
            options,
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
  { fields }: SampleOptions,
): ParameterEntry {
  const { schema } = parameter;
  // A value described by a media type is a single text.
  const control: Control =
    parameter.content === undefined ? controlOf(schema, context) : contentControl(parameter);
  const sample = sampleOf(parameter, context);
  const { name, required, deprecated } = model;
  const shown = inputOf(sample, control);
  const isGiven = (required || fields === 'all') && hasExample(parameter, context);
  const isWord = required && !isGiven && placeholderFor(parameter, sample, context) === sample;
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
    placeholder: hintOf(schema, context, isWord ? inline(sample) : undefined),
  };
}

/** The whole query is an object with its pairs (OpenAPI 3.2), or else a text. */
function contentControl({ in: place }: JsonObject): Control {
  return { kind: place === 'querystring' ? 'json' : 'text' };
}

function bodyForm(
  { mediaType, examples, schema }: MediaTypeModel,
  media: JsonObject,
  context: ModelContext,
  options: SampleOptions,
): BodyForm {
  const notation = notationOf(mediaType);
  const example = exampleValue(mediaType, media, context, options);
  const isForm = notation === 'form' || notation === 'multipart';
  const subject = defined({ schema, thing: context.page.thing });
  const startOf = (value: unknown): BodyStart =>
    bodyStart(value, media.schema, subject, context, options);
  const variants = isForm ? formVariants(media.schema, context) : [];
  const starts = variants.map((variant) =>
    startOf(variants.length === 1 ? example : formExample(media, variant.schema, context, options)),
  );
  const { entries, initial } = entriesOfForms(media, variants, starts, context);
  const start = startOf(example);
  const textOf = (value: unknown): string => {
    if (value === undefined) return '';
    const { value: text } = serialize(value, mediaType, media, context);
    return hasRecords(mediaType) ? linesOfRecords(text) : text;
  };
  // As written, unless something else is wanted.
  const given = options.wanted?.size
    ? undefined
    : examples.find(({ value, generated }) => value !== undefined && !generated)?.value;
  const isJson = notation === 'json';
  // A change that requires nothing: samples show what is sent, not what might be.
  const isOpen = isJson && start.isEmpty;
  const text = isOpen || given === undefined ? textOf(isJson ? start.value : example) : given;
  return {
    mediaType: concreteType(mediaType),
    kind: entries.length > 0 ? 'fields' : kindOf(notation, media, example),
    notation,
    media,
    variants: entries.length > 0 ? variants : [],
    variant: variantOfForm(example, variants, context),
    entries,
    initial,
    text,
    sample: isOpen ? text : (given ?? textOf(isJson ? start.sample : example)),
    start,
    examples: examples.filter(({ value }) => value !== undefined),
  };
}

/** How a body without named fields is entered. */
function kindOf(
  notation: Notation,
  { schema }: JsonObject,
  example: unknown,
): Exclude<BodyForm['kind'], 'fields'> {
  if (notation === 'binary' || (example === undefined && schema !== undefined)) return 'file';
  const isForm = notation === 'form' || notation === 'multipart';
  return isForm && (example === undefined || isObject(example)) ? 'pairs' : 'text';
}

/** The fields of all variants of a form; equal fields of several variants are merged. */
function entriesOfForms(
  media: JsonObject,
  variants: readonly FormVariant[],
  starts: readonly BodyStart[],
  context: ModelContext,
): { readonly entries: FieldEntry[]; readonly initial: Input[] } {
  const found = new Map<string, { entry: FieldEntry; initial: Input }>();
  for (const [variant, { schema }] of variants.entries()) {
    const start = starts[variant];
    for (const entry of entriesOfForm(media, schema, start, context)) {
      const { name, required, schema: member, control } = entry;
      const key = jsonText([name, required, member, control]);
      const initial = inputOf(own(start?.value, name), control);
      const known = found.get(key) ?? { entry: { ...entry, variants: [] }, initial };
      const inVariants = [...known.entry.variants, variant];
      found.set(key, { ...known, entry: { ...known.entry, variants: inVariants } });
    }
  }
  const all = [...found.values()];
  return { entries: all.map(({ entry }) => entry), initial: all.map(({ initial }) => initial) };
}

/** The members of a form, OpenAPI 3.1 section 4.8.14.3, without read-only ones. */
function entriesOfForm(
  media: JsonObject,
  formSchema: unknown,
  start: BodyStart | undefined,
  context: ModelContext,
): Entry[] {
  const flat = context.flatten(formSchema).schema;
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
      placeholder: hintOf(schema, context, start && wordAt(start, [name])),
      // A file needs only a name.
      sample: own(start?.sample, name) ?? '',
    };
  });
}
