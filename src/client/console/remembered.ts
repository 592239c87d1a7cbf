import { asObject, asString, defined } from '../../json/guards.ts';
import type { OperationModel } from '../../model/page/page.ts';
import {
  chosenBaseUrl,
  initialServer,
  type ServerChoice,
  type ServerValues,
  variablesOf,
} from '../../model/request/chosen-server.ts';
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

/** What has servers: the form of an operation, or an API. */
interface Served {
  readonly operation: Pick<OperationModel, 'servers'>;
}

/** A server and its variables by their names, as other operations can use it. */
export function serverOf(of: Served, values: ServerValues): ChosenServer {
  const { server, host } = values;
  const variables = variablesOf(of.operation.servers[Number(server)], values);
  return { server, host, variables, baseUrl: chosenBaseUrl(of, values) };
}

/** Remembers the server that the reader has chosen. */
export function chooseServer(api: string, of: Served, values: ServerValues): void {
  const choice = serverOf(of, values);
  const usual = chosenBaseUrl(of, initialServer(of.operation));
  rememberServer(api, choice, choice.baseUrl === usual);
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
