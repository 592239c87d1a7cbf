import { jsonText } from '../../json/text.ts';
import type { ModelContext } from '../page/context.ts';
import { writtenParts } from '../samples/sample-request.ts';
import {
  chosenBaseUrl,
  initialServer,
  type ServerChoice,
  type ServerValues,
} from './chosen-server.ts';
import { givenValue, type Input } from './control.ts';
import { credentialsOf, type Secret } from './credentials.ts';
import { maySendBody } from './fetch-rules.ts';
import { type RequestParts, type SampleRequest, writeRequest } from './request.ts';
import type { BodyForm, FieldEntry, RequestForm } from './request-form.ts';
import { type FormField, formFields, sentText } from './serialize.ts';

/** What a reader has entered. Lists correspond to those of the form. */
export interface FormValues extends ServerValues {
  /** Index of the security alternative. */
  readonly alternative: string;
  readonly parameters: readonly Input[];
  readonly hasBody: boolean;
  /** Index of the media type. */
  readonly bodyType: string;
  readonly bodies: readonly {
    readonly text: string;
    /** Index of the variant of the form. */
    readonly variant: string;
    /** By entry, including those of other variants. */
    readonly fields: readonly Input[];
    readonly file: Input;
  }[];
}

/**
 * The initial values of the form: those of the samples, without generated values of parameters.
 *
 * @param server The server that the reader chose before; the first one if it does not exist here.
 */
export function initialValues(form: RequestForm, server: ServerChoice = {}): FormValues {
  const json = form.bodies.findIndex(({ notation }) => notation === 'json');
  return {
    ...initialServer(form.operation, server),
    alternative: '0',
    parameters: form.parameters.map(({ initial }) => initial),
    // An optional body is omitted if the browser could not send it.
    hasBody: form.bodies.length > 0 && (form.bodyRequired || maySendBody(form.operation.method)),
    bodyType: String(Math.max(json, 0)),
    bodies: form.bodies.map(({ text, variant, initial }) => ({
      text,
      variant: String(variant),
      fields: initial,
      file: null,
    })),
  };
}

/**
 * The values of a form that has become another one, because the reader has chosen other fields or another variant on
 * the page: what has been entered stays.
 */
export function followedValues(
  { parameters, bodies }: Pick<FormValues, 'parameters' | 'bodies'>,
  before: RequestForm,
  after: RequestForm,
): Pick<FormValues, 'parameters' | 'bodies'> {
  const [old, initial] = [initialValues(before), initialValues(after)];
  return {
    parameters: followedInputs(parameters, old.parameters, initial.parameters),
    bodies: bodies.map((given, index) => {
      const [was, is] = [old.bodies[index], initial.bodies[index]];
      if (!was || !is) return given;
      return {
        ...given,
        text: given.text === was.text ? is.text : given.text,
        variant: given.variant === was.variant ? is.variant : given.variant,
        fields: followedInputs(given.fields, was.fields, is.fields),
      };
    }),
  };
}

function followedInputs(
  given: readonly Input[],
  was: readonly Input[],
  is: readonly Input[],
): readonly Input[] {
  return given.map((input, index) =>
    jsonText(input) === jsonText(was[index]) ? is[index] : input,
  );
}

/** A sample has placeholders for what is missing; an actual request omits it. */
type Use = 'sample' | 'send';

/**
 * The request for what a reader has entered; missing parameters that are required are those of the samples.
 *
 * @param use Samples may have placeholders for all secrets.
 */
export function requestOf(
  form: RequestForm,
  values: FormValues,
  secrets: Readonly<Record<string, Secret>>,
  use: Use = 'sample',
): SampleRequest {
  const { operation, context } = form;
  const alternative = operation.security[Number(values.alternative)];
  const shown = use === 'sample' && context.page.maskCredentials ? {} : secrets;
  return writeRequest(operation, {
    baseUrl: chosenBaseUrl(form, values),
    values: form.parameters.flatMap((entry, index) => {
      const given = givenValue(values.parameters[index], entry.control);
      const value = given === undefined && entry.required ? entry.sample : given;
      const { name, parameter, in: place } = entry;
      return value === undefined ? [] : [{ name, parameter, in: place, value }];
    }),
    credentials: credentialsOf(alternative, context, shown, use),
    ...(values.hasBody && bodyPartsOf(form, values, use)),
  });
}

function bodyPartsOf(
  { bodies, context }: RequestForm,
  values: FormValues,
  use: Use,
): Pick<RequestParts, 'body' | 'contentType'> {
  const index = Number(values.bodyType);
  const [body, given] = [bodies[index], values.bodies[index]];
  if (!body || !given) return {};
  const { mediaType: contentType, notation } = body;
  switch (body.kind) {
    case 'file':
      return {
        body: { kind: 'file', fileName: namesOf(given.file)[0] ?? 'file.bin' },
        contentType,
      };
    case 'fields':
      return formOf(body, fieldsOf(body, given, use, context));
    case 'pairs':
      return formOf(body, pairsOf(given.text));
    default: {
      const text = use === 'sample' && given.text === body.text ? body.sample : given.text;
      // Parts without names are written out with the boundaries of the document's example.
      return notation === 'multipart'
        ? writtenParts(text, contentType)
        : {
            body: {
              kind: notation === 'json' ? 'json' : 'text',
              text: sentText(text, contentType),
            },
            contentType,
          };
    }
  }
}

function formOf(
  { mediaType: contentType, notation }: BodyForm,
  fields: readonly FormField[],
): Pick<RequestParts, 'body' | 'contentType'> {
  return notation === 'form'
    ? { body: { kind: 'form', fields }, contentType }
    : // The content type of a multipart body contains a boundary that the client generates.
      { body: { kind: 'multipart', fields } };
}

/** Lines of `name=value` as form fields; lines without a name are ignored. */
function pairsOf(text: string): FormField[] {
  return text.split('\n').flatMap((line) => {
    const [, name, value = ''] = /^([^=]+)=?(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [{ name, value, isFile: false }];
  });
}

/** The fields of the selected variant of a form, each with its index. */
export function chosenEntries(
  { entries }: BodyForm,
  { variant }: Pick<FormValues['bodies'][number], 'variant'>,
): { readonly entry: FieldEntry; readonly index: number }[] {
  return entries.flatMap((entry, index) =>
    entry.variants.includes(Number(variant)) ? [{ entry, index }] : [],
  );
}

function fieldsOf(
  body: BodyForm,
  given: FormValues['bodies'][number],
  use: Use,
  context: ModelContext,
): FormField[] {
  const chosen = chosenEntries(body, given);
  const members = chosen.flatMap(({ entry: { name, control, required, sample }, index }) => {
    const input = givenValue(given.fields[index], control);
    const value = input === undefined && required && use === 'sample' ? sample : input;
    return value === undefined ? [] : [[name, value] as const];
  });
  const files = new Map(
    chosen.map(({ entry: { name }, index }) => [name, namesOf(given.fields[index])]),
  );
  const { schema } = body.variants[Number(given.variant)] ?? body.media;
  const media = { ...body.media, schema };
  return formFields(Object.fromEntries(members), media, context).map((field) => {
    const file = field.isFile ? files.get(field.name)?.shift() : undefined;
    return file === undefined ? field : { ...field, value: file };
  });
}

/** The names of a control's files. */
function namesOf(input: Input): string[] {
  if (typeof input === 'string' || !input) return [];
  return [...input].flatMap((item) => (typeof item === 'string' ? [] : [item.name]));
}
