import type { JsonObject } from './json.ts';

/**
 * How the schemas of a document refer to one another: in a ring, each refers to the next one, in a clique to all others;
 * in a tower, each has all properties of the one before, by `allOf`.
 */
export type Connection = 'ring' | 'clique' | 'tower';

/** A document of schemas that refer to one another, with an operation that returns each of them. */
export function connectedDocument(connection: Connection, size: number): JsonObject {
  const numbers = Array.from({ length: size }, (_, at) => at);
  const schemas = numbers.map((at) => [`Node${at}`, SCHEMA[connection](at, size)]);
  const paths = numbers.map((at) => [
    `/nodes/${at}`,
    {
      get: {
        operationId: `get_node_${at}`,
        summary: `Get node ${at}`,
        responses: {
          200: { description: 'The node.', content: { 'application/json': { schema: ref(at) } } },
        },
      },
    },
  ]);
  return {
    openapi: '3.0.3',
    info: { title: `A ${connection} of ${size} schemas`, version: '1.0.0' },
    servers: [{ url: 'https://api.example.com/v1' }],
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(schemas) },
  };
}

const SCHEMA: Readonly<Record<Connection, (at: number, size: number) => JsonObject>> = {
  ring: (at, size) => node(at, { next: ref((at + 1) % size) }),
  clique: (at, size) => {
    const others = Array.from({ length: size }, (_, other) => other).filter((one) => one !== at);
    return node(at, Object.fromEntries(others.map((other) => [`to_${other}`, ref(other)])));
  },
  tower: (at) => {
    const own = node(at, {});
    return at === 0 ? own : { description: `Node ${at}.`, allOf: [ref(at - 1), own] };
  },
};

function ref(at: number): JsonObject {
  return { $ref: `#/components/schemas/Node${at}` };
}

function node(at: number, links: JsonObject): JsonObject {
  return {
    type: 'object',
    description: `Node ${at}.`,
    properties: {
      [`id_${at}`]: { type: 'string', description: 'Identifies it.' },
      state: { type: 'string', enum: ['open', 'closed'] },
      ...links,
    },
  };
}
