import { asArray, type JsonObject, own } from '../../json/guards.ts';
import { isNumber } from '../../json/number.ts';
import { METHODS } from '../../openapi/methods.ts';
import { snakeCase } from '../../openapi/name-words.ts';
import type { ModelContext } from '../page/context.ts';

/** A word of a sample that readers replace with a value of their own. */
export interface Placeholder {
  /** `USER_ID` */
  readonly text: string;
  /** Anchor of the parameter or property that it is a value of; empty if the page does not show it. */
  readonly target: string;
  /** A value that is valid there. */
  readonly value: unknown;
}

/** Keywords of a schema with values from the document. */
const GIVEN = ['const', 'default', 'enum'] as const;

/** Formats with values that show how they are written. */
const SHOWN = new Set(['date', 'date-time', 'time', 'duration']);

/** Words in capitals that the code of samples consists of: a placeholder must be another one. */
const CODE_WORDS: ReadonlySet<string> = new Set([
  ...METHODS.map((method) => method.toUpperCase()),
  ...'API BODY CONNECT EOF HTTP HTTPS IO JSON NULL TLS TRACK URI URL UTF8 XML'.split(' '),
]);

/**
 * The placeholder of a parameter, undefined if a value says more: one from the document, a date, or anything but a
 * text or a number. That of a path names what the path is about, see `PageInfo.placeholders`.
 *
 * @param value A generated value.
 */
export function placeholderFor(
  parameter: JsonObject,
  value: unknown,
  context: Pick<ModelContext, 'flatten' | 'page'>,
): string | undefined {
  if (typeof value !== 'string' && !isNumber(value)) return undefined;
  const { schema } = context.flatten(parameter.schema);
  const choices = [...asArray(schema.oneOf), ...asArray(schema.anyOf)];
  const all = [schema, ...choices.map((choice) => context.flatten(choice).schema)];
  const isGiven = all.some((one) => GIVEN.some((keyword) => one[keyword] !== undefined));
  if (isGiven || SHOWN.has(String(schema.format))) return undefined;
  const name = String(parameter.name);
  const known = parameter.in === 'path' ? own(context.page.placeholders, name) : undefined;
  return distinct(typeof known === 'string' ? known : constantCase(name));
}

/** A placeholder that is no word of the code of samples, and none of these. */
export function distinct(word: string, others: readonly string[] = []): string {
  const isTaken = CODE_WORDS.has(word) || word.startsWith('CURL') || others.includes(word);
  return isTaken ? `${word}_VALUE` : word;
}

/** `user_id`, `userId` and `user-id` are `USER_ID`; letters beyond ASCII are left out. */
export function constantCase(name: string): string {
  return snakeCase(name).toUpperCase() || 'VALUE';
}
