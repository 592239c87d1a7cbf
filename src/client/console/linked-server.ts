import { needsHost } from '../../model/request/chosen-server.ts';
import type { FormValues } from '../../model/request/form-values.ts';
import type { RequestForm } from '../../model/request/request-form.ts';

/** The server settings from a link, until the reader agrees to them. */
export type LinkedServer = Pick<FormValues, 'host' | 'variables'>;

/**
 * The server settings that a link added to the reader's own. Its choice among the document's servers is left
 * out: the document names each of them.
 */
export function linkedServer(shared: FormValues, initial: FormValues): LinkedServer {
  return {
    host: shared.host === initial.host ? '' : shared.host,
    variables: shared.variables,
  };
}

/**
 * Whether a part of the base URL came from a link: a host, or a value of a server variable that the document
 * does not list. What the reader has overwritten is the reader's own.
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
