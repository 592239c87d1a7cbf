import { append } from '../json/append.ts';
import { asArray, asObject, asString, defined, isObject, stringsOf } from '../json/guards.ts';
import { readable } from '../openapi/name-words.ts';
import { formatPointer } from '../openapi/pointer.ts';
import type { Document } from '../openapi/types.ts';
import type { Draft, Plan, PlannedPage } from './plan.ts';
import type { OwnTag } from './slice.ts';
import { titleOf } from './title.ts';

interface DeclaredTag {
  readonly name: string;
  readonly title?: string;
  readonly parent?: string;
  readonly pointer: string;
}

/** The tags that a document declares. */
export function declaredTags(document: Document): DeclaredTag[] {
  return asArray(document.tags).flatMap((given, at) => {
    const tag = asObject(given);
    const name = asString(tag.name);
    const title = asString(tag['x-displayName']) ?? asString(tag.summary);
    if (name === undefined) return [];
    const pointer = formatPointer(['tags', String(at)]);
    return [{ name, pointer, ...defined({ title, parent: asString(tag.parent) }) }];
  });
}

/**
 * Operations without a tag are listed under one of these, named so that it cannot collide with a real tag.
 */
export function untaggedNames(
  document: Document,
  operations: readonly Draft[],
): readonly [operations: OwnName, webhooks: OwnName] {
  const used = new Set([
    ...operations.flatMap((draft) => draft.tags),
    ...declaredTags(document).map((tag) => tag.name),
  ]);
  const free = (name: string): string => (used.has(name) ? free(`${name} (untagged)`) : name);
  return [
    used.size > 0
      ? { own: 'otherOperations', name: free('Other operations') }
      : { own: 'operations', name: free('Operations') },
    { own: 'webhooks', name: free('Webhooks') },
  ];
}

interface OwnName {
  readonly own: OwnTag;
  readonly name: string;
}

/** The first tag of a name, as the document has it. */
export function tagNamed(
  { tags }: Document,
  name: string,
): NonNullable<Document['tags']>[number] | undefined {
  return Array.isArray(tags) ? tags.find((tag) => isObject(tag) && tag.name === name) : undefined;
}

/** The names of a tag's ancestors, nearest first; none if they form a circle. */
function ancestorsOf(name: string, parents: ReadonlyMap<string, string | undefined>): string[] {
  const found = new Set<string>();
  for (let next = parents.get(name); next && parents.has(next); next = parents.get(next)) {
    if (next === name || found.has(next)) return [];
    found.add(next);
  }
  return [...found];
}

/** Tags in the order of the document's `tags`, then those only used, in order of use. */
export function tagDrafts(
  document: Document,
  operations: readonly Draft[],
  names: readonly OwnName[],
): Draft[] {
  const used = new Set(operations.flatMap((draft) => draft.tags));
  const tags = declaredTags(document);
  // The first one counts, as on pages.
  const declared = new Map(tags.toReversed().map((tag) => [tag.name, tag]));
  const parents = new Map(tags.map((tag) => [tag.name, tag.parent]));
  return [...new Set([...tags.map(({ name }) => name), ...used])]
    .filter((name) => used.has(name))
    .map((name) => ({
      kind: 'tag',
      names: { kind: 'tag', names: [name], apart: 'tag' },
      title: titleOf([declared.get(name)?.title, name], 'tag'),
      pointer: declared.get(name)?.pointer ?? '#/tags',
      name,
      ...defined({
        parent: ancestorsOf(name, parents).find((parent) => used.has(parent)),
        own: names.find((one) => one.name === name)?.own,
      }),
      tags: [],
    }));
}

/** Parent tags without operations, and so without a page, are groups (OpenAPI 3.2 section 4.22). */
function parentGroups(document: Document, tagPages: readonly PlannedPage[]): unknown[] {
  const tags = declaredTags(document);
  const parents = new Map(tags.map((tag) => [tag.name, tag.parent]));
  const pages = new Set(tagPages.map(({ name }) => name));
  const groups = new Map<string, string[]>();
  for (const { name = '' } of tagPages) {
    const top = ancestorsOf(name, parents).findLast((ancestor) => !pages.has(ancestor));
    if (top !== undefined) append(groups, top, name);
  }
  return [...groups].map(([top, members]) => ({
    name: tags.find(({ name }) => name === top)?.title ?? readable(top),
    tags: members,
  }));
}

/** `x-tagGroups` with the tags that have a page; all other tags come last, in a group of their own. */
export function tagGroups(document: Document, tagPages: readonly PlannedPage[]): Plan['tagGroups'] {
  const given: unknown = document['x-tagGroups'];
  const groups = Array.isArray(given) ? given : parentGroups(document, tagPages);
  const left = new Set(tagPages.map((page) => page.name ?? ''));
  const named = groups.filter(isObject).flatMap((group) => {
    const name = titleOf([asString(group.name)], '');
    const tags = stringsOf(group.tags).filter((tag) => left.delete(tag));
    return name && tags.length > 0 ? [{ name, tags }] : [];
  });
  if (named.length === 0) return [];
  return left.size > 0 ? [...named, { name: 'More', tags: [...left], isRest: true }] : named;
}
