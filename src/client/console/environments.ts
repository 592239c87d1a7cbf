import { asArray, asObject, asString } from '../../json/guards.ts';
import { isHost, type ServerValues, variablesOf } from '../../model/request/chosen-server.ts';
import type { RequestForm } from '../../model/request/request-form.ts';
import { environmentsKey } from '../protocol.ts';

/** A server that a reader has named: where it is, and the values of its variables. It contains no credentials. */
export interface Environment {
  readonly name: string;
  /** URL of a server of the document, with its variables; absent for a custom base URL. */
  readonly url?: string;
  /** A custom base URL, or the host of a server without one. */
  readonly host: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** The environments of an API, in alphabetical order; none if storage is disabled. */
export function readEnvironments(api: string): readonly Environment[] {
  try {
    return asArray(JSON.parse(localStorage.getItem(environmentsKey(api)) ?? '[]')).flatMap(
      environmentIn,
    );
  } catch {
    return [];
  }
}

function environmentIn(value: unknown): Environment[] {
  const { name, url, host, variables } = asObject(value);
  const title = asString(name);
  if (title === undefined) return [];
  const texts = Object.entries(asObject(variables)).filter(([, text]) => typeof text === 'string');
  return [
    {
      name: title,
      ...(typeof url === 'string' && { url }),
      host: typeof host === 'string' && isHost(host) ? host : '',
      variables: Object.fromEntries(texts) as Record<string, string>,
    },
  ];
}

/** Stores an environment; one with the same name is replaced. */
export function keepEnvironment(api: string, environment: Environment): void {
  const others = readEnvironments(api).filter(({ name }) => name !== environment.name);
  const all = [...others, environment];
  write(
    api,
    all.toSorted((a, b) => a.name.localeCompare(b.name)),
  );
}

export function removeEnvironment(api: string, removed: string): void {
  write(
    api,
    readEnvironments(api).filter(({ name }) => name !== removed),
  );
}

function write(api: string, environments: readonly Environment[]): void {
  try {
    if (environments.length === 0) localStorage.removeItem(environmentsKey(api));
    else localStorage.setItem(environmentsKey(api), JSON.stringify(environments));
  } catch {
    // Storage is disabled or full: the server stays chosen in this tab.
  }
}

/** The chosen server as an environment. */
export function environmentOf(
  { operation }: RequestForm,
  values: ServerValues,
  name: string,
): Environment {
  const server = operation.servers[Number(values.server)];
  return {
    name,
    ...(server && { url: server.url }),
    host: values.host.trim(),
    variables: variablesOf(server, values),
  };
}

/** The server of an environment among those of an operation; undefined if the operation has other ones. */
export function serverOf(
  { operation: { servers } }: RequestForm,
  { url, host, variables }: Environment,
): ServerValues | undefined {
  if (url === undefined) return { server: 'own', host, variables: [] };
  const index = servers.findIndex((server) => server.url === url);
  const server = servers[index];
  if (!server) return undefined;
  return {
    server: String(index),
    host,
    variables: server.variables.map(({ name, default: usual = '', enum: usuals }) => {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
      return value !== undefined && (usuals.length === 0 || usuals.includes(value)) ? value : usual;
    }),
  };
}

/** The environment that is the chosen server. */
export function chosenEnvironment(
  form: RequestForm,
  { server, host, variables }: ServerValues,
  environments: readonly Environment[],
): Environment | undefined {
  const chosen = JSON.stringify([server, host.trim(), server === 'own' ? [] : variables]);
  return environments.find((environment) => {
    const own = serverOf(form, environment);
    return own && JSON.stringify([own.server, own.host, own.variables]) === chosen;
  });
}
