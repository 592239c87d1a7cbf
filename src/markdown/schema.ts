import type { Choice, EnumValue, SchemaLink, SchemaNode } from '../model/schema/schema.ts';
import { addsToName } from '../model/schema/title-words.ts';
import { nameText } from '../model/schema/value-text.ts';
import { type Described, description, joined } from './description.ts';
import { field } from './field.ts';
import { code, type Item, list, strong, text, words } from './text.ts';
import { external, facts, type Twin, value } from './twin.ts';

/** The type in words, with the name of its schema as a link. */
function schemaType({ type, ref, link }: SchemaNode, twin: Twin): string {
  const name = link?.name ?? ref?.name ?? '';
  const href = link?.href ?? ref?.href;
  if (href === undefined || name === '') return text(type);
  const at = type.lastIndexOf(name);
  const before = at === -1 ? type : type.slice(0, at);
  const after = at === -1 ? '' : type.slice(at + name.length);
  return words(text(before), twin.to(name, href), text(after));
}

/** What is said about a schema on a line: its type, marks and limits. */
export function schemaLine(
  schema: SchemaNode,
  twin: Twin,
  marks: readonly (string | false)[] = [],
): string {
  const { say } = twin;
  const others = [
    ...marks,
    ...(schema.badges ?? []).map(text),
    ...(schema.history ?? []).map(text),
    schema.deprecated && say('ref.deprecated'),
    schema.readOnly && say('ref.readOnly'),
    schema.writeOnly && say('ref.writeOnly'),
    ...facts([...schema.constraints, ...schema.extensions]),
    schema.const !== undefined && words(say('ref.const'), value(schema.const)),
    schema.default !== undefined && words(say('ref.default'), value(schema.default)),
    hasOnlyValues(schema.enum) && words(say('ref.enum'), valuesOf(schema, twin)),
    ...schema.examples.map((example) => words(say('ref.example'), value(example))),
  ];
  return [schemaType(schema, twin), ...others.filter(Boolean)].join(', ');
}

function hasOnlyValues(values: readonly EnumValue[]): boolean {
  return values.length > 0 && values.every((one) => one.description === undefined);
}

/** More values than these of a schema with a page of its own are listed once in a twin. */
const MANY = 8;

function valuesOf({ enum: values, ref }: SchemaNode, { say, listed }: Twin): string {
  if (ref?.href !== undefined && values.length > MANY) {
    if (listed.has(ref.href)) return say('ref.enum.above');
    listed.add(ref.href);
  }
  return values.map((one) => value(one.value)).join(' | ');
}

/**
 * The texts about a schema: its title, unless the name says the same, and descriptions.
 *
 * @param name What comes above it.
 * @param outer The description of its parameter or header.
 */
export function schemaTexts(
  schema: SchemaNode,
  twin: Twin,
  name = '',
  outer?: string,
): readonly Described[] {
  const { title = '', externalDocs } = schema;
  const own = schema.description === outer ? undefined : schema.description;
  return [
    { markdown: addsToName(title, name) ? `_${text(title)}._` : '', isLine: true },
    description(outer, twin),
    description(own, twin),
    ...externalDocsOf(externalDocs, twin),
  ];
}

/** A link to documentation elsewhere, if there is any, OpenAPI 3.1 section 4.8.22. */
export function externalDocsOf(docs: SchemaNode['externalDocs'], twin: Twin): readonly Described[] {
  if (!docs) return [];
  const line = words(twin.say('ref.externalDocs'), external(docs.url));
  return [{ markdown: line, isLine: true }, description(docs.description, twin)];
}

/** The same as blocks. */
export function externalDocsBlocks(
  docs: SchemaNode['externalDocs'],
  twin: Twin,
): readonly string[] {
  return externalDocsOf(docs, twin).map(({ markdown }) => markdown);
}

/** A schema that is no field: of a body, a choice, a part or a page. */
export function schemaBlocks(schema: SchemaNode, twin: Twin, name?: string): readonly string[] {
  const { line, below } = joined(schemaTexts(schema, twin, name));
  return [schemaLine(schema, twin), line, ...below, ...childBlocks(schema, twin)];
}

/** The contents of a schema: described values, properties, choices, other subschemas, and what is not shown. */
export function childBlocks(schema: SchemaNode, twin: Twin): readonly string[] {
  const { properties, choices, parts } = schema;
  return [
    ...describedValues(schema.enum, twin),
    list([
      ...properties.map((property) => field(property, twin)),
      ...parts.map(({ label, schema: part }) => labelled(label, part, twin)),
    ]),
    ...(choices ? choiceBlocks(choices, twin) : []),
    ...notes(schema, twin),
  ].filter(Boolean);
}

function describedValues(values: readonly EnumValue[], twin: Twin): readonly string[] {
  if (values.length === 0 || hasOnlyValues(values)) return [];
  const items = values.map((one): Item => {
    const { line, below } = joined([description(one.description, twin)]);
    return { line: line === '' ? value(one.value) : `${value(one.value)}: ${line}`, below };
  });
  return [`${twin.say('ref.enum')}:`, list(items)];
}

type Choices = NonNullable<SchemaNode['choices']>;

function choiceBlocks({ kind, options, discriminator }: Choices, twin: Twin): readonly string[] {
  const { say } = twin;
  const title = say(kind === 'oneOf' ? 'ref.oneOf' : 'ref.anyOf', { count: options.length });
  const items = options.map(({ label, schema, ...option }) =>
    labelled(label, schema, twin, appliesWhen(option, discriminator, twin)),
  );
  return [title, list(items)];
}

/** A schema with a label in words: a choice, or another subschema. */
function labelled(label: string, schema: SchemaNode, twin: Twin, note = ''): Item {
  const { line, below } = joined([
    { markdown: note, isLine: true },
    ...schemaTexts(schema, twin, label),
  ]);
  return {
    line: words(`${strong(text(label))} (${schemaLine(schema, twin)})${line && ':'}`, line),
    below: [...below, ...childBlocks(schema, twin)],
  };
}

/** When a choice applies: `Used when type is card`. */
function appliesWhen(
  { values, isDefault }: Pick<Choice, 'values' | 'isDefault'>,
  property: string | undefined,
  { say }: Twin,
): string {
  if (property === undefined || values.length === 0) return '';
  const when = say('ref.discriminator', {
    property: code(property),
    values: values.map(code).join(' '),
  });
  return `${words(when, isDefault && say('ref.defaultMapping'))}.`;
}

/** What is merged in here and what is not shown, with the reason. */
function notes(schema: SchemaNode, twin: Twin): readonly string[] {
  const { link, omitted, bases, isAlias, partTitles } = schema;
  const { say } = twin;
  const included = [
    ...bases.map(({ name, href }) => (href ? twin.to(name, href) : code(name))),
    ...partTitles.map(text),
  ];
  return [
    included.length > 0
      ? words(say(isAlias ? 'ref.sameAs' : 'ref.bases'), included.join(', '))
      : '',
    link ? linkNote(link, twin) : '',
    omitted.length > 0
      ? words(say('ref.omitted'), omitted.map((name) => code(nameText(name))).join(', '))
      : '',
  ];
}

/** Where the fields are of a schema that is not shown here; its name in the type is the link. */
function linkNote({ name, reason, shown }: SchemaLink, { say }: Twin): string {
  if (reason === 'deep') return say('ref.deep', { name: text(name) });
  const trail = reason === 'repeated' ? (shown?.trail ?? []).map(nameText).join(' › ') : '';
  const target = trail === '' ? text(name) : code(trail);
  return say(reason === 'recursive' ? 'ref.recursive' : 'ref.repeated', { name: target });
}
