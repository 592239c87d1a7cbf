import { isObject, type JsonObject, listOf, objectOf, textOf } from './json.ts';
import type { Schemas } from './schemas.ts';

/** An operation as the document has it, with what holds for it from elsewhere and its `$ref`s resolved. */
export interface Operation {
  /** `GET /books/{id}` */
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly JsonObject[];
  readonly requestBody?: JsonObject;
  readonly responses: readonly JsonObject[];
  readonly security: readonly JsonObject[];
  readonly servers: readonly JsonObject[];
}

const METHODS = 'get put post delete options head patch trace query'.split(' ');

/** All operations below `paths` (OpenAPI 3.1 section 4.8.8; `query` and `additionalOperations` of 3.2). */
export function operationsOf(document: JsonObject, schemas: Schemas): Operation[] {
  return Object.entries(objectOf(document.paths)).flatMap(([path, value]) => {
    const item = { ...schemas.resolve(value), ...objectOf(value) };
    const fixed = METHODS.filter((method) => isObject(item[method])).map(
      (method): [string, unknown] => [method.toUpperCase(), item[method]],
    );
    const all = [...fixed, ...Object.entries(objectOf(item.additionalOperations))];
    return all.map(([method, raw]) => {
      const operation = objectOf(raw);
      const body = schemas.resolve(operation.requestBody);
      return {
        key: `${method} ${path}`,
        method,
        path,
        parameters: parametersOf([item.parameters, operation.parameters], schemas),
        ...(isObject(operation.requestBody) && { requestBody: body }),
        responses: Object.values(objectOf(operation.responses)).map((one) => schemas.resolve(one)),
        security: listOf(operation.security ?? document.security).map(objectOf),
        servers: serversOf([operation.servers, item.servers, document.servers]),
      };
    });
  });
}

/** The parameters of the operation go before those of its path item (OpenAPI 3.1 section 4.8.9.1). */
function parametersOf(lists: readonly unknown[], schemas: Schemas): JsonObject[] {
  const byPlace = new Map<string, JsonObject>();
  for (const value of lists.flatMap(listOf)) {
    const parameter = schemas.resolve(value);
    byPlace.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...byPlace.values()];
}

function serversOf(lists: readonly unknown[]): JsonObject[] {
  const servers = lists.map(listOf).find((list) => list.length > 0);
  return (servers ?? [{ url: '/' }]).map(objectOf);
}

/** An operation that a request may be meant for, and what its address gives for each template. */
export interface Found {
  readonly operation: Operation;
  readonly path: ReadonlyMap<string, string>;
  readonly mistakes: readonly string[];
}

/** Finds operations by method, server and path. */
export class Finder {
  readonly #routes: readonly Route[];

  constructor(operations: readonly Operation[]) {
    this.#routes = operations.flatMap((operation) =>
      operation.servers.map((server) => routeOf(operation, server)),
    );
  }

  /** The operation that fits best: one without templates before one with (OpenAPI 3.1 section 4.8.8.2). */
  find(method: string, pathname: string): Found | undefined {
    const [best] = this.#routes
      .filter((route) => route.operation.method === method && route.pattern.test(pathname))
      .sort((a, b) => a.path.length - b.path.length);
    if (!best) return undefined;
    const [, ...values] = best.pattern.exec(pathname) ?? [];
    const path = values.slice(best.variables.length);
    return {
      operation: best.operation,
      path: new Map(best.path.map((name, index) => [name, path[index] ?? ''])),
      mistakes: best.variables.flatMap((name, index) =>
        mistakeInVariable(name, values[index] ?? '', best.server),
      ),
    };
  }
}

interface Route {
  readonly operation: Operation;
  readonly server: JsonObject;
  readonly variables: readonly string[];
  readonly path: readonly string[];
  readonly pattern: RegExp;
}

function routeOf(operation: Operation, server: JsonObject): Route {
  const prefix = (textOf(server.url) ?? '').replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/\/+$/, '');
  const before = patternOf(prefix);
  const after = patternOf(operation.path);
  return {
    operation,
    server,
    variables: before.names,
    path: after.names,
    pattern: new RegExp(`^${before.source}${after.source}$`, 'u'),
  };
}

function patternOf(template: string): { readonly names: string[]; readonly source: string } {
  const parts = template.split(/\{([^{}]*)\}/);
  return {
    names: parts.filter((_part, index) => index % 2 === 1),
    source: parts
      .map((part, index) =>
        index % 2 === 1 ? '([^/]*?)' : encodeURI(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      )
      .join(''),
  };
}

/** OpenAPI 3.1 section 4.8.6: one of the `enum`; without one, anything but nothing. */
function mistakeInVariable(name: string, value: string, server: JsonObject): string[] {
  const choices = listOf(objectOf(objectOf(server.variables)[name]).enum);
  const isFine = choices.length > 0 ? choices.includes(value) : value !== '';
  return isFine ? [] : [`server variable ${name} is ${JSON.stringify(value)}`];
}
