import { entriesOf, isObject, own, stringsOf } from '../../json/guards.ts';
import { fromEntriesInOrder } from '../../json/key-order.ts';
import type { SampleOptions } from '../examples/sampling.ts';
import type { ModelContext } from '../page/context.ts';
import { type Subject, withPlaceholders } from '../samples/body-placeholders.ts';

/** What a body in the console begins with. */
export interface BodyStart {
  /** Without what a reader has to supply. */
  readonly value: unknown;
  /** What samples have: with placeholders for that. */
  readonly sample: unknown;
  /** The placeholders. */
  readonly words: ReadonlySet<string>;
  /** Set for a change that requires nothing: what it changes is for the reader to say. */
  readonly isEmpty: boolean;
}

/** @param example The body of the samples, with values for everything. */
export function bodyStart(
  example: unknown,
  schema: unknown,
  subject: Subject,
  context: ModelContext,
  { fields, wanted }: SampleOptions,
): BodyStart {
  const { body: sample, placeholders } = withPlaceholders(example, subject);
  const words = new Set(placeholders.map(({ text }) => text));
  const { required, oneOf, anyOf } = context.flatten(schema).schema;
  const requiresNothing = stringsOf(required).length === 0 && !oneOf && !anyOf;
  const isChosen = fields === 'all' || (wanted?.size ?? 0) > 0;
  const isEmpty =
    context.page.method === 'patch' && isObject(example) && requiresNothing && !isChosen;
  return {
    value: isEmpty ? {} : without(sample, (text) => words.has(text)),
    sample,
    words,
    isEmpty,
  };
}

/** A value without some of its texts; undefined if it is one of them. */
export function without(value: unknown, isGone: (text: string) => boolean): unknown {
  if (typeof value === 'string') return isGone(value) ? undefined : value;
  if (Array.isArray(value))
    return value.map((one) => without(one, isGone)).filter((one) => one !== undefined);
  if (!isObject(value)) return value;
  const kept = entriesOf(value).map(([name, one]): [string, unknown] => [
    name,
    without(one, isGone),
  ]);
  return fromEntriesInOrder(kept.filter(([, one]) => one !== undefined));
}

/** What samples have at a place of the body, if that is a placeholder. */
export function wordAt(
  { sample, words }: BodyStart,
  path: readonly (string | number)[],
): string | undefined {
  const found = path.reduce<unknown>(
    (value, key) => (Array.isArray(value) ? value[Number(key)] : own(value, String(key))),
    sample,
  );
  return typeof found === 'string' && words.has(found) ? found : undefined;
}
