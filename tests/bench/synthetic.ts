import type { JsonObject } from './json.ts';
import { NOUNS, PROPERTIES, QUALITIES, SENTENCES } from './synthetic-words.ts';

/** Operations of one resource, and resources of one tag: 40 operations a tag. */
const PER_RESOURCE = 8;
const PER_TAG = 5;

interface Resource {
  readonly index: number;
  /** In PascalCase, without spaces. */
  readonly name: string;
  readonly words: string;
  readonly path: string;
  readonly tag: string;
}

/**
 * An OpenAPI 3.0 document of the size that is asked for, of the shape of authentik's: 40 operations
 * a tag, resources with the usual operations, 0.75 schemas an operation which refer to one another
 * within their tag, so that what a page reaches does not grow with the document.
 *
 * The same number always gives the same document.
 */
export function syntheticDocument(operations: number): JsonObject {
  const count = Math.ceil(operations / PER_RESOURCE);
  const resources = Array.from({ length: count }, (_, index) => resourceOf(index));
  const paths = resources.map((resource) => pathsOf(resource));
  const tags = [...new Set(resources.map(({ tag }) => tag))];
  return {
    openapi: '3.0.3',
    info: {
      title: `Synthetic API of ${operations} operations`,
      version: '1.0.0',
      description: 'Made by the benchmark. **Nothing** answers at its address.',
    },
    servers: [{ url: 'https://api.example.com/v1' }],
    security: [{ bearer: [] }],
    tags: tags.map((name) => ({ name, description: `Everything about ${name}.` })),
    paths: trim(Object.assign({}, ...paths), operations),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      responses: {
        ValidationError: answer('What was sent is not valid.', 'ValidationError'),
        Forbidden: answer('The caller may not do this.', 'GenericError'),
      },
      schemas: Object.assign(sharedSchemas(), ...resources.map((resource) => schemasOf(resource))),
    },
  };
}

function resourceOf(index: number): Resource {
  const noun = NOUNS[index % NOUNS.length] ?? '';
  const round = Math.floor(index / NOUNS.length);
  const quality = round === 0 ? '' : (QUALITIES[(round - 1) % QUALITIES.length] ?? '');
  const lap = Math.floor((round - 1) / QUALITIES.length);
  const words = [quality, noun, lap > 0 ? String(lap + 1) : ''].filter((word) => word !== '');
  const group = Math.floor(index / PER_TAG);
  const tag = `${NOUNS[(group * 7) % NOUNS.length]}-area-${group + 1}`;
  return {
    index,
    name: words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''),
    words: words.join(' '),
    path: `/${tag}/${words.join('-')}s/`,
    tag,
  };
}

function pathsOf(resource: Resource): JsonObject {
  const { name, words, path } = resource;
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
  const operation = (
    verb: string,
    text: string,
    rest: { parameters?: unknown[]; body?: string; status?: string; schema?: string },
  ): JsonObject => ({
    operationId: `${resource.tag}_${words}_${verb}`.replace(/[\s-]/g, '_'),
    summary: `${text} ${words}`,
    description: `${text} ${words}. ${sentence(resource.index + verb.length)}`,
    tags: [resource.tag],
    ...(rest.parameters && { parameters: rest.parameters }),
    ...(rest.body && { requestBody: { required: true, ...json(rest.body) } }),
    responses: {
      [rest.status ?? '200']: {
        description: rest.schema ? `The ${words}.` : 'Done.',
        ...(rest.schema && json(rest.schema)),
      },
      '400': { $ref: '#/components/responses/ValidationError' },
      '403': { $ref: '#/components/responses/Forbidden' },
    },
  });
  const one = { parameters: [id], schema: name };
  return {
    [path]: {
      get: operation('list', 'List', { parameters: filters(), schema: `Paginated${name}List` }),
      post: operation('create', 'Create', { body: `${name}Request`, status: '201', schema: name }),
    },
    [`${path}{id}/`]: {
      get: operation('retrieve', 'Get', one),
      put: operation('update', 'Replace', { ...one, body: `${name}Request` }),
      patch: operation('partial_update', 'Change', { ...one, body: `Patched${name}Request` }),
      delete: operation('destroy', 'Delete', { parameters: [id], status: '204' }),
    },
    [`${path}{id}/used_by/`]: {
      get: operation('used_by_list', 'List users of', { parameters: [id], schema: 'UsedBy' }),
    },
    [`${path}{id}/settings/`]: {
      post: operation('settings_create', 'Set settings of', {
        parameters: [id],
        body: `${name}Settings`,
        schema: `${name}Settings`,
      }),
    },
  };
}

/** Six schemas a resource: eight operations have six schemas, 0.75 each. */
function schemasOf(resource: Resource): JsonObject {
  const { index, name, words } = resource;
  const properties = propertiesOf(resource);
  const kinds = Array.from(
    { length: 3 + (index % 4) },
    (_, at) => QUALITIES[(index + at) % QUALITIES.length] ?? '',
  );
  // The resource before it of the same tag: chains of at most five.
  const before = index % PER_TAG === 0 ? undefined : resourceOf(index - 1).name;
  const required = ['display_name', 'kind'];
  const schema = {
    type: 'object',
    description: `A ${words}. ${sentence(index)}`,
    properties: {
      id: { type: 'string', format: 'uuid', readOnly: true },
      ...properties,
      ...(before && { parent: ref(before) }),
      history: { type: 'array', readOnly: true, items: ref('Event') },
    },
    required: ['id', ...required],
  };
  return {
    [name]: schema,
    [`${name}Request`]: { type: 'object', properties, required },
    [`Patched${name}Request`]: { type: 'object', properties },
    [`Paginated${name}List`]: {
      type: 'object',
      properties: {
        pagination: ref('Pagination'),
        results: { type: 'array', items: ref(name) },
      },
      required: ['pagination', 'results'],
    },
    [`${name}Kind`]: {
      type: 'string',
      enum: kinds,
      description: kinds.map((kind) => `* \`${kind}\` - ${kind} ${words}`).join('\n'),
    },
    [`${name}Settings`]: {
      type: 'object',
      properties: {
        mode: { allOf: [ref(`${name}Kind`)], default: kinds[0], description: 'How it works.' },
        [`${name.charAt(0).toLowerCase()}${name.slice(1)}_timeout`]: {
          type: 'integer',
          default: 30,
          description: `Seconds that a ${words} may take.`,
        },
      },
    },
  };
}

function propertiesOf({ index, name }: Resource): JsonObject {
  const [first, ...others] = PROPERTIES;
  const rest = Array.from(
    { length: 5 },
    (_, at) => others[(index * 3 + at * 2) % others.length],
  ).filter((entry) => entry !== undefined);
  const entries = [first, ...rest].filter((entry) => entry !== undefined);
  return {
    ...Object.fromEntries(
      entries.map(([property, schema], at) => [
        property,
        at % 2 === 0 ? { ...schema, description: sentence(index + at) } : schema,
      ]),
    ),
    kind: ref(`${name}Kind`),
    settings: ref(`${name}Settings`),
  };
}

function filters(): unknown[] {
  const query = (name: string, schema: JsonObject, description?: string): JsonObject => ({
    name,
    in: 'query',
    schema,
    ...(description && { description }),
  });
  return [
    query('search', { type: 'string' }, 'A search term.'),
    query('ordering', { type: 'string' }, 'Which field to use when ordering the results.'),
    query(
      'page',
      { type: 'integer', default: 1 },
      'A page number within the paginated result set.',
    ),
    query('page_size', { type: 'integer' }, 'Number of results to return per page.'),
    query('state', { type: 'string', enum: ['open', 'closed', 'paused'] }),
    query('updated_after', { type: 'string', format: 'date-time' }),
  ];
}

/** Schemas that all resources use; a new object each time, as the caller adds to it. */
function sharedSchemas(): Record<string, unknown> {
  const integers = (...names: string[]): JsonObject =>
    Object.fromEntries(names.map((name) => [name, { type: 'integer' }]));
  return {
    Pagination: {
      type: 'object',
      properties: integers('next', 'previous', 'count', 'current', 'total_pages'),
    },
    Event: {
      type: 'object',
      properties: {
        happened: { type: 'string', format: 'date-time' },
        action: { type: 'string', description: 'What was done.' },
      },
    },
    UsedBy: {
      type: 'array',
      items: {
        type: 'object',
        properties: { model_name: { type: 'string' }, pk: { type: 'string' } },
      },
    },
    ValidationError: {
      type: 'object',
      properties: {
        non_field_errors: { type: 'array', items: { type: 'string' } },
        code: { type: 'string' },
      },
      additionalProperties: {},
    },
    GenericError: {
      type: 'object',
      properties: { detail: { type: 'string' }, code: { type: 'string' } },
    },
  };
}

function sentence(index: number): string {
  return SENTENCES[index % SENTENCES.length] ?? '';
}

function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

function json(schema: string): JsonObject {
  return { content: { 'application/json': { schema: ref(schema) } } };
}

function answer(description: string, schema: string): JsonObject {
  return { description, ...json(schema) };
}

/** The first operations only: the last resource may bring more than were asked for. */
function trim(paths: JsonObject, operations: number): JsonObject {
  let left = operations;
  const kept = Object.entries(paths).flatMap(([path, item]) => {
    const methods = Object.entries(item as JsonObject).slice(0, left);
    left -= methods.length;
    return methods.length > 0 ? [[path, Object.fromEntries(methods)]] : [];
  });
  return Object.fromEntries(kept);
}
