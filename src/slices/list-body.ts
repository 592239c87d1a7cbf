import { entriesOf, type JsonObject } from '../json/guards.ts';
import type { References } from './reach.ts';
import { extendedBy } from './schema-fields.ts';

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\b/i;

/** The schema of the JSON that an operation returns with its first status of success; undefined if it returns none. */
export function successSchema(responses: unknown, references: References): unknown {
  const [, response] = entriesOf(responses).find(([status]) => /^2/.test(status)) ?? [];
  const content = entriesOf(references.resolve(response).content);
  const [, media] = content.find(([type]) => JSON_TYPE.test(type)) ?? [];
  return references.resolve(media).schema;
}

/** The only property of an object that is a list, among others: that with the items of a page. */
export function listField(
  schema: unknown,
  references: References,
): readonly [name: string, schema: unknown] | undefined {
  const fields = extendedBy(schema, references).flatMap(({ properties }) => entriesOf(properties));
  const [list, ...others] = fields.filter(([, field]) => isList(references.resolve(field)));
  return others.length > 0 || fields.length < 2 ? undefined : list;
}

/** The schema of the items that an operation lists, as an array or in a page; undefined if it lists nothing. */
export function listedItem(responses: unknown, references: References): unknown {
  const schema = references.resolve(successSchema(responses, references));
  const list = isList(schema) ? schema : listField(schema, references)?.[1];
  return references.resolve(list).items;
}

function isList({ type, items }: JsonObject): boolean {
  return [type].flat().includes('array') || (type === undefined && items !== undefined);
}
