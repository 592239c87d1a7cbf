import type { ParameterLocation } from '../document/openapi.ts';
import type { ModelContext } from './context.ts';
import { type Credential, credentialsOf } from './credentials.ts';
import { exampleValue } from './example.ts';
import {
  asArray,
  asObject,
  asString,
  entriesOf,
  inline,
  isObject,
  type JsonObject,
  own,
} from './guards.ts';
import type { OperationModel, ServerModel } from './page.ts';
import {
  encode,
  encodeAddress,
  type Pair,
  pairsOfParameter,
  textOfParameter,
} from './parameter-value.ts';
import { sampleValue } from './sample-value.ts';
import { isValid } from './schema-check.ts';
import {
  concreteType,
  essenceOf,
  type FormField,
  formFields,
  notationOf,
  serialize,
} from './serialize.ts';

/** A request that can be sent once the placeholders in it are filled in. */
export interface SampleRequest {
  /** Upper case. */
  readonly method: string;
  /** Absolute, with its query, in ASCII: everything else is percent-encoded, apostrophes too. */
  readonly url: string;
  /** In printable ASCII. `Cookie` stands among them. */
  readonly headers: readonly Pair[];
  /** Set where HTTP basic authentication is asked for. */
  readonly basic?: { readonly username: string; readonly password: string };
  readonly body?: SampleBody;
}

export type SampleBody =
  | { readonly kind: 'json' | 'text'; readonly text: string }
  | { readonly kind: 'form' | 'multipart'; readonly fields: readonly FormField[] }
  | { readonly kind: 'file'; readonly fileName: string };

/** Stands for the host where the document gives none, or only a path (RFC 2606). */
const HOST = 'https://api.example.com';

/**
 * The request that the samples of an operation show: the first server, path parameters, required
 * parameters and those with an example, placeholders for the first security alternative, and an
 * example body. `operation` is what the page shows, `raw` the same as the document has it.
 */
export function buildRequest(
  operation: Omit<OperationModel, 'samples'>,
  raw: unknown,
  context: ModelContext,
): SampleRequest {
  const values = parameterValues(operation, raw, context);
  const credentials = credentialsOf(operation.security[0], context);
  const { body, contentType } = bodyOf(operation, raw, context);
  const basic = credentials.find((credential) => credential.in === 'basic');
  return {
    method: operation.method,
    url: urlOf(operation, values, credentials),
    headers: headersOf(operation, values, credentials, contentType),
    ...(basic && { basic: { username: basic.name, password: basic.value } }),
    ...(body && { body }),
  };
}

interface ParameterValue {
  readonly in: ParameterLocation;
  readonly name: string;
  readonly parameter: JsonObject;
  readonly value: unknown;
}

function parameterValues(
  operation: Omit<OperationModel, 'samples'>,
  raw: unknown,
  context: ModelContext,
): ParameterValue[] {
  const item = own(context.document.paths, operation.path);
  const holders = [raw, item, context.resolve(item)];
  const lists = holders.flatMap((holder) => asArray(own(holder, 'parameters')));
  const parameters = lists.map((value) => context.resolve(value)).filter(isObject);
  return operation.parameters
    .flatMap((group) => group.parameters)
    .flatMap((model) => {
      const parameter = parameters.find(
        ({ name, in: place }) => name === model.name && place === model.in,
      );
      if (!parameter || !(model.required || hasExample(parameter, context))) {
        return [];
      }
      return [{ in: model.in, name: model.name, parameter, value: sampleOf(parameter, context) }];
    });
}

/** True where the document gives a value; a default need not be sent. */
function hasExample(parameter: JsonObject, context: ModelContext): boolean {
  const [media] = Object.values(asObject(parameter.content));
  const holders = [parameter, asObject(media), context.flatten(parameter.schema).schema];
  return holders.some(
    ({ example, examples }) => example !== undefined || Object.keys(Object(examples)).length > 0,
  );
}

function sampleOf(parameter: JsonObject, context: ModelContext): unknown {
  const [mediaType, media] = entriesOf(parameter.content)[0] ?? [];
  if (mediaType !== undefined) {
    const value = exampleValue(mediaType, media, context, 'request');
    if (parameter.in === 'querystring' && notationOf(mediaType) === 'form') {
      return formFields(value, asObject(media), context);
    }
    const text = serialize(value, mediaType, asObject(media), context).value;
    const isJson = notationOf(mediaType) === 'json' && text !== '';
    return isJson ? JSON.stringify(JSON.parse(text)) : text;
  }
  // The value of a media type's example and that of a parameter's are found the same way.
  const value = exampleValue(
    'application/json',
    { schema: true, ...parameter },
    context,
    'request',
  );
  const stand = value === 'string' ? inline(parameter.name) : value === 0 ? 1 : value;
  const isTold = hasExample(parameter, context);
  const isFine = isValid(stand, parameter.schema ?? true, {
    lookUp: context.lookUp,
    direction: 'request',
  });
  return isTold || !isFine ? (value ?? sampleValue(parameter.schema, context, 'request')) : stand;
}

function urlOf(
  { servers, path }: Omit<OperationModel, 'samples'>,
  values: readonly ParameterValue[],
  credentials: readonly Credential[],
): string {
  const filled = path.split(/(\{[^{}]*\})/).map((part) => {
    const name = /^\{(.*)\}$/.exec(part)?.[1];
    if (name === undefined) {
      return encodeAddress(part).replaceAll('#', '%23');
    }
    const found = values.find((value) => value.in === 'path' && value.name === name);
    return found ? textOfParameter(found.value, found.parameter, 'path') : encode(name);
  });
  const address = baseUrl(servers[0]) + filled.join('');
  const pairs: Pair[] = [
    ...values.flatMap(queryPairs),
    ...credentials.flatMap(({ in: place, name, value }): Pair[] =>
      place === 'query' ? [[encode(name), encode(value)]] : [],
    ),
  ];
  const query = pairs.map(([name, value]) => (name === '' ? value : `${name}=${value}`)).join('&');
  return query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

function queryPairs({ in: place, parameter, value }: ParameterValue): Pair[] {
  if (place === 'query') {
    return pairsOfParameter(value, parameter, place);
  }
  // OpenAPI 3.2: one parameter that is the query as a whole, as the fields of a form or as a text.
  const whole = Array.isArray(value)
    ? (value as FormField[])
    : [{ name: '', value: inline(value) }];
  return place === 'querystring'
    ? whole.map((field) => [encode(field.name), encode(field.value)])
    : [];
}

/** The server with the defaults of its variables (OpenAPI 3.1 sections 4.8.5 and 4.8.6), without a slash at its end. */
function baseUrl(server: ServerModel | undefined): string {
  const url = (server?.url ?? '').replace(
    /\{([^{}]*)\}/g,
    (_all, name: string) =>
      asString(server?.variables.find((variable) => variable.name === name)?.default) ?? name,
  );
  const address = encodeAddress(url.trim())
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
  if (/^https?:\/\//i.test(address)) {
    return address;
  }
  if (address.startsWith('//')) {
    return `https:${address}`;
  }
  return address === '' || address.startsWith('/') ? HOST + address : `${HOST}/${address}`;
}

function headersOf(
  operation: Omit<OperationModel, 'samples'>,
  values: readonly ParameterValue[],
  credentials: readonly Credential[],
  contentType: string | undefined,
): Pair[] {
  const accept = acceptOf(operation);
  const cookies = [
    ...values.flatMap(({ in: place, parameter, value }) =>
      place === 'cookie' ? pairsOfParameter(value, parameter, place) : [],
    ),
    ...credentials.flatMap(({ in: place, name, value }): Pair[] =>
      place === 'cookie' ? [[encode(name), value]] : [],
    ),
  ];
  const pairs: Pair[] = [
    ...(accept === undefined ? [] : [['Accept', accept] as const]),
    ...(contentType === undefined ? [] : [['Content-Type', contentType] as const]),
    ...credentials.flatMap(({ in: place, name, value }): Pair[] =>
      place === 'header' ? [[name, value]] : [],
    ),
    ...values.flatMap(({ in: place, name, parameter, value }): Pair[] =>
      place === 'header' && !IGNORED.has(name.toLowerCase())
        ? [[name, textOfParameter(value, parameter, place)]]
        : [],
    ),
    ...(cookies.length === 0
      ? []
      : [['Cookie', cookies.map((pair) => pair.join('=')).join('; ')] as const]),
  ];
  const names = pairs.map(([name]) => name.toLowerCase());
  return pairs
    .filter(
      ([name], index) =>
        /^[\w!#%&*+.^|~-]+$/.test(name) && names.indexOf(name.toLowerCase()) === index,
    )
    .map(([name, value]) => [name, headerText(value)]);
}

/** Header parameters of these names say nothing, OpenAPI 3.1 section 4.8.12.2. */
const IGNORED: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization']);

/** Headers carry printable ASCII: line breaks become spaces, anything else is percent-encoded. */
function headerText(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[^\x20-\x7e]+/g, encode);
}

/** The media type of the first answer that has one, a success if there is any. */
function acceptOf({ responses }: Omit<OperationModel, 'samples'>): string | undefined {
  const isSuccess = ({ status }: { status: string }) => /^2/.test(status) || status === 'default';
  const [best] = [...responses.filter(isSuccess), ...responses].flatMap(({ content }) => content);
  return best?.mediaType;
}

function bodyOf(
  { method, requestBody }: Omit<OperationModel, 'samples'>,
  raw: unknown,
  context: ModelContext,
): { body?: SampleBody; contentType?: string } {
  const content = entriesOf(context.resolve(own(raw, 'requestBody'))?.content);
  const [name, value] = content.find(([type]) => notationOf(type) === 'json') ?? content[0] ?? [];
  if (
    !requestBody ||
    name === undefined ||
    method === 'GET' ||
    method === 'HEAD' ||
    method === 'TRACE'
  ) {
    return {};
  }
  const media = asObject(context.resolve(value));
  const contentType = concreteType(name);
  const notation = notationOf(name);
  const example = exampleValue(name, media, context, 'request');
  if (example === undefined) {
    const isFile = media.schema !== undefined || notation === 'binary';
    return isFile ? { body: { kind: 'file', fileName: 'file.bin' }, contentType } : { contentType };
  }
  if (notation === 'form') {
    return { body: { kind: notation, fields: formFields(example, media, context) }, contentType };
  }
  if (notation === 'multipart' && Array.isArray(example)) {
    const { value: text } = serialize(example, name, media, context);
    const body: SampleBody = { kind: 'text', text: `${text}\n`.replaceAll('\n', '\r\n') };
    return { body, contentType: `${contentType}; boundary=boundary` };
  }
  if (notation === 'multipart') {
    // The content type of a multipart body carries a boundary that the client makes up.
    return { body: { kind: notation, fields: formFields(example, media, context) } };
  }
  const written = serialize(example, name, media, context).value;
  const text = /[/+]json-seq$/.test(essenceOf(name)) ? recordsOf(written) : written;
  return { body: { kind: notation === 'json' ? 'json' : 'text', text }, contentType };
}

/** Lines as records of a JSON text sequence: between a record separator and a line feed (RFC 7464). */
function recordsOf(lines: string): string {
  return `${lines.replace(/^.*$/gm, '\u001e$&')}\n`;
}
