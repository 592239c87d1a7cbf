import { parseJson } from '../../json/text.ts';
import type { SliceDocument } from '../../slices/slice.ts';
import { STOCK } from '../protocol.ts';
import { offeredSlice } from '../stock/offered.ts';

/** The last one that was asked for: the console and the samples of a page read the same. */
let last: { readonly address: string; readonly slice: Promise<SliceDocument> } | undefined;

/** The slice of the page on screen, by the address that the page gives for it. */
export function fetchSlice(address: string): Promise<SliceDocument> {
  if (address === STOCK) return offeredSlice();
  if (last?.address === address) return last.slice;
  const asked = { address, slice: read(address) };
  last = asked;
  // A later attempt tries again, unless another slice has been asked for since.
  asked.slice.catch(() => {
    if (last === asked) last = undefined;
  });
  return asked.slice;
}

async function read(address: string): Promise<SliceDocument> {
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return parseJson(await response.text()) as SliceDocument;
}
