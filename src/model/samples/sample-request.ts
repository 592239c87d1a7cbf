import {
  asArray,
  asObject,
  defined,
  entriesOf,
  inline,
  isObject,
  type JsonObject,
  own,
} from '../../json/guards.ts';
import { jsonText, parseJson } from '../../json/text.ts';
import { exampleSample, exampleValue } from '../examples/example-value.ts';
import { sampleValue } from '../examples/sample-value.ts';
import type { SampleOptions } from '../examples/sampling.ts';
import type { ModelContext } from '../page/context.ts';
import type { OperationModel } from '../page/page.ts';
import { credentialsOf, type Secret, suitedAlternative } from '../request/credentials.ts';
import type { ParameterModel } from '../request/parameter.ts';
import { type RequestParts, type SampleRequest, writeRequest } from '../request/request.ts';
import { concreteType, formFields, notationOf, sentText, serialize } from '../request/serialize.ts';
import { baseUrlOf } from '../request/server-url.ts';
import type { Choice, SchemaNode } from '../schema/schema.ts';
import { withPlaceholders } from './body-placeholders.ts';
import { type Placeholder, placeholderFor } from './placeholder.ts';

/** What a sample sends: by default, what is needed to succeed. */
export interface SampleContents extends Pick<SampleOptions, 'fields' | 'wanted'> {
  /** The reader's own server and secrets, instead of the first server and placeholders. */
  readonly own?: OwnServer | undefined;
}

/** Where a reader sends requests, and with which secrets. */
export interface OwnServer {
  readonly baseUrl: string;
  readonly secrets: Readonly<Record<string, Secret>>;
}

/** A request, with the words in it that readers replace. */
export interface FilledRequest extends SampleRequest {
  readonly placeholders: readonly Placeholder[];
}

/**
 * The request that the samples of an operation show: the first server, required parameters, placeholders for the first
 * security alternative, and a body with what it requires, or the document's example. With all fields, also the
 * parameters for which the document has an example. `operation` is the page's model, `raw` the same as in the document.
 */
export function buildRequest(
  operation: Omit<OperationModel, 'samples'>,
  raw: unknown,
  context: ModelContext,
  { fields = 'required', wanted, own: reader }: SampleContents = {},
): FilledRequest {
  const { placeholders, ...body } = writtenBody(operation, raw, context, {
    direction: 'request',
    fields,
    ...(wanted && { wanted }),
  });
  const request = writeRequest(operation, {
    baseUrl: reader?.baseUrl ?? baseUrlOf(operation.servers[0]),
    values: parametersOf(operation, raw, context)
      .filter(
        ({ model, parameter }) =>
          model.required || (fields === 'all' && hasExample(parameter, context)),
      )
      .map(({ model: { in: place, name }, parameter }) => ({
        in: place,
        name,
        parameter,
        value: sampleOf(parameter, context),
      })),
    credentials: credentialsOf(
      operation.security[suitedAlternative(operation.security, context, reader?.secrets ?? {})],
      context,
      reader?.secrets,
    ),
    ...body,
  });
  return {
    ...request,
    placeholders: [...parameterPlaceholders(operation, raw, context), ...placeholders],
  };
}

/** Whether samples with all fields send more than those with the required ones, whatever variant a reader chooses. */
export function hasMoreFields(
  operation: Omit<OperationModel, 'samples'>,
  raw: unknown,
  context: ModelContext,
): boolean {
  // As many variants as can be tried at little cost.
  const shared = { ...context, budget: context.budget.share().share() };
  const requestWith = (contents: SampleContents) =>
    jsonText(buildRequest(operation, raw, contents.wanted ? shared : context, contents));
  const isMore = (contents: SampleContents) =>
    requestWith({ ...contents, fields: 'required' }) !==
    requestWith({ ...contents, fields: 'all' });
  const [type] = bodyOf(operation, raw, context) ?? [];
  const media = operation.requestBody?.content.find(({ mediaType }) => mediaType === type);
  const isTooLarge = isBodyCut(operation, raw, context);
  const variants = media?.schema && !isTooLarge ? variantsIn(media.schema, context) : [];
  return isMore({}) || variants.some((wanted) => shared.budget.left > 0 && isMore({ wanted }));
}

/** What a reader can choose in a body, as in `SampleOptions.wanted`. */
function variantsIn(
  node: SchemaNode,
  context: ModelContext,
  around: readonly unknown[] = [],
): ReadonlySet<unknown>[] {
  const at = (anchor: string) => [...around, context.sources.get(anchor)];
  const inside = ({ anchor, schema }: Pick<Choice, 'anchor' | 'schema'>) =>
    variantsIn(schema, context, at(anchor));
  const options = node.choices?.options ?? [];
  return [
    ...options.map(({ anchor }) => new Set(at(anchor))),
    ...[...options, ...node.properties].flatMap(inside),
  ];
}

/** Whether the samples of an operation send less than the document requires: in full, a body would be too large. */
export function isBodyCut(
  operation: Omit<OperationModel, 'samples'>,
  raw: unknown,
  context: ModelContext,
): boolean {
  const [type, media] = bodyOf(operation, raw, context) ?? [];
  if (type === undefined) return false;
  return (['required', 'all'] as const).some(
    (fields) => exampleSample(type, media, context, { direction: 'request', fields })?.cut,
  );
}

/** The words in the samples of an operation that readers replace with values of parameters. */
function parameterPlaceholders(
  operation: Omit<OperationModel, 'samples'>,
  raw: unknown,
  context: ModelContext,
): Placeholder[] {
  return parametersOf(operation, raw, context).flatMap(({ model, parameter }) => {
    if (!model.required || parameter.content !== undefined) return [];
    const value = validValue(parameter, context);
    const text = hasExample(parameter, context)
      ? undefined
      : placeholderFor(parameter, value, context);
    return text === undefined ? [] : [{ text, target: model.anchor, value }];
  });
}

/** The parameters of an operation as in the page's model and as in the document. */
export function parametersOf(
  operation: Omit<OperationModel, 'samples'>,
  raw: unknown,
  context: ModelContext,
): { readonly model: ParameterModel; readonly parameter: JsonObject }[] {
  const item = own(context.document.paths, operation.path);
  const holders = [raw, item, context.resolve(item)];
  const lists = holders.flatMap((holder) => asArray(own(holder, 'parameters')));
  const parameters = lists.flatMap((value) => withContent(context.resolve(value), context));
  return operation.parameters
    .flatMap((group) => group.parameters)
    .flatMap((model) => {
      const parameter = parameters.find(
        ({ name, in: place }) => name === model.name && place === model.in,
      );
      return parameter ? [{ model, parameter }] : [];
    });
}

/** A parameter with its media type references resolved, OpenAPI 3.2 section 4.12. */
function withContent(parameter: JsonObject | undefined, context: ModelContext): JsonObject[] {
  if (!parameter) return [];
  if (!isObject(parameter.content)) return [parameter];
  const content = entriesOf(parameter.content).map(([type, media]) => [
    type,
    context.resolve(media),
  ]);
  return [{ ...parameter, content: Object.fromEntries(content) }];
}

/** True if the document gives a value; a default need not be sent. */
export function hasExample(parameter: JsonObject, context: ModelContext): boolean {
  const [media] = Object.values(asObject(parameter.content));
  const holders = [parameter, asObject(media), context.flatten(parameter.schema).schema];
  return holders.some(
    ({ example, examples }) => example !== undefined || Object.keys(Object(examples)).length > 0,
  );
}

/** A value for a parameter: the document's example, or else a placeholder or a generated value. */
export function sampleOf(parameter: JsonObject, context: ModelContext): unknown {
  const [mediaType, media] = entriesOf(parameter.content)[0] ?? [];
  if (mediaType !== undefined) {
    const value = exampleValue(mediaType, media, context, { direction: 'request' });
    if (parameter.in === 'querystring') return value;
    const text = serialize(value, mediaType, asObject(media), context).value;
    const isJson = notationOf(mediaType) === 'json' && text !== '';
    return isJson ? jsonText(parseJson(text)) : text;
  }
  const value = validValue(parameter, context);
  if (hasExample(parameter, context)) return value;
  return placeholderFor(parameter, value, context) ?? value;
}

/** A valid value for a parameter without a media type. */
function validValue(parameter: JsonObject, context: ModelContext): unknown {
  const options = { direction: 'request', name: inline(parameter.name) } as const;
  // The values of a media type's example and of a parameter's are found the same way.
  const media = { schema: true, ...parameter };
  // Bytes have no example, but a parameter has a value.
  return (
    exampleValue('application/json', media, context, options) ??
    sampleValue(parameter.schema, context, options).value
  );
}

/** The media type that samples send, as in the document, with its name. */
function bodyOf(
  { method, requestBody }: Omit<OperationModel, 'samples'>,
  raw: unknown,
  context: ModelContext,
): readonly [name: string, media: JsonObject] | undefined {
  const content = entriesOf(context.resolve(own(raw, 'requestBody'))?.content);
  const [name, value] = content.find(([type]) => notationOf(type) === 'json') ?? content[0] ?? [];
  if (!requestBody || name === undefined || !mayHaveBody(method)) return undefined;
  return [name, asObject(context.resolve(value))];
}

function writtenBody(
  operation: Omit<OperationModel, 'samples'>,
  raw: unknown,
  context: ModelContext,
  options: SampleOptions,
): Pick<RequestParts, 'body' | 'contentType'> & Pick<FilledRequest, 'placeholders'> {
  const sent = bodyOf(operation, raw, context);
  if (!sent) return { placeholders: [] };
  const [name, media] = sent;
  const shown = operation.requestBody?.content.find(({ mediaType }) => mediaType === name);
  const { body, placeholders } = withPlaceholders(
    exampleValue(name, media, context, options),
    defined({ schema: shown?.schema, thing: context.page.thing }),
  );
  return { ...writeBody(body, name, media, context), placeholders };
}

/**
 * Whether a request with a method may have a body. HTTP defines no meaning for that of GET, HEAD and DELETE,
 * but allows it; that of TRACE is not allowed (RFC 9110 section 9.3).
 */
export function mayHaveBody(method: string): boolean {
  return method.toUpperCase() !== 'TRACE';
}

/** A longer text would be repeated in the code of every language: they read it from a file instead. */
const MOST_TEXT = 65_536;

/** A value as the body of a media type; without one, a file if the media type is binary. */
export function writeBody(
  example: unknown,
  name: string,
  media: JsonObject,
  context: ModelContext,
): Pick<RequestParts, 'body' | 'contentType'> {
  const contentType = concreteType(name);
  const notation = notationOf(name);
  if (example === undefined) {
    const isFile = media.schema !== undefined || notation === 'binary';
    return isFile ? { body: { kind: 'file', fileName: 'file.bin' }, contentType } : { contentType };
  }
  // A form that the document writes out is sent as is.
  if (notation === 'form' && typeof example !== 'string')
    return { body: { kind: notation, fields: formFields(example, media, context) }, contentType };
  if (notation === 'multipart') {
    if (Array.isArray(example) || (typeof example === 'string' && example.startsWith('--')))
      return writtenParts(serialize(example, name, media, context).value, contentType);
    // The content type of a multipart body contains a boundary that the client generates.
    return { body: { kind: notation, fields: formFields(example, media, context) } };
  }
  const { value, language } = serialize(example, name, media, context);
  if (value.length > MOST_TEXT) {
    const fileName = `body.${language === 'text' ? 'txt' : language}`;
    return { body: { kind: 'file', fileName }, contentType };
  }
  const text = sentText(value, name);
  return { body: { kind: notation === 'json' ? 'json' : 'text', text }, contentType };
}

/** Parts that are written out, as sent: lines end with CRLF, and the first one contains the boundary. */
export function writtenParts(
  text: string,
  contentType: string,
): Required<Pick<RequestParts, 'body' | 'contentType'>> {
  const boundary = /^--([\w'()+,./:=? -]{0,69}[\w'()+,./:=?-])\r?$/m.exec(text)?.[1] ?? 'boundary';
  const lines = `${text.replace(/\r?\n$/, '')}\n`.replace(/\r?\n/g, '\r\n');
  return {
    body: { kind: 'text', text: lines },
    contentType: `${contentType.replace(/;\s*boundary=[^;]*/i, '')}; boundary=${/^[\w+.-]+$/.test(boundary) ? boundary : `"${boundary}"`}`,
  };
}
