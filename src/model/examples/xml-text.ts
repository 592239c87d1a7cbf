import { escapeAttribute, escapeText } from '../samples/escape.ts';

/** The namespace of a prefix, or of its absence. */
interface Name {
  readonly name: string;
  readonly prefix?: string | undefined;
  readonly namespace?: string | undefined;
}

export interface XmlAttribute extends Name {
  readonly value: string;
}

/** A node of a document; one without a name is standalone text. */
export interface XmlNode extends Name {
  readonly attributes: readonly XmlAttribute[];
  /** Text, or elements. */
  readonly content: string | readonly XmlNode[];
  /** Whether the text is written as a CDATA section. */
  readonly isData?: boolean;
}

/** By prefix; the default namespace has none. */
type Namespaces = ReadonlyMap<string, string>;

/** XML 1.0 section 2.3 without the colon: Namespaces in XML section 3. */
const START =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const FURTHER = `${START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}`;
const NAME = new RegExp(`^[${START}][${FURTHER}]*$`, 'u');
const NOT_IN_NAME = new RegExp(`[^${FURTHER}]`, 'gu');

/** Characters that no XML document can contain, section 2.2. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Bound without a declaration, Namespaces in XML section 3. */
const XML = ['xml', 'http://www.w3.org/XML/1998/namespace'] as const;

/** A valid XML name; invalid characters are replaced. */
export function xmlName(name: string): string {
  if (NAME.test(name)) return name;
  const cleaned = name.replace(NOT_IN_NAME, '_');
  return NAME.test(cleaned) ? cleaned : `_${cleaned}`;
}

/** A prefix, or undefined if it is not valid. */
export function xmlPrefix(prefix: string | undefined): string | undefined {
  return prefix !== undefined && prefix !== 'xmlns' && NAME.test(prefix) ? prefix : undefined;
}

/**
 * Writes a document that is well-formed with namespaces: every prefix is declared where it is first used; a
 * prefix without a declaration is declared at the root, with a placeholder for the author's namespace.
 */
export function xmlText(root: XmlNode): string {
  const known = namespacesIn(root);
  const undeclared = [...prefixesIn(root)].filter((prefix) => prefix !== XML[0]);
  const standIns = undeclared.map(
    (prefix) => [prefix, known.get(prefix) ?? `https://example.com/${prefix}`] as const,
  );
  const text = write(root, '', new Map([XML]), standIns);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}`;
}

function write(
  node: XmlNode,
  indent: string,
  scope: Namespaces,
  further: readonly (readonly [prefix: string, namespace: string])[] = [],
): string {
  const { content, isData } = node;
  if (node.name === '' && typeof content === 'string') {
    const text = allowed(content);
    // A CDATA section cannot contain its own end.
    return (
      indent +
      (isData ? `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` : escapeText(text))
    );
  }
  const declared = new Map<string, string>(further);
  const attributes = attributesOf(node, scope, declared);
  const inside = new Map([...scope, ...declared]);
  const declarations = [...declared].map(([prefix, namespace]) =>
    attribute(prefix === '' ? 'xmlns' : `xmlns:${prefix}`, namespace),
  );
  const name = qualified(node);
  const open = `${indent}<${[name, ...declarations, ...attributes].join(' ')}`;
  if (content.length === 0) return `${open}/>`;
  if (typeof content === 'string') return `${open}>${escapeText(allowed(content))}</${name}>`;
  const [only] = content;
  if (content.length === 1 && only?.name === '')
    return `${open}>${write(only, '', inside)}</${name}>`;
  const children = content.map((child) => write(child, `${indent}  `, inside));
  return `${open}>\n${children.join('\n')}\n${indent}</${name}>`;
}

/** The attributes of an element, each name once; the namespaces it needs are added to `declared`. */
function attributesOf(node: XmlNode, scope: Namespaces, declared: Map<string, string>): string[] {
  const bound = (prefix: string) => declared.get(prefix) ?? scope.get(prefix);
  const declare = ({ prefix = '', namespace }: Name) => {
    const isFixed = prefix === XML[0] || namespace === undefined;
    if (!isFixed && bound(prefix) !== namespace) declared.set(prefix, namespace);
  };
  declare(node);
  const written = new Map<string, string>();
  for (const { value, ...name } of node.attributes) {
    const whole = withPrefix(name, new Map([...scope, ...declared]));
    // The element's own prefix cannot be declared with another namespace beside it.
    const isTaken = whole.prefix !== undefined && declared.has(whole.prefix);
    if (!isTaken) declare(whole);
    if (!written.has(qualified(whole)))
      written.set(qualified(whole), attribute(qualified(whole), value));
  }
  return [...written.values()];
}

/** An attribute without a prefix has no namespace, so one with a namespace gets a prefix. */
function withPrefix(name: Name, bound: Namespaces): Name {
  if (name.namespace === undefined || name.prefix !== undefined) return name;
  const [known] = [...bound].find(([prefix, uri]) => prefix !== '' && uri === name.namespace) ?? [];
  let count = 1;
  while (bound.has(`ns${count}`)) count += 1;
  return { ...name, prefix: known ?? `ns${count}` };
}

function qualified({ prefix, name }: Name): string {
  return prefix === undefined ? name : `${prefix}:${name}`;
}

function attribute(name: string, value: string): string {
  // Parsers turn literal line breaks and tabs into spaces.
  const text = escapeAttribute(allowed(value)).replace(
    /[\t\n\r]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
  return `${name}="${text}"`;
}

function allowed(text: string): string {
  return text.replace(FORBIDDEN, '\u{FFFD}');
}

/** The prefixes declared in a document, with the first namespace of each. */
function namespacesIn(node: XmlNode): Map<string, string> {
  const found = new Map<string, string>();
  for (const { prefix, namespace } of names(node)) {
    if (prefix !== undefined && namespace !== undefined && !found.has(prefix))
      found.set(prefix, namespace);
  }
  return found;
}

/** The prefixes of names without a namespace that no ancestor declares. */
function prefixesIn(node: XmlNode, scope: ReadonlySet<string> = new Set()): Set<string> {
  const own = [node, ...node.attributes];
  const declared = own.flatMap(({ prefix, namespace }) =>
    prefix !== undefined && namespace !== undefined ? [prefix] : [],
  );
  const inside = new Set([...scope, ...declared]);
  const missing = own.flatMap(({ prefix }) =>
    prefix === undefined || inside.has(prefix) ? [] : [prefix],
  );
  const below = typeof node.content === 'string' ? [] : node.content;
  return new Set([...missing, ...below.flatMap((child) => [...prefixesIn(child, inside)])]);
}

function* names(node: XmlNode): Generator<Name> {
  yield node;
  yield* node.attributes;
  if (typeof node.content !== 'string') for (const child of node.content) yield* names(child);
}
