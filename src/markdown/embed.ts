import { pageHref } from '../address/address.ts';
import { markdownLead } from '../model/description/markdown.ts';
import type { OperationModel, PageModel } from '../model/page/page.ts';
import { description } from './description.ts';
import { requestBlocks } from './operation.ts';
import { schemaBlocks } from './schema.ts';
import { blocks, code, strong, text, words } from './text.ts';
import { type TwinOptions, twinOf } from './twin.ts';

/** Headings in a part of the reference are below those of most guides. */
const LEVEL = 4;

/**
 * A part of the reference in a guide, with what the guide shows of it: an operation with its request and its
 * successful response, or the fields of a schema. Empty for other pages.
 *
 * @param isLine Whether it is only named, in a line.
 */
export function embedMarkdown(page: PageModel, isLine: boolean, options: TwinOptions): string {
  const twin = twinOf(options);
  const title = twin.to(page.title, pageHref(page.page, page.page.id));
  if (page.kind === 'schema' && isLine) return title;
  if (page.kind === 'schema')
    return blocks(
      words(strong(title), twin.say('site.schema')),
      ...schemaBlocks(page.schema, twin, page.title),
    );
  if (page.kind !== 'operation' && page.kind !== 'webhook') return '';
  const endpoint = words(strong(text(page.method)), code(page.path));
  if (isLine) return `${endpoint} (${title})`;
  return blocks(
    words(strong(title), page.deprecation && strong(twin.say('ref.deprecatedBadge'))),
    endpoint,
    description(markdownLead(page.description ?? ''), twin).markdown,
    ...requestBlocks(inShort(page), twin, LEVEL),
  );
}

function inShort({ responses, ...page }: OperationModel): OperationModel {
  const success = responses.find(({ tone }) => tone === 'success');
  return { ...page, infoLinks: {}, responses: success ? [success] : [] };
}
