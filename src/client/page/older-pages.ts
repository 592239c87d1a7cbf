import { createContext } from '../../model/page/context.ts';
import { buildParameters, type ParameterModel } from '../../model/request/parameter.ts';
import type { SchemaNode } from '../../model/schema/schema.ts';
import { buildSchema } from '../../model/schema/schema-node.ts';
import { say } from '../app/words.ts';

/** Older pages contain dereferenced values: there is nothing to look up. */
function emptyContext() {
  return createContext(
    {
      openapi: '3.1.0',
      info: { title: '', version: '' },
      'x-page': { kind: 'operation', api: '', id: '', title: '', schemaPages: {}, tagPages: {} },
    },
    { say },
  );
}

/**
 * A row of a page in the older upstream form: only the schema's own facts, since its contents follow on the
 * page. `typeName` is the type as that page words it.
 */
export function olderProperty(schema: unknown, typeName?: string): SchemaNode {
  const context = emptyContext();
  const node = buildSchema(schema, { context, direction: 'both', anchorPrefix: '' });
  const { choices: _, ...facts } = node;
  return { ...facts, type: typeName ?? node.type, properties: [], parts: [], omitted: [] };
}

/** A parameter from such a page; undefined if it has no name or no known location. */
export function olderParameter(parameter: unknown): ParameterModel | undefined {
  return buildParameters([[parameter]], emptyContext())[0]?.parameters[0];
}
