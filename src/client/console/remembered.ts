import { asObject, asString, defined } from '../../json/guards.ts';
import type { ServerChoice } from '../../model/request/chosen-server.ts';
import type { FormValues } from '../../model/request/form-values.ts';
import { SECRETS_CHANGED, serverKey } from '../protocol.ts';
import type { LinkedServer } from './linked-server.ts';
import { markOwn } from './secrets.ts';

/** The contents of a form, and who filled it in. */
export interface Filled {
  readonly values: FormValues;
  /** Whether a link filled in the form. */
  readonly isShared: boolean;
  /** The server from a link, until the reader agrees to it. */
  readonly linked?: LinkedServer | undefined;
}

/** Contents of forms by page: a console that is reopened continues where it was closed. */
const inputs = new Map<string, Filled>();

export function rememberInput(page: string, filled: Filled): void {
  inputs.set(page, filled);
}

export function rememberedInput(page: string): Filled | undefined {
  return inputs.get(page);
}

/** The choice of a server applies to all operations of an API in this tab. */
export interface ChosenServer extends ServerChoice {
  /** What they make; credentials are for this. */
  readonly baseUrl?: string;
}

/**
 * Remembers what the reader has chosen.
 *
 * @param isUsual Whether pages show this server anyway: nothing is remembered then, not even what was chosen before.
 */
export function rememberServer(api: string, choice: ChosenServer, isUsual: boolean): void {
  const key = serverKey(api);
  const text = isUsual ? null : JSON.stringify(choice);
  try {
    if (sessionStorage.getItem(key) === text) return;
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
    markOwn(sessionStorage);
  } catch {
    // Storage is disabled: the next page starts with the first server.
    return;
  }
  document.dispatchEvent(new CustomEvent(SECRETS_CHANGED));
}

/** What the reader has chosen; nothing if the browser keeps nothing. */
export function rememberedServer(api: string): ChosenServer {
  try {
    const text = sessionStorage.getItem(serverKey(api));
    if (text === null) return {};
    const { server, host, variables, baseUrl } = asObject(JSON.parse(text));
    return defined({
      server: asString(server),
      host: asString(host),
      variables: asObject(variables),
      baseUrl: asString(baseUrl),
    });
  } catch {
    return {};
  }
}
