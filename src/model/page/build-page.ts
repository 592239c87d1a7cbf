import type { PageKind, SliceDocument } from '../../slices/slice.ts';
import { buildChangelog, buildReleasePage } from './changelog.ts';
import { createContext, type DrawOptions, type ModelContext } from './context.ts';
import { buildInfoPage } from './info-page.ts';
import { buildOperationPage } from './operation.ts';
import type { PageModel } from './page.ts';
import { buildSchemaList } from './schema-list.ts';
import { buildSchemaPage } from './schema-page.ts';
import { buildTagPage } from './tag-page.ts';

const BUILDERS: Readonly<Record<PageKind, (context: ModelContext) => PageModel>> = {
  info: buildInfoPage,
  tag: buildTagPage,
  operation: buildOperationPage,
  webhook: buildOperationPage,
  schema: buildSchemaPage,
  schemaList: buildSchemaList,
  changelog: buildChangelog,
  release: buildReleasePage,
};

/**
 * Turns a slice into the model of its page. Pure: the same slice gives the same model. Never throws because
 * of a document's contents: parts of a wrong type are omitted.
 *
 * @param options What depends on the page that the slice is rendered into.
 */
export function buildPage(slice: SliceDocument, options?: DrawOptions): PageModel {
  const context = createContext(slice, options);
  return BUILDERS[context.page.kind](context);
}
