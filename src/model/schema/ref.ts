import { cached } from '../../json/cached.ts';
import { entriesOf, isObject, type JsonObject, own } from '../../json/guards.ts';
import { escapeSegment, parsePointer, valueAt } from '../../openapi/pointer.ts';

/** Returns the value that a local reference points to, or undefined if it points to nothing. */
export type LookUp = (ref: string) => unknown;

/** Finds what local references point to. */
export interface References {
  readonly lookUp: LookUp;
  /** The name and key of the schema that a `$ref` names, even if it does not exist. */
  schemaRef(ref: string): SchemaRef;
}

/** A reference to a schema, as a name for readers and a key that identifies it. */
export interface SchemaRef {
  readonly key: string;
  readonly name: string;
  /** The name in `components.schemas` of the component that this is, or that contains it. */
  readonly component?: string;
}

/**
 * Creates the look-up for a document: JSON pointers in URI fragments (RFC 6901 section 6), and schemas by
 * `$anchor`, `$dynamicAnchor` and `$id` (JSON Schema 2020-12 core, section 8.2). The document must not change
 * afterwards.
 */
export function createReferences(document: JsonObject): References {
  let index: ReadonlyMap<string, Identified> | undefined;
  const identified = (ref: string) => {
    index ??= identifiersOf(document);
    return index.get(ref);
  };
  return {
    lookUp: once((ref) => {
      const segments = pointerSegments(ref);
      return segments ? valueAt(document, segments) : identified(ref)?.schema;
    }),
    schemaRef: once((ref) => {
      const segments = pointerSegments(ref);
      if (segments) return pointerRef(segments);
      const found = identified(ref);
      if (found?.isComponent) return pointerRef(['components', 'schemas', found.component]);
      const name = ref.split(/[#/]/).findLast((part) => part !== '') ?? ref;
      return { key: ref, name, ...(found && { component: found.component }) };
    }),
  };
}

/** Connected schemas look up the same few references again and again. */
function once<T>(find: (ref: string) => T): (ref: string) => T {
  const found = new Map<string, T>();
  return (ref) => cached(found, ref, () => find(ref));
}

interface Identified {
  readonly schema: JsonObject;
  /** Name of the schema component that contains it. */
  readonly component: string;
  readonly isComponent: boolean;
}

/** The segments of `#/a/b`, unescaped; undefined if the reference is not a JSON pointer. */
export function pointerSegments(ref: string): string[] | undefined {
  return ref === '#' || ref.startsWith('#/') ? parsePointer(ref) : undefined;
}

/** The `$ref` for a value of a discriminator's mapping: a pointer, or the bare name of a component. */
export function mappingRef(target: unknown): string | undefined {
  if (typeof target !== 'string' || target === '') return undefined;
  return target.includes('#') ? target : componentRef(target);
}

/** The reference to a schema component. */
export function componentRef(name: string): string {
  return `#/components/schemas/${encodeURIComponent(escapeSegment(name))}`;
}

/** The name of a pointer's target: that of a component, or else the last segment. */
function pointerRef(segments: readonly string[]): SchemaRef {
  const [top, type, component] = segments;
  const name = segments.at(-1) ?? 'document';
  const isSchema = top === 'components' && type === 'schemas' && component !== undefined;
  return { key: JSON.stringify(segments), name, ...(isSchema && { component }) };
}

/**
 * Follows a Reference Object (OpenAPI 3.1 section 4.8.23), and references to references. The summary and
 * description beside a `$ref` override those of its target. Undefined for anything but an object, for
 * circular references and for those to nothing.
 */
export function resolveReference(value: unknown, lookUp: LookUp): JsonObject | undefined {
  const overrides: JsonObject[] = [];
  const seen = new Set<string>();
  let current = value;
  while (isObject(current) && typeof current.$ref === 'string') {
    if (seen.has(current.$ref)) return undefined;
    seen.add(current.$ref);
    overrides.unshift(
      Object.fromEntries(
        Object.entries(current).filter(
          ([key, text]) => OVERRIDES.has(key) && typeof text === 'string',
        ),
      ),
    );
    current = lookUp(current.$ref);
  }
  if (!isObject(current)) return undefined;
  return overrides.length === 0 ? current : Object.assign({}, current, ...overrides);
}

const OVERRIDES: ReadonlySet<string> = new Set(['summary', 'description']);

function identifiersOf(document: JsonObject): ReadonlyMap<string, Identified> {
  const found = new Map<string, Identified>();
  const note = (key: string, identified: Identified) => {
    if (!found.has(key)) found.set(key, identified);
  };
  const visit = (value: unknown, component: string, isComponent: boolean): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, component, false);
    if (!isObject(value)) return;
    for (const keyword of ['$anchor', '$dynamicAnchor']) {
      const anchor = own(value, keyword);
      if (typeof anchor === 'string') note(`#${anchor}`, { schema: value, component, isComponent });
    }
    const id = own(value, '$id');
    if (typeof id === 'string') note(id, { schema: value, component, isComponent });
    for (const member of Object.values(value)) visit(member, component, false);
  };
  for (const [name, schema] of entriesOf(own(document.components, 'schemas')))
    visit(schema, name, true);
  return found;
}
