import { pageHref } from '../../address/address.ts';
import { append } from '../../json/append.ts';
import { asString, defined } from '../../json/guards.ts';
import type { PageLink } from '../../slices/slice.ts';
import { externalDocsOf } from '../schema/schema-facts.ts';
import { Anchors, kebabSegmentOf } from './anchor.ts';
import type { ModelContext } from './context.ts';
import { extensionsOf } from './extension.ts';
import type { OperationGroup, TagPageModel } from './page.ts';
import { schemaEntries } from './schema-list.ts';
import { ownTagLabel, tagLinks, tagOf } from './tag.ts';

/** The page of a tag: its description, its operations, and related tags (OpenAPI 3.2 section 4.22). */
export function buildTagPage(context: ModelContext): TagPageModel {
  const { page } = context;
  const name = page.name ?? '';
  const tag = tagOf(name, context);
  const related = Object.keys(page.tagPages);
  const isChild = (other: string) => tagOf(other, context).parent === name;
  const summary = asString(tag.summary);
  const ours = ownTagLabel(name, page, context.say);
  return {
    kind: 'tag',
    page,
    title: ours ?? page.title,
    name: ours ?? name,
    ...(ours !== undefined && { isOurs: true }),
    children: tagLinks(related.filter(isChild), context),
    groups: groupsOf(context),
    extensions: extensionsOf(tag, context),
    ...defined({
      parent: tagLinks(
        related.filter((other) => !isChild(other)),
        context,
      )[0],
      summary: summary === page.title ? undefined : summary,
      tagKind: asString(tag.kind),
      description: asString(tag.description),
      externalDocs: externalDocsOf(tag.externalDocs),
    }),
  };
}

/** The operations in the order of their page, by resource. */
function groupsOf(context: ModelContext): OperationGroup[] {
  const { page, say } = context;
  const schemas = schemaEntries(context);
  const anchors = new Anchors();
  const groups = new Map<string, OperationGroup['operations'][number][]>();
  for (const { description, ...link } of page.operations ?? [])
    append(groups, link.resource ?? '', {
      ...link,
      ...(saysMore(description, link.title) && { description }),
      href: pageHref(page, link.id),
    });
  const isWhole = groups.size === 1;
  return [...groups].map(([resource, operations]) => ({
    ...(!isWhole && { name: resource || say('ref.tag.otherOperations') }),
    ...(resource === '' && { isOurs: true }),
    anchor: anchors.claim(isWhole ? 'operations' : kebabSegmentOf(resource || 'other-operations')),
    operations,
    schemas: schemas.filter((schema) => (schema.resource ?? '') === resource),
  }));
}

/** Whether a description contains anything but words of the title, and short ones. */
function saysMore(description: PageLink['description'], title: string): description is string {
  const known = new Set(stemsOf(title));
  return stemsOf(description ?? '').some((stem) => !known.has(stem));
}

/** Words of four letters and more, by how they begin: `retrieves` and `retrieve` are the same. */
function stemsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? [];
  return words.map((word) => word.replace(/(?:ies|y|e?s|e|ing|ed)$/, ''));
}
