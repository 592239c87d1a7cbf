import { pageHref } from '../../address/address.ts';
import { asArray, asString, isObject, type JsonObject, own } from '../../json/guards.ts';
import type { OwnTag, PageInfo } from '../../slices/slice.ts';
import type { ModelContext } from './context.ts';
import type { Say, WordId } from './words.ts';

/** The Tag Object of a name (OpenAPI 3.1 section 4.8.22), or an empty one. */
export function tagOf(name: string, { document }: ModelContext): JsonObject {
  return (
    asArray(document.tags)
      .filter(isObject)
      .find((tag) => tag.name === name) ?? {}
  );
}

/** The display name of a tag: `x-displayName`, the `summary` of OpenAPI 3.2, or its name. */
export function tagLabel(name: string, context: ModelContext): string {
  const ours = ownTagLabel(name, context.page, context.say);
  if (ours !== undefined) return ours;
  const tag = tagOf(name, context);
  return asString(tag['x-displayName']) ?? asString(tag.summary) ?? name;
}

const OWN: Readonly<Record<OwnTag, WordId>> = {
  operations: 'ref.tag.operations',
  otherOperations: 'ref.tag.otherOperations',
  webhooks: 'ref.tag.webhooks',
};

/** The display name of one of our own tags; undefined for those of the document. */
export function ownTagLabel(name: string, { ownTags }: PageInfo, say: Say): string | undefined {
  const tag = own(ownTags, name) as OwnTag | undefined;
  return tag && say(OWN[tag]);
}

/** A tag with a page, as a link. */
export interface TagLink {
  readonly label: string;
  readonly href: string;
}

/** Tags as links; those without a page are omitted. */
export function tagLinks(names: readonly string[], context: ModelContext): TagLink[] {
  return names.flatMap((name) => {
    const href = tagHref(name, context);
    return href === undefined ? [] : [{ label: tagLabel(name, context), href }];
  });
}

/** Path of the page of a tag, or undefined if there is none. */
export function tagHref(name: string, { page }: ModelContext): string | undefined {
  const id = own(page.tagPages, name);
  return typeof id === 'string' ? pageHref(page, id) : undefined;
}
