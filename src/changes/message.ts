import { jsonText } from '../json/text.ts';
import { maskPasswords } from '../problems/mask.ts';
import { type Change, type Direction, type Place, partsOfKind, type Side } from './change.ts';

/** Characters of a value in a message. */
const LONGEST = 80;

/** A value in a message: on one line, and cut. */
function valueText(side: Side | undefined): string | undefined {
  if (side?.value === undefined) return undefined;
  const { value } = side;
  const text = typeof value === 'string' ? JSON.stringify(value) : jsonText(value);
  return maskPasswords(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}

/** What things are called, if not as their keyword. */
const LABELS: Readonly<Record<string, string>> = {
  'operation-id': 'The operationId',
  'operation-tag': 'The tag',
  'request-body': 'The request body',
  'media-type': 'The media type',
  'enum-value': 'The value',
  'extensible-value': 'The value',
  'security-scope': 'The scope',
  'oauth-scope': 'The scope',
  'oauth-flow': 'The OAuth flow',
  'security-scheme': 'The security scheme',
  'server-variable': 'The server variable',
  'external-docs': 'The external documentation',
  'all-of-part': 'A part of allOf',
  'one-of-variant': 'A schema of oneOf',
  'any-of-variant': 'A schema of anyOf',
  'prefix-item': 'The item',
  'pattern-property': 'The pattern property',
  'dependent-schema': 'The dependent schema',
  'body-schema': 'A schema',
  security: 'The security requirement',
  operation: 'The operation',
  webhook: 'The webhook',
  parameter: 'The parameter',
  property: 'The property',
  response: 'The response',
  header: 'The header',
  callback: 'The callback',
  link: 'The link',
  server: 'The server',
  schema: 'The schema',
  tag: 'The tag',
  mapping: 'The mapping',
  extension: 'The extension',
  example: 'The example',
  encoding: 'The encoding',
  sunset: 'The date x-sunset',
  stability: 'The stability',
  description: 'The description',
  summary: 'The summary',
  title: 'The title',
  info: 'The information',
  contact: 'The contact',
  license: 'The license',
  xml: 'The XML form',
  serialization: 'The serialization',
  discriminator: 'The discriminator',
  default: 'The default',
  pattern: 'The pattern',
  format: 'The format',
  type: 'The type',
  style: 'The style',
};

/** Things whose place is themselves. */
const SELF = new Set([
  'property',
  'parameter',
  'header',
  'response',
  'schema',
  'operation',
  'webhook',
]);

const VERBS: Readonly<Record<string, string>> = {
  added: 'was added to',
  removed: 'was removed from',
};

/** Flags and lists, which read better as what they say. */
const SENTENCES: Readonly<Record<string, (where: string, name: string) => string>> = {
  'required-added': (where) => `${where} became required`,
  'required-removed': (where) => `${where} became optional`,
  'nullable-added': (where) => `${where} may be null now`,
  'nullable-removed': (where) => `${where} may not be null anymore`,
  'read-only-added': (where) => `${where} became read-only`,
  'read-only-removed': (where) => `${where} is no longer read-only`,
  'write-only-added': (where) => `${where} became write-only`,
  'write-only-removed': (where) => `${where} is no longer write-only`,
  'deprecated-added': (where) => `${where} was deprecated`,
  'deprecated-removed': (where) => `${where} is no longer deprecated`,
  'enum-added': (where) => `${where} was restricted to a list of values`,
  'enum-removed': (where) => `${where} is no longer restricted to a list of values`,
  'never-added': (where) => `Nothing is valid anymore in ${lower(where)}`,
  'never-removed': (where) => `Values are valid now in ${lower(where)}`,
  'one-of-widened': (where) => `${where} became one of several schemas`,
  'any-of-widened': (where) => `${where} became one of several schemas`,
  'one-of-narrowed': (where) => `${where} became a single schema`,
  'any-of-narrowed': (where) => `${where} became a single schema`,
  'choice-widened': (where) => `${where} may match several schemas now (anyOf instead of oneOf)`,
  'choice-narrowed': (where) => `${where} has to match exactly one schema (oneOf instead of anyOf)`,
};

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const IN: Readonly<Record<Direction, string>> = {
  none: '',
  request: ' (request)',
  response: ' (response)',
};

/**
 * A change as a sentence, with its values. Contains texts of the documents as they are: whoever shows it escapes it.
 *
 * @param direction That in which it is judged.
 */
export function messageOf(change: Change, direction: Direction): string {
  return `${sentenceOf(change)}${IN[direction]}.`;
}

/** The same without a direction and a period. */
function sentenceOf(change: Change): string {
  const { kind, name, place, before, after } = change;
  const [thing, action] = partsOfKind(kind);
  const where = placeText(place) || wholeText(change);
  const said = SENTENCES[kind];
  if (said) return said(upper(where), name ?? '');
  const label = LABELS[thing] ?? `The ${keywordOf(thing)}`;
  const named = name === undefined ? label : `${label} ${JSON.stringify(name)}`;
  const [old, now] = [valueText(before), valueText(after)];
  if (action === 'renamed') return `${label} ${old ?? ''} was renamed to ${now ?? ''}`;
  if (action === 'added' || action === 'removed') {
    if (SELF.has(thing)) return `${selfText(thing, change)} was ${action}`;
    const value = name === undefined ? (action === 'added' ? now : old) : undefined;
    return `${named}${value === undefined ? '' : ` (${value})`} ${VERBS[action]} ${where}`;
  }
  const values =
    old === undefined && now === undefined ? '' : ` from ${old ?? 'none'} to ${now ?? 'none'}`;
  return `${named} of ${where} was ${action}${values}`;
}

function selfText(thing: string, { name, place }: Change): string {
  if (thing === 'operation' || thing === 'webhook' || thing === 'schema')
    return `${LABELS[thing]} ${name ?? ''}`;
  return upper(placeText(place));
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `max-length` is `maxLength`. */
function keywordOf(thing: string): string {
  return thing.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** What a change is about that is in no part of it. */
function wholeText({ operations }: Change): string {
  return Object.keys(operations).length === 0 ? 'the API' : 'the operation';
}

/** A place in words: `the property "name" of the schema User`; empty for an operation or the API as a whole. */
export function placeText({
  component,
  parameter,
  callback,
  status,
  mediaType,
  header,
  property,
}: Place): string {
  const parts: string[] = [];
  if (property !== undefined) parts.push(`the property ${JSON.stringify(property)}`);
  if (parameter !== undefined) {
    const [where, ...rest] = parameter.split(' ');
    parts.push(`the ${where} parameter ${JSON.stringify(rest.join(' '))}`);
  } else if (header !== undefined) parts.push(`the header ${JSON.stringify(header)}`);
  if (status !== undefined) parts.push(`the response ${status}`);
  else if (mediaType !== undefined && parameter === undefined) parts.push('the request body');
  if (callback !== undefined) parts.push(`the callback ${JSON.stringify(callback)}`);
  if (component !== undefined) parts.push(componentText(component, parts.length > 0));
  return parts.join(' of ');
}

const GROUPS: Readonly<Record<string, string>> = {
  schemas: 'schema',
  responses: 'response',
  parameters: 'parameter',
  requestBodies: 'request body',
  headers: 'header',
  securitySchemes: 'security scheme',
  links: 'link',
  callbacks: 'callback',
  examples: 'example',
};

function componentText(component: string, isPart: boolean): string {
  const slash = component.indexOf('/');
  const group = component.slice(0, slash);
  // What a parameter is called has been said.
  const said = isPart && (group === 'parameters' || group === 'headers') ? 'shared ' : '';
  return `the ${said}${GROUPS[group] ?? group} ${component.slice(slash + 1)}`;
}
