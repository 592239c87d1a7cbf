import { pageHref } from '../../address/address.ts';
import { asString, defined } from '../../json/guards.ts';
import { externalDocsOf } from '../schema/schema-facts.ts';
import type { ModelContext } from './context.ts';
import { extensionsOf } from './extension.ts';
import type { TagPageModel } from './page.ts';
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
    children: tagLinks(related.filter(isChild), context),
    operations: (page.operations ?? []).map((link) => ({
      ...link,
      href: pageHref(page, link.id),
    })),
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
