import type { SliceDocument } from '../../slices/slice.ts';
import { apiOf, type StockDoc, stockPage } from '../../stock-pages/page.ts';
import { operationSlice } from '../../stock-pages/slice.ts';

/** The slice of a stock page's operation, and its `api` once it is decompressed. Loaded with the console. */
export function stockSlice(doc: StockDoc | undefined, text: string): SliceDocument {
  const api = apiOf(doc, () => text);
  return operationSlice(api ?? {}, {}, stockPage(doc, api));
}
