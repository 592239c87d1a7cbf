import { createContext, type ModelContext } from '../../../src/model/page/context.ts';
import type { Direction, SchemaNode } from '../../../src/model/schema/schema.ts';
import { buildSchema } from '../../../src/model/schema/schema-node.ts';
import type { PageInfo, SliceDocument } from '../../../src/slices/slice.ts';

/** A slice for tests: what is given, in a document that is complete. Given as data, so it may be wrong. */
export function sliceOf(document: object, page: Partial<PageInfo> = {}): SliceDocument {
  const { components } = document as { components?: { schemas?: object } | null };
  const names = Object.keys(components?.schemas ?? {});
  const info: PageInfo = {
    kind: 'operation',
    api: 'api',
    id: 'page',
    title: 'Page',
    schemaPages: Object.fromEntries(names.map((name) => [name, `schemas/${name.toLowerCase()}`])),
    tagPages: {},
    ...page,
  };
  return {
    openapi: '3.1.1',
    info: { title: 'Test', version: '1' },
    ...document,
    'x-page': info,
  } as SliceDocument;
}

/** The context of a slice that holds nothing but schemas. */
export function contextOf(schemas: object = {}): ModelContext {
  return createContext(sliceOf({ components: { schemas } }));
}

/** The node of a schema among others. */
export function nodeOf(
  schema: unknown,
  schemas: object = {},
  direction: Direction = 'both',
): SchemaNode {
  return buildSchema(schema, { context: contextOf(schemas), direction, anchorPrefix: 'request' });
}

export function ref(name: string): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/** A node as an outline: one line for each schema in it, with what it is called and its type. */
export function outlineOf(node: SchemaNode, name = '', indent = ''): string[] {
  const { link } = node;
  const line = `${indent}${name}${name && ': '}${node.type}${link ? ` -> ${link.name} (${link.reason})` : ''}`;
  const deeper = `${indent}  `;
  return [
    line,
    ...node.properties.flatMap((property) =>
      outlineOf(property.schema, `${property.name}${property.required ? '!' : ''}`, deeper),
    ),
    ...(node.choices?.options ?? []).flatMap((option) =>
      outlineOf(option.schema, `[${option.label}]`, deeper),
    ),
    ...node.parts.flatMap((part) => outlineOf(part.schema, `<${part.label}>`, deeper)),
  ];
}
