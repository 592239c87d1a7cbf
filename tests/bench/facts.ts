import { isObject, type Json, type JsonObject, list, object, resolve } from './json.ts';
import type { Operation } from './operations.ts';

export const FACT_KINDS = [
  'operation description',
  'parameter name',
  'parameter description',
  'request body description',
  'property name',
  'property description',
  'enum value',
  'default',
  'response status',
  'response description',
  'response header',
  'security',
  'server',
] as const;

export type FactKind = (typeof FACT_KINDS)[number];

/** Something that a document says about an operation. */
export interface Fact {
  readonly kind: FactKind;
  readonly value: string;
  /** A `name` is met as a word of its own; `markdown` by its text, wherever it stands. */
  readonly form: 'name' | 'markdown';
}

/** Whether what is being read goes to the server or comes from it. */
type Direction = 'request' | 'response';

/**
 * What a document says about an operation: names and descriptions of its parameters, its request
 * body, its responses and all schemas within them, enum values, defaults, headers, statuses,
 * scopes, servers. `$ref`s are followed, each schema once per section; a fact that is said twice
 * counts once. Properties that the request may not send (`readOnly`) or the response does not give
 * (`writeOnly`) are no facts there.
 */
export function collectFacts(document: JsonObject, { path, method }: Operation): Fact[] {
  const collector = new Collector(document);
  const item = object(object(document.paths)[path]);
  const operation = object(item[method]);
  collector.markdown('operation description', operation.description);
  for (const parameter of parametersOf(document, item, operation)) collector.parameter(parameter);
  collector.requestBody(operation.requestBody);
  for (const [status, response] of Object.entries(object(operation.responses))) {
    collector.response(status, response);
  }
  for (const requirement of list(operation.security ?? document.security)) {
    for (const [scheme, scopes] of Object.entries(object(requirement))) {
      collector.name('security', scheme);
      for (const scope of list(scopes)) collector.name('security', scope);
    }
  }
  for (const server of list(operation.servers ?? item.servers ?? document.servers)) {
    collector.name('server', object(server).url);
  }
  return collector.facts();
}

/** Those of the operation stand in for those of its path that have the same name and place. */
function parametersOf(document: JsonObject, item: JsonObject, operation: JsonObject): JsonObject[] {
  const all = [...list(item.parameters), ...list(operation.parameters)].map((parameter) =>
    resolve(document, parameter),
  );
  return [...new Map(all.map((one) => [`${one.in} ${one.name}`, one])).values()];
}

class Collector {
  readonly #document: JsonObject;
  readonly #facts = new Map<string, Fact>();

  constructor(document: JsonObject) {
    this.#document = document;
  }

  facts(): Fact[] {
    return [...this.#facts.values()];
  }

  name(kind: FactKind, value: Json): void {
    if (value === undefined || value === null || value === '') return;
    this.#add({
      kind,
      form: 'name',
      value: isSimple(value) ? String(value) : JSON.stringify(value),
    });
  }

  markdown(kind: FactKind, value: Json): void {
    if (typeof value !== 'string' || value.trim() === '') return;
    this.#add({ kind, form: 'markdown', value });
  }

  parameter(parameter: JsonObject): void {
    this.name('parameter name', parameter.name);
    this.markdown('parameter description', parameter.description);
    const seen = new Set<string>();
    this.#schema(parameter.schema, 'request', seen);
    this.#content(parameter.content, 'request', seen);
  }

  requestBody(value: Json): void {
    const body = resolve(this.#document, value);
    this.markdown('request body description', body.description);
    this.#content(body.content, 'request', new Set());
  }

  response(status: string, value: Json): void {
    const response = resolve(this.#document, value);
    this.name('response status', status);
    this.markdown('response description', response.description);
    const seen = new Set<string>();
    this.#content(response.content, 'response', seen);
    for (const [name, header] of Object.entries(object(response.headers))) {
      const resolved = resolve(this.#document, header);
      this.name('response header', name);
      this.markdown('response header', resolved.description);
      this.#schema(resolved.schema, 'response', seen);
    }
  }

  #add(fact: Fact): void {
    const key = `${fact.kind}\n${fact.value}`;
    if (!this.#facts.has(key)) this.#facts.set(key, fact);
  }

  #content(content: Json, direction: Direction, seen: Set<string>): void {
    for (const media of Object.values(object(content))) {
      this.#schema(object(media).schema, direction, seen);
    }
  }

  #schema(value: Json, direction: Direction, seen: Set<string>): void {
    if (!isObject(value)) return;
    if (typeof value.$ref === 'string') {
      if (seen.has(value.$ref)) return;
      seen.add(value.$ref);
    }
    const schema = resolve(this.#document, value);
    for (const item of list(schema.enum)) this.name('enum value', item);
    this.name('enum value', schema.const);
    this.name('default', schema.default);
    for (const [name, property] of Object.entries(object(schema.properties))) {
      this.#property(name, property, direction, seen);
    }
    for (const part of partsOf(schema)) this.#schema(part, direction, seen);
  }

  #property(name: string, property: Json, direction: Direction, seen: Set<string>): void {
    const resolved = resolve(this.#document, property);
    if (resolved[direction === 'request' ? 'readOnly' : 'writeOnly'] === true) return;
    this.name('property name', name);
    // OpenAPI 3.1 lets a description stand beside a reference; it is the nearer one.
    const { description = resolved.description } = object(property);
    this.markdown('property description', description);
    this.#schema(property, direction, seen);
  }
}

/** Schemas that a schema is made of, but for its properties. */
function partsOf(schema: JsonObject): Json[] {
  return [
    ...['allOf', 'oneOf', 'anyOf', 'prefixItems'].flatMap((key) => list(schema[key])),
    ...['items', 'additionalProperties', 'not'].map((key) => schema[key]),
    ...Object.values(object(schema.patternProperties)),
  ];
}

function isSimple(value: Json): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
