import { type Input, isSecret } from '../../model/control.ts';
import type { FormValues } from '../../model/form-values.ts';
import { entriesOf, isObject, own } from '../../model/guards.ts';
import type { RequestForm } from '../../model/request-form.ts';

/** Begins the part of an address that holds a reader's input. It is not sent to any server. */
export const SHARED = '#try=';

/**
 * The address of this page with a reader's input, for others: without credentials, which are no part of the
 * input, without files, and without values whose name or format says that they are secret.
 */
export function shareLink(form: RequestForm, values: FormValues): string {
  const json = JSON.stringify(withoutSecrets(form, values));
  return location.origin + location.pathname + location.search + SHARED + encode(json);
}

/** The input that an address holds, laid over what the form begins with; undefined where it holds none. */
export function sharedValues(hash: string, initial: FormValues): FormValues | undefined {
  if (!hash.startsWith(SHARED)) return undefined;
  try {
    const shared: unknown = JSON.parse(decode(hash.slice(SHARED.length)));
    return isObject(shared) ? (overlaid(initial, shared) as FormValues) : undefined;
  } catch {
    return undefined;
  }
}

/** What is left out is null: the form's own then stays. */
function withoutSecrets(form: RequestForm, values: FormValues): unknown {
  const { context, parameters, bodies } = form;
  const index = Number(values.bodyType);
  return {
    ...values,
    host: withoutUser(values.host),
    parameters: parameters.map(({ name, schema }, at) =>
      isSecret(name, schema, context) ? null : plain(values.parameters[at]),
    ),
    bodies: bodies.map(({ entries, media, kind, notation }, at) => {
      const body = values.bodies[at];
      // Of the media types that are not sent, what the form begins with is enough.
      if (!body || at !== index || kind === 'file') return null;
      return {
        text: notation === 'json' ? withoutSecretMembers(body.text, media.schema, form) : body.text,
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

function withoutUser(host: string): string {
  return host.replace(/^([a-z]+:\/\/)?[^/@]*@/i, '$1');
}

function withoutSecretMembers(text: string, schema: unknown, form: RequestForm): string | null {
  try {
    const value: unknown = JSON.parse(text);
    const kept = redact(value, schema, form);
    return JSON.stringify(kept) === JSON.stringify(value) ? text : JSON.stringify(kept, null, 2);
  } catch {
    // What is no JSON yet cannot be looked through.
    return null;
  }
}

function redact(value: unknown, schema: unknown, form: RequestForm): unknown {
  const flat = form.context.flatten(schema).schema;
  if (Array.isArray(value)) return value.map((item) => redact(item, flat.items, form));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    entriesOf(value).map(([name, member]) => {
      const inner = own(flat.properties, name);
      return [name, isSecret(name, inner, form.context) ? '' : redact(member, inner, form)];
    }),
  );
}

/** Shared values where they have the type of what they are laid over; a link is anybody's text. */
function overlaid(initial: unknown, shared: unknown): unknown {
  if (Array.isArray(initial)) {
    if (!Array.isArray(shared)) return initial;
    // Chosen options, as many as they may be.
    if ([...initial, ...shared].every((item) => typeof item === 'string')) return shared;
    return initial.map((item, index) => overlaid(item, shared[index]));
  }
  if (isObject(initial)) {
    return Object.fromEntries(
      entriesOf(initial).map(([name, value]) => [name, overlaid(value, own(shared, name))]),
    );
  }
  return typeof shared === typeof initial ? shared : initial;
}

/** Base64 for addresses (RFC 4648 section 5), of UTF-8. */
function encode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function decode(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (byte) => byte.charCodeAt(0)));
}
