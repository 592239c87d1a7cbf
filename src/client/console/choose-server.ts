import type { OperationModel } from '../../model/page/page.ts';
import {
  chosenBaseUrl,
  initialServer,
  type ServerValues,
  variablesOf,
} from '../../model/request/chosen-server.ts';
import { type ChosenServer, rememberServer } from './remembered.ts';

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
