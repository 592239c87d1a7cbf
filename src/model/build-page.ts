import type { PageKind, SliceDocument } from '../slices/slice.ts';
import { createContext, type ModelContext } from './context.ts';
import { buildInfoPage } from './info-page.ts';
import { buildOperationPage } from './operation.ts';
import type { PageModel } from './page.ts';
import { buildSchemaPage } from './schema-page.ts';
import { buildTagPage } from './tag-page.ts';
import type { Say } from './words.ts';

const BUILDERS: Readonly<Record<PageKind, (context: ModelContext) => PageModel>> = {
  info: buildInfoPage,
  tag: buildTagPage,
  operation: buildOperationPage,
  webhook: buildOperationPage,
  schema: buildSchemaPage,
};

/**
 * Turns a slice into what its page shows. Pure: the same slice gives the same model. Never throws
 * on what a document holds: parts of a wrong type are left out.
 *
 * @param say Our own words in the language of the page; without it they are English.
 */
export function buildPage(slice: SliceDocument, say?: Say): PageModel {
  const context = createContext(slice, say);
  return BUILDERS[context.page.kind](context);
}
