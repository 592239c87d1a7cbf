import type { SliceDocument } from '../../slices/slice.ts';
import { compressedApi, type StockDoc } from '../../stock-pages/page.ts';
import { inflated } from './inflated.ts';

/** The stock page on screen, for the console. */
let shown: StockDoc | undefined;

/** Makes a page the one that the console reads; returns what undoes it. An effect of its components. */
export function offerDoc(doc: StockDoc | undefined): () => void {
  shown = doc;
  return () => {
    if (shown === doc) shown = undefined;
  };
}

/**
 * The slice of the operation on screen.
 *
 * @throws Error if its front matter cannot be read.
 */
export async function offeredSlice(): Promise<SliceDocument> {
  const doc = shown;
  const compressed = compressedApi(doc);
  const [{ stockSlice }, text] = await Promise.all([
    import(/* webpackChunkName: "stock-pages" */ './console-slice.ts'),
    compressed === undefined ? '' : inflated(compressed),
  ]);
  return stockSlice(doc, text);
}
