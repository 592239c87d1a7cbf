import {
  asObject,
  asString,
  entriesOf,
  inline,
  isObject,
  type JsonObject,
} from '../../json/guards.ts';
import type { SampleContext } from '../examples/sampling.ts';
import { type XmlNode, xmlName, xmlPrefix, xmlText } from '../examples/xml-text.ts';
import { appliedSchemas, itemSchema, memberSchema } from './applied.ts';

/**
 * What a value becomes: OpenAPI 3.2 section 4.26.1; before that, determined by `attribute` and `wrapped`.
 */
function nodeTypeOf(xml: JsonObject, isList: boolean): string {
  const { nodeType, attribute, wrapped } = xml;
  if (typeof nodeType === 'string') return nodeType;
  if (attribute === true) return 'attribute';
  return isList && wrapped !== true ? 'none' : 'element';
}

/**
 * A value as XML, following its schema's `xml` objects (OpenAPI 3.1 section 4.8.26): names, prefixes,
 * namespaces, attributes, wrapped lists. The root has the name of its schema.
 */
export function toXml(value: unknown, schema: unknown, context: SampleContext): string {
  const { ref } = context.flatten(schema);
  const nodes = nodesOf(ref?.name ?? 'root', value, schema, context);
  const [root] = nodes;
  const isElement = nodes.length === 1 && root !== undefined && root.name !== '';
  return xmlText(isElement ? root : { name: 'root', attributes: [], content: nodes });
}

function nodesOf(name: string, value: unknown, schema: unknown, context: SampleContext): XmlNode[] {
  const schemas = schemasOf(value, schema, context);
  const xml = xmlOf(schemas);
  const own = asString(xml.name) ?? name;
  if (Array.isArray(value)) {
    const isWrapped = nodeTypeOf(xml, true) === 'element';
    const itemName = isWrapped || xml.name === undefined ? name : own;
    const items = value.flatMap((item, index) =>
      nodesOf(itemName, item, itemSchema(index, schemas), context),
    );
    return isWrapped ? [{ ...nameOf(own, xml), attributes: [], content: items }] : items;
  }
  const nodeType = nodeTypeOf(xml, false);
  const element = nameOf(own, xml);
  if (!isObject(value)) {
    const content = value === null ? '' : inline(value);
    if (nodeType === 'text' || nodeType === 'cdata')
      return [{ name: '', attributes: [], content, isData: nodeType === 'cdata' }];
    return [{ ...element, attributes: [], content }];
  }
  const members = entriesOf(value).map(([key, member]) => {
    const own = memberSchema(key, schemas, context);
    const facts = xmlOf(schemasOf(member, own, context));
    return { key, member, own, facts, isAttribute: nodeTypeOf(facts, false) === 'attribute' };
  });
  const attributes = members
    .filter(({ isAttribute }) => isAttribute)
    .map(({ key, member, facts }) => ({
      ...nameOf(asString(facts.name) ?? key, facts),
      value: inline(member),
    }));
  const content = members
    .filter(({ isAttribute }) => !isAttribute)
    .flatMap(({ key, member, own }) => nodesOf(key, member, own, context));
  // Without an element of its own, its contents take its place.
  if (nodeType === 'none' && attributes.length === 0) return content;
  return [{ ...element, attributes, content }];
}

/** The schemas of a value, always including the schema itself. */
function schemasOf(
  value: unknown,
  schema: unknown,
  context: SampleContext,
): readonly [JsonObject, ...JsonObject[]] {
  const [, ...others] = appliedSchemas(value, schema, context);
  return [context.flatten(schema).schema, ...others];
}

function xmlOf(schemas: readonly JsonObject[]): JsonObject {
  return asObject(schemas.find(({ xml }) => isObject(xml))?.xml);
}

function nameOf(name: string, xml: JsonObject): Omit<XmlNode, 'attributes' | 'content'> {
  return {
    name: xmlName(name),
    prefix: xmlPrefix(asString(xml.prefix)),
    namespace: asString(xml.namespace),
  };
}
