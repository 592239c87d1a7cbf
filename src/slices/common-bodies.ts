import { append } from '../json/append.ts';
import { asObject, asString, defined, entriesOf, own, stringsOf } from '../json/guards.ts';
import { jsonText } from '../json/text.ts';
import { formatPointer } from '../openapi/pointer.ts';
import type { Document } from '../openapi/types.ts';
import { listOptionOf } from './conventions.ts';
import { listField, successSchema } from './list-body.ts';
import { parametersOf } from './operation-parts.ts';
import type { PlannedPage } from './plan.ts';
import type { References } from './reach.ts';
import { extendedBy } from './schema-fields.ts';
import type { CommonBodies, ErrorUse } from './slice.ts';

/** The info page explains no more errors than that. */
const MOST_ERRORS = 6;

/** What a single operation returns is its own. */
const SEVERAL = 2;

/** Examples of schemas that lead to more components would take the whole document into the slice. */
const MOST_COMPONENTS = 20;

/** Bodies that many responses have, for the info page: as components of its slice, and what each is of. */
export interface FoundBodies {
  readonly bodies: CommonBodies;
  readonly responses: Readonly<Record<string, object>>;
}

/**
 * The bodies of errors that most operations return, and what lists that are divided into pages have in common: the
 * fields around the list.
 */
export function commonBodies(
  operations: readonly PlannedPage[],
  errors: readonly ErrorUse[],
  references: References,
): FoundBodies | undefined {
  const page = pageBody(operations, references);
  const found = Object.entries(errorBodies(operations, errors, references));
  if (!page && found.length === 0) return undefined;
  return {
    bodies: defined({
      errors: Object.fromEntries(found.map(([schema]) => [schema, `error-${schema}`])),
      page: page && { response: 'page', list: page.list },
    }),
    responses: {
      ...Object.fromEntries(
        found.map(([schema, content]) => [`error-${schema}`, { description: '', content }]),
      ),
      ...(page && {
        page: { description: '', content: { 'application/json': { schema: page.schema } } },
      }),
    },
  };
}

/** A media type of each error, with an example if the document has one. */
function errorBodies(
  operations: readonly PlannedPage[],
  errors: readonly ErrorUse[],
  references: References,
): Record<string, object> {
  const uses = new Map<string, number>();
  for (const { schema, operations } of errors)
    uses.set(schema, (uses.get(schema) ?? 0) + operations);
  const common = [...uses]
    .filter(([, count]) => count >= SEVERAL)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_ERRORS);
  const statuses = new Set(errors.map(({ status }) => status));
  const media = new Map<string, { readonly type: string; readonly value: object }[]>();
  for (const { operation } of operations)
    for (const [status, response] of entriesOf(operation?.responses)) {
      if (!statuses.has(status)) continue;
      for (const [type, one] of entriesOf(references.resolve(response).content)) {
        const value = references.resolve(one);
        append(media, asString(asObject(value.schema).$ref) ?? '', { type, value });
      }
    }
  return Object.fromEntries(
    common.flatMap(([schema]): [string, object][] => {
      const ref = formatPointer(['components', 'schemas', schema]);
      const all = media.get(ref) ?? [];
      const chosen = all.find(({ value }) => hasExample(value)) ?? all[0];
      return chosen && isSmall(chosen.value, references)
        ? [[schema, { [chosen.type]: chosen.value }]]
        : [];
    }),
  );
}

function hasExample(media: object): boolean {
  return Object.hasOwn(media, 'example') || Object.hasOwn(media, 'examples');
}

function isSmall(value: unknown, references: References): boolean {
  return references.reach(references.directOf(value)).size <= MOST_COMPONENTS;
}

/** An object around one list, as most operations with parameters of pages return it. */
function pageBody(
  operations: readonly PlannedPage[],
  references: References,
): { readonly list: string; readonly schema: object } | undefined {
  const found = new Map<string, { readonly list: string; readonly schema: object }[]>();
  for (const page of operations) {
    const isDivided = parametersOf(page.operation, page.item, references).some(
      ({ name, in: where }) =>
        where === 'query' && listOptionOf(asString(name) ?? '') === 'pagination',
    );
    if (page.kind !== 'operation' || page.method !== 'get' || !isDivided) continue;
    const around = aroundList(successSchema(page.operation?.responses, references), references);
    if (around) append(found, jsonText([around.list, around.schema]), around);
  }
  const [most = []] = [...found.values()].sort((a, b) => b.length - a.length);
  const [first] = most;
  return first && most.length >= SEVERAL && isSmall(first.schema, references) ? first : undefined;
}

/** A schema with an empty list in place of the only one it has; undefined if there is nothing around it. */
function aroundList(schema: unknown, references: References) {
  const [list, field] = listField(schema, references) ?? [];
  if (list === undefined) return undefined;
  const parts = extendedBy(schema, references);
  const fields = parts.flatMap(({ properties }) => entriesOf(properties));
  const description = own(field, 'description');
  const empty = { type: 'array', items: {}, examples: [[]], ...defined({ description }) };
  const required = parts.flatMap((part) => stringsOf(part.required));
  return {
    list,
    schema: {
      type: 'object',
      properties: { ...Object.fromEntries(fields), [list]: empty },
      ...(required.length > 0 && { required }),
    },
  };
}

/** The components of the info page, with these bodies. */
export function withBodies(
  root: Partial<Document>,
  found: FoundBodies | undefined,
): Partial<Document> {
  if (!found) return root;
  return {
    ...root,
    components: { ...root.components, responses: found.responses },
  } as Partial<Document>;
}
