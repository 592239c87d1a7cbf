import { append } from '../../json/append.ts';
import { cached } from '../../json/cached.ts';
import { isObject } from '../../json/guards.ts';
import { mapEntries } from '../../json/key-order.ts';
import type { PropertyNode, SchemaNode } from '../schema/schema.ts';
import { constantCase, distinct, type Placeholder } from './placeholder.ts';

/** How names of identifiers end. */
const IDENTIFIES = /(?:^|_)(?:ID|GUID|KEY|PK|REF|UID|UUID)$/;

/** What a body is about. */
export interface Subject {
  /** The body on the page, with the properties that placeholders lead to. */
  readonly schema?: SchemaNode;
  /** As in `PageInfo.thing`. */
  readonly thing?: string;
}

/** A body, with the words in it that readers replace. */
interface Body<T> {
  readonly body: T;
  readonly placeholders: readonly Placeholder[];
}

/** Whether a generated text says nothing, so that readers have to supply one. */
export function saysNothing(text: string): boolean {
  return ANY_TEXT.test(text) || EXAMPLE_UUID.test(text);
}

/** What the sampler generates for texts about which the document says nothing, see `sampleText`. */
const ANY_TEXT = /^string\d*$/;

/** The UUID of RFC examples, which documents use as well, and those that the sampler generates. */
const EXAMPLE_UUID = /^123e4567-e89b-\d2d3-a456-\d{12}$/;

/**
 * A body with placeholders for values that are nothing but examples. What a UUID identifies has to exist, and one of an
 * example looks as if it did: that of `authorization_flow` is `AUTHORIZATION_FLOW_ID`, and those of `groups` are
 * `GROUP_ID`, `GROUP_ID_2`. A text that could be anything is the name: that of `serial` is `SERIAL`.
 */
export function withPlaceholders<T>(body: T, { schema, thing = '' }: Subject): Body<T> {
  const properties = schema ? propertiesOf(schema) : new Map<string, PropertyNode[]>();
  const found = new Map<string, Placeholder>();
  const valuesOf = new Map<string, string[]>();
  const replaced = (value: unknown, name: string, isItem: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => replaced(item, name, true));
    if (isObject(value)) return mapEntries(value, (one, key) => replaced(one, key, false));
    if (typeof value !== 'string') return value;
    const known = properties.get(name) ?? [];
    const own = isItem ? singular(name) : name;
    // A single letter would be found within other texts.
    const isAny =
      ANY_TEXT.test(value) && own.length > 1 && known.length > 0 && known.every(isAnyText);
    if (!isAny && !EXAMPLE_UUID.test(value)) return value;
    const word = distinct(isAny ? constantCase(own) : identifier(own, thing), [name]);
    const values = cached(valuesOf, word, (): string[] => []);
    if (!values.includes(value)) values.push(value);
    const at = values.indexOf(value);
    const text = at === 0 ? word : `${word}_${at + 1}`;
    found.set(text, { text, value, target: known[0]?.anchor ?? '' });
    return text;
  };
  const written = replaced(body, '', false) as T;
  return found.size === 0
    ? { body, placeholders: [] }
    : { body: written, placeholders: [...found.values()] };
}

/** `FLOW_ID`; that of a plain `id` names the thing, as do those of path parameters. */
function identifier(name: string, thing: string): string {
  const word = name === '' ? 'ID' : constantCase(name);
  const whole = IDENTIFIES.test(word) ? word : `${word}_ID`;
  const isPlain = IDENTIFIES.exec(whole)?.index === 0;
  return isPlain && thing !== '' ? `${constantCase(thing)}_${whole}` : whole;
}

/** Whether the document says nothing about the texts of a property. */
function isAnyText({ schema }: PropertyNode): boolean {
  const { enum: values, const: value, default: preset, examples } = schema;
  return values.length + examples.length === 0 && value === undefined && preset === undefined;
}

/** The name of an item of a list. */
function singular(name: string): string {
  return name.replace(/ies$/i, 'y').replace(/(?<=[^s])s$/i, '');
}

/** The properties of a body by name, those nearer to the top first. */
function propertiesOf(schema: SchemaNode): ReadonlyMap<string, PropertyNode[]> {
  const found = new Map<string, PropertyNode[]>();
  const nodes: SchemaNode[] = [schema];
  // The loop also visits what is added meanwhile.
  for (const { properties, choices, parts } of nodes) {
    for (const property of properties) append(found, property.name, property);
    nodes.push(...[...properties, ...(choices?.options ?? []), ...parts].map((one) => one.schema));
  }
  return found;
}
