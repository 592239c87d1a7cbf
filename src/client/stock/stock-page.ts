import { buildPage } from '../../model/page/build-page.ts';
import type { PageModel } from '../../model/page/page.ts';
import type { SliceDocument } from '../../slices/slice.ts';
import { type StockApi, type StockDoc, stockPage } from '../../stock-pages/page.ts';
import { operationSlice, type StockProps, schemaSlice } from '../../stock-pages/slice.ts';
import { say } from '../app/words.ts';
import { useCallbackName } from './context.ts';

/** The members of an operation that a component shows; all for the one that shows samples of the request. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  ParamsDetails: ['parameters'],
  RequestSchema: ['requestBody'],
  StatusCodes: ['responses'],
};

/**
 * The model of what a component of a stock page shows: what it is given, or else what the front matter says.
 *
 * @param api The operation in the front matter.
 * @param name The component's name.
 * @throws Error that names the page, if neither says anything.
 */
export function useStockModel(
  doc: StockDoc | undefined,
  api: StockApi | undefined,
  given: StockProps,
  name: string,
): PageModel {
  const callback = useCallbackName();
  const anchorPrefix = callback === undefined ? '' : `${callback}-`;
  return buildPage(sliceFor(doc, callback === undefined ? api : undefined, given, name), {
    say,
    anchorPrefix,
  });
}

function sliceFor(
  doc: StockDoc | undefined,
  api: StockApi | undefined,
  { method, path, parameters, body, responses, ...given }: StockProps,
  name: string,
): SliceDocument {
  const page = stockPage(doc, api);
  if (given.schema !== undefined) return schemaSlice(given.schema, page);
  const parts = { method, path, parameters, body, responses };
  const isEmpty = Object.values(parts).every((part) => part === undefined);
  if (isEmpty && !(doc && isStock(doc))) {
    throw new Error(
      `${doc?.file ?? 'A page'}: <${name}> has nothing to show. Put it inside <Reference slice="...">, or give it the attributes that docusaurus-plugin-openapi-docs writes.`,
    );
  }
  const shown = SHOWN[name];
  if (api && !shown) return operationSlice(api, parts, page);
  const members = Object.entries(api ?? {}).filter(
    ([key]) => key === 'method' || shown?.includes(key),
  );
  const withoutSamples = { ...page, options: { ...page.options, samples: [] } };
  return operationSlice(Object.fromEntries(members), parts, withoutSamples);
}

/** Whether upstream wrote the page: its components may have nothing to say. */
function isStock({ file, frontMatter }: StockDoc): boolean {
  return (
    frontMatter.slice === undefined && (frontMatter.api !== undefined || STOCK_FILE.test(file))
  );
}

const STOCK_FILE = /\.api\.mdx$/;
