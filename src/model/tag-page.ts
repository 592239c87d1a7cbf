import type { ModelContext } from './context.ts';
import { asString, defined } from './guards.ts';
import { pageHref } from './href.ts';
import type { TagPageModel } from './page.ts';
import { externalDocsOf } from './schema-facts.ts';
import { tagOf } from './tag.ts';

/** The page of a tag: what it stands for, and its operations. */
export function buildTagPage(context: ModelContext): TagPageModel {
  const { page } = context;
  const name = page.name ?? '';
  const tag = tagOf(name, context);
  return {
    kind: 'tag',
    page,
    title: page.title,
    name,
    operations: (page.operations ?? []).map((link) => ({
      ...link,
      href: pageHref(page.api, link.id),
    })),
    ...defined({
      description: asString(tag.description),
      externalDocs: externalDocsOf(tag.externalDocs),
    }),
  };
}
