import { escapeAttribute, escapeText } from './escape.ts';
import { asObject, asString, entriesOf, inline, isObject, type JsonObject, own } from './guards.ts';
import type { SampleContext } from './sample-value.ts';

/** What can be an XML name without a namespace (XML 1.0, section 2.3); anything else is replaced. */
const NAME = /^[\p{L}_][\p{L}\p{N}._-]*$/u;

interface Node {
  /** Empty for text that stands by itself. */
  readonly name: string;
  readonly attributes: readonly string[];
  /** Text, or elements. */
  readonly content: string | readonly Node[];
  /** Whether text is written as a CDATA section. */
  readonly isData?: boolean;
}

/** What a value becomes: OpenAPI 3.2 section 4.26.1; before that, `attribute` and `wrapped` say it. */
function nodeTypeOf(xml: JsonObject, isList: boolean): string {
  const { nodeType, attribute, wrapped } = xml;
  if (typeof nodeType === 'string') return nodeType;
  if (attribute === true) return 'attribute';
  return isList && wrapped !== true ? 'none' : 'element';
}

/**
 * A value as XML the way its schema's `xml` objects say (OpenAPI 3.1 section 4.8.26): names,
 * prefixes, namespaces, attributes, wrapped lists. The root is called as its schema is.
 */
export function toXml(value: unknown, schema: unknown, context: SampleContext): string {
  const { ref } = context.flatten(schema);
  const nodes = nodesOf(ref?.name ?? 'root', value, schema, context);
  const [root] = nodes;
  const single =
    nodes.length === 1 && root ? root : { name: 'root', attributes: [], content: nodes };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(single, '')}`;
}

function nodesOf(name: string, value: unknown, schema: unknown, context: SampleContext): Node[] {
  const flat = context.flatten(schema).schema;
  const xml = asObject(flat.xml);
  const own = asString(xml.name) ?? name;
  if (Array.isArray(value)) {
    const isWrapped = nodeTypeOf(xml, true) === 'element';
    const itemName = isWrapped || xml.name === undefined ? name : own;
    const items = value.flatMap((item) => nodesOf(itemName, item, flat.items, context));
    return isWrapped ? [{ ...elementOf(own, xml), content: items }] : items;
  }
  const nodeType = nodeTypeOf(xml, false);
  const element = elementOf(own, xml);
  if (!isObject(value)) {
    const content = value === null ? '' : inline(value);
    if (nodeType === 'text' || nodeType === 'cdata') {
      return [{ name: '', attributes: [], content, isData: nodeType === 'cdata' }];
    }
    return [{ ...element, content }];
  }
  const members = entriesOf(value).map(([key, member]) => ({
    key,
    member,
    schema: memberSchema(flat, key),
  }));
  const isAttribute = (schema: unknown) =>
    nodeTypeOf(asObject(context.flatten(schema).schema.xml), false) === 'attribute';
  const attributes = members
    .filter((member) => isAttribute(member.schema))
    .map(({ key, member, schema }) => {
      const facts = asObject(context.flatten(schema).schema.xml);
      return attribute(qualified(asString(facts.name) ?? key, facts), inline(member));
    });
  const content = members
    .filter((member) => !isAttribute(member.schema))
    .flatMap(({ key, member, schema }) => nodesOf(key, member, schema, context));
  // Without an element of its own, what it holds stands where it would.
  if (nodeType === 'none' && attributes.length === 0) return content;
  return [{ ...element, attributes: [...element.attributes, ...attributes], content }];
}

function memberSchema(schema: JsonObject, name: string): unknown {
  return own(schema.properties, name) ?? schema.additionalProperties;
}

function elementOf(name: string, xml: JsonObject): Omit<Node, 'content'> {
  const namespace = asString(xml.namespace);
  const prefix = prefixOf(xml);
  const declaration = prefix ? `xmlns:${prefix}` : 'xmlns';
  return {
    name: qualified(name, xml),
    attributes: namespace ? [attribute(declaration, namespace)] : [],
  };
}

function qualified(name: string, xml: JsonObject): string {
  const prefix = prefixOf(xml);
  return prefix ? `${prefix}:${xmlName(name)}` : xmlName(name);
}

function prefixOf(xml: JsonObject): string | undefined {
  const prefix = asString(xml.prefix);
  return prefix && NAME.test(prefix) ? prefix : undefined;
}

function xmlName(name: string): string {
  if (NAME.test(name)) {
    return name;
  }
  const cleaned = name.replace(/[^\p{L}\p{N}._-]/gu, '_');
  return NAME.test(cleaned) ? cleaned : `_${cleaned}`;
}

function attribute(name: string, value: string): string {
  return ` ${name}="${escapeAttribute(value)}"`;
}

function write({ name, attributes, content, isData }: Node, indent: string): string {
  if (name === '' && typeof content === 'string') {
    // The end of a section cannot stand in one.
    const data = `<![CDATA[${content.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
    return indent + (isData ? data : escapeText(content));
  }
  const open = `${indent}<${name}${attributes.join('')}`;
  if (content.length === 0) {
    return `${open}/>`;
  }
  if (typeof content === 'string') {
    return `${open}>${escapeText(content)}</${name}>`;
  }
  const [only] = content;
  if (content.length === 1 && only?.name === '') {
    return `${open}>${write(only, '')}</${name}>`;
  }
  const children = content.map((child) => write(child, `${indent}  `));
  return `${open}>\n${children.join('\n')}\n${indent}</${name}>`;
}
