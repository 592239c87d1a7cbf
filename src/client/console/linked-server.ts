import { type FormValues, needsHost } from '../../model/request/form-values.ts';
import type { RequestForm } from '../../model/request/request-form.ts';

/** What a link said of where the API is, until the reader has agreed to it. */
export type LinkedServer = Pick<FormValues, 'host' | 'variables'>;

/**
 * What a link said of the server, without what the reader had said before. Which of the document's servers
 * it chose is left out: each of them is named by the document.
 */
export function linkedServer(shared: FormValues, initial: FormValues): LinkedServer {
  return {
    host: shared.host === initial.host ? '' : shared.host,
    variables: shared.variables,
  };
}

/**
 * Whether the base URL has a part that a link brought: a host, or a value of a server variable that the
 * document does not name. What the reader has written over is the reader's own.
 */
export function isLinked(
  form: RequestForm,
  values: FormValues,
  linked: LinkedServer | undefined,
): boolean {
  if (!linked) return false;
  if (needsHost(form, values) && values.host !== '' && values.host === linked.host) return true;
  const variables = form.operation.servers[Number(values.server)]?.variables ?? [];
  return variables.some(({ default: usual, enum: usuals }, index) => {
    const value = values.variables[index];
    return value === linked.variables[index] && value !== usual && !usuals.includes(value ?? '');
  });
}
