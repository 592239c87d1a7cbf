import type { SchemaListModel, SchemaPageModel, TagPageModel } from '../model/page/page.ts';
import { historyBlocks } from './changes.ts';
import { description, joined } from './description.ts';
import { exampleBlocks } from './example.ts';
import { operationItem, schemaLinks } from './links.ts';
import { childBlocks, externalDocsBlocks, schemaLine, schemaTexts } from './schema.ts';
import { blocks, code, heading, list, text, words } from './text.ts';
import { facts, type Twin } from './twin.ts';

/** The page of a schema: its fields, examples of the document, and where it is used. */
export function schemaPage(page: SchemaPageModel, twin: Twin): string {
  const { say } = twin;
  const { title, name, schema, usedBy, usedBySchemas } = page;
  const { line, below } = joined(schemaTexts(schema, twin, title));
  const examples = page.examples.filter(({ generated }) => !generated);
  return blocks(
    heading(1, text(title)),
    name === title ? '' : words(say('site.schema'), code(name)),
    schemaLine(schema, twin),
    line,
    ...below,
    ...childBlocks(schema, twin),
    ...examples.flatMap((example) => exampleBlocks(example, twin, true)),
    ...(usedBy.length > 0
      ? [heading(2, say('site.usedBy')), list(usedBy.map((use) => usageItem(use, twin)))]
      : []),
    ...(usedBySchemas.length > 0
      ? [
          heading(2, say('site.usedBySchemas')),
          usedBySchemas.map((one) => twin.to(one.title, one.href)).join(', '),
        ]
      : []),
    ...historyBlocks(page.history, twin),
  );
}

function usageItem(
  { request, response, ...operation }: SchemaPageModel['usedBy'][number],
  twin: Twin,
) {
  const word = request && response ? 'site.inBoth' : request ? 'site.inRequest' : 'site.inResponse';
  const { line } = operationItem(operation, twin);
  return { line: `${line} (${twin.say(word)})` };
}

/** The page that lists all schemas of an API. */
export function schemaListPage({ title, letters }: SchemaListModel, twin: Twin): string {
  return blocks(
    heading(1, text(title)),
    schemaLinks(
      letters.flatMap(({ schemas }) => schemas),
      twin,
    ),
  );
}

/** The page of a tag: its description, its operations, and related tags (OpenAPI 3.2 section 4.22). */
export function tagPage(page: TagPageModel, twin: Twin): string {
  const { say } = twin;
  const { title, name, parent, tagKind, children, groups, extensions, externalDocs } = page;
  return blocks(
    heading(1, words(text(title), name !== title && code(name))),
    parent && words(say('site.tagParent'), twin.to(parent.label, parent.href)),
    tagKind && words(say('site.tagKind'), code(tagKind)),
    children.length > 0
      ? words(
          say('site.tagChildren'),
          children.map(({ label, href }) => twin.to(label, href)).join(', '),
        )
      : '',
    page.summary && text(page.summary),
    description(page.description, twin, 2).markdown,
    facts(extensions).join(', '),
    ...externalDocsBlocks(externalDocs, twin),
    ...groups.flatMap((group) => [
      heading(2, group.name === undefined ? say('site.operations') : text(group.name)),
      list(group.operations.map((operation) => operationItem(operation, twin))),
      ...(group.schemas.length > 0
        ? [`${say('site.schemas')}:`, schemaLinks(group.schemas, twin)]
        : []),
    ]),
  );
}
