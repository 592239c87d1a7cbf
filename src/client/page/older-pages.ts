import { asObject, own } from '../../json/guards.ts';
import { createContext } from '../../model/page/context.ts';
import { buildParameters, type ParameterModel } from '../../model/request/parameter.ts';
import type { SchemaNode } from '../../model/schema/schema.ts';
import { buildSchema } from '../../model/schema/schema-node.ts';
import { PART, partSlice } from '../../stock-pages/slice.ts';
import { say } from '../app/words.ts';

/**
 * A row of a page in the older upstream form: only the schema's own facts, since its contents follow on the
 * page. `typeName` is the type as that page words it; it may be the name of a schema.
 */
export function olderProperty(schema: unknown, typeName?: string): SchemaNode {
  const slice = partSlice('schemas', schema);
  const context = createContext(slice, { say });
  const node = buildSchema(own(slice.components?.schemas, PART), {
    context,
    direction: 'both',
    anchorPrefix: '',
  });
  const { choices: _, ...facts } = node;
  const { type, format } = asObject(schema);
  const isKnown = typeName === undefined || typeName === type || typeName === format;
  return {
    ...facts,
    type: isKnown ? node.type : typeName,
    properties: [],
    parts: [],
    omitted: [],
  };
}

/** A parameter from such a page; undefined if it has no name or no known location. */
export function olderParameter(parameter: unknown): ParameterModel | undefined {
  const slice = partSlice('parameters', parameter);
  const part = own(slice.components?.parameters, PART);
  return buildParameters([[part]], createContext(slice, { say }))[0]?.parameters[0];
}
