import { asArray, asObject, isObject, type JsonObject, own } from '../../json/guards.ts';
import { mapEntries } from '../../json/key-order.ts';
import { jsonText, parseJson } from '../../json/text.ts';
import { isHost } from '../../model/request/chosen-server.ts';
import { type Control, type Input, isSecret } from '../../model/request/control.ts';
import type { FormValues } from '../../model/request/form-values.ts';
import type { Entry, RequestForm } from '../../model/request/request-form.ts';
import { chosenEnvironment, readEnvironments } from './environments.ts';

/** Starts the part of a URL that contains a form's values. It is not sent to any server. */
export const SHARED = '#try=';

/** Maximum length of a link's input. Longer ones are neither created nor read. */
const MAX_LINK = 100_000;

/** Maximum length of a name. */
const MAX_NAME = 100;

/**
 * The URL of this page with a form's values, to share: without credentials, which are not among them, without
 * files, and without values whose name or format marks them as secret. Undefined if it is too long.
 */
export function shareLink(form: RequestForm, values: FormValues): string | undefined {
  const environment = chosenEnvironment(form, values, readEnvironments(form.context.page.api));
  const shared = { ...withoutSecrets(form, values), environment: environment?.name };
  const input = SHARED + encode(JSON.stringify(shared));
  return input.length > MAX_LINK
    ? undefined
    : location.origin + location.pathname + location.search + input;
}

/**
 * The form's initial values, overlaid with those in a URL; undefined if the URL has none. Anybody can write a
 * link: only what the reader could have entered is used.
 */
export function sharedValues(
  hash: string,
  initial: FormValues,
  form: RequestForm,
): FormValues | undefined {
  const shared = sharedIn(hash);
  return shared && overlaid(initial, shared, form);
}

/** What a link calls its server: a name of an environment, for whoever wants to save it. */
export function sharedEnvironment(hash: string): string | undefined {
  const name = sharedIn(hash)?.environment;
  return isLine(name) && name.length < MAX_NAME ? name : undefined;
}

function sharedIn(hash: string): JsonObject | undefined {
  if (!hash.startsWith(SHARED) || hash.length > MAX_LINK) return undefined;
  try {
    const shared: unknown = JSON.parse(decode(hash.slice(SHARED.length)));
    return isObject(shared) ? shared : undefined;
  } catch {
    return undefined;
  }
}

/** Omitted values are null, so that the form's own are kept. */
function withoutSecrets(form: RequestForm, values: FormValues): object {
  const { context, parameters, bodies, operation } = form;
  const { variables = [] } = operation.servers[Number(values.server)] ?? {};
  const index = Number(values.bodyType);
  return {
    ...values,
    host: withoutUser(values.host),
    variables: values.variables.map((value, at) =>
      isSecret(variables[at]?.name ?? '', undefined, context) ? null : value,
    ),
    parameters: parameters.map(({ name, schema }, at) =>
      isSecret(name, schema, context)
        ? null
        : withoutSecretWords(plain(values.parameters[at]), form),
    ),
    bodies: bodies.map(({ entries, media, kind, notation }, at) => {
      const body = values.bodies[at];
      // For media types that are not sent, the initial values are enough.
      if (!body || at !== index || kind === 'file') return null;
      return {
        text:
          notation === 'json'
            ? withoutSecretMembers(body.text, media.schema, form)
            : withoutSecretWords(body.text, form),
        variant: body.variant,
        fields: entries.map(({ name, schema }, field) =>
          isSecret(name, schema, context) ? null : plain(body.fields[field]),
        ),
      };
    }),
  };
}

/** Files stay with the reader. */
function plain(input: Input): Input {
  return typeof input === 'string' || Array.isArray(input) ? input : null;
}

/** A text that names a secret, such as an XML element, is omitted as a whole. */
function withoutSecretWords<T extends Input>(input: T, { context }: RequestForm): T | null {
  return typeof input === 'string' && isSecret(input, undefined, context) ? null : input;
}

function withoutUser(host: string): string {
  return host.replace(/^([a-z]+:\/\/)?[^/@]*@/i, '$1');
}

function withoutSecretMembers(text: string, schema: unknown, form: RequestForm): string | null {
  try {
    const value = parseJson(text);
    const kept = redact(value, schema, form);
    return jsonText(kept) === jsonText(value) ? text : jsonText(kept, 2);
  } catch {
    // Text that is not valid JSON yet cannot be searched.
    return null;
  }
}

function redact(value: unknown, schema: unknown, form: RequestForm): unknown {
  const flat = form.context.flatten(schema).schema;
  if (Array.isArray(value)) return value.map((item) => redact(item, flat.items, form));
  if (!isObject(value)) return value;
  return mapEntries(value, (member, name) => {
    const inner = own(flat.properties, name);
    return isSecret(name, inner, form.context) ? '' : redact(member, inner, form);
  });
}

function overlaid(initial: FormValues, shared: JsonObject, form: RequestForm): FormValues {
  const { servers, security } = form.operation;
  const server = shared.server === 'own' ? 'own' : indexIn(servers, shared.server, initial.server);
  const variables = servers[Number(server)]?.variables ?? [];
  return {
    server,
    host: isLine(shared.host) && isHost(shared.host) ? shared.host : initial.host,
    variables: variables.map(({ default: usual, enum: usuals }, index) => {
      const value = asArray(shared.variables)[index];
      return isLine(value) && (usuals.length === 0 || usuals.includes(value))
        ? value
        : (usual ?? '');
    }),
    alternative: indexIn(security, shared.alternative, initial.alternative),
    parameters: inputsOf(form.parameters, shared.parameters, initial.parameters),
    hasBody: typeof shared.hasBody === 'boolean' ? shared.hasBody : initial.hasBody,
    bodyType: indexIn(form.bodies, shared.bodyType, initial.bodyType),
    bodies: form.bodies.flatMap(({ entries, variants }, index) => {
      const [own, given] = [initial.bodies[index], asObject(asArray(shared.bodies)[index])];
      if (!own) return [];
      const text = isText(given.text) ? given.text : own.text;
      const variant = indexIn(variants, given.variant, own.variant);
      return { ...own, text, variant, fields: inputsOf(entries, given.fields, own.fields) };
    }),
  };
}

function indexIn(list: readonly unknown[], index: unknown, initial: string): string {
  return typeof index === 'string' && Object.hasOwn(list, index) && /^\d+$/.test(index)
    ? index
    : initial;
}

function inputsOf(
  entries: readonly Entry[],
  shared: unknown,
  initial: readonly Input[],
): readonly Input[] {
  return entries.map(({ control }, index) => {
    const input = asArray(shared)[index];
    return isInputOf(control, input) ? input : initial[index];
  });
}

/** Whether the control accepts a value; files can only be chosen by the reader. */
function isInputOf(control: Control, input: unknown): input is Input {
  const isOption = (options: readonly unknown[], text: unknown): boolean =>
    options.some((option) => jsonText(option) === text);
  switch (control.kind) {
    case 'file':
      return false;
    case 'choice':
      return input === '' || isOption(control.options, input);
    case 'choices':
      return Array.isArray(input) && input.every((item) => isOption(control.options, item));
    case 'lines':
      return !control.isFile && isText(input);
    case 'json':
      return isText(input);
    default:
      return isLine(input);
  }
}

/** Text without control characters other than line breaks and tabs. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && !/[^\P{Cc}\n\r\t]/u.test(value);
}

/** Text that fits a single-line field. */
function isLine(value: unknown): value is string {
  return typeof value === 'string' && !/\p{Cc}/u.test(value);
}

/** Base64url (RFC 4648 section 5) of UTF-8. */
function encode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function decode(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (byte) => byte.charCodeAt(0)));
}
