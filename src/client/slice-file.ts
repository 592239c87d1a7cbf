import fs from 'node:fs';
import path from 'node:path';
import type { SliceDocument } from '../slices/slice.ts';

/** Set by the site's plugin to the folder of the slices. */
declare const REFERENCE_SLICES: string;

let last: { readonly name: string; readonly slice: SliceDocument } | undefined;

/** In the static rendering: a slice, read from disk once for a page's head and its content. */
export default function readSlice(name: string): SliceDocument {
  if (last?.name !== name) {
    const json = fs.readFileSync(path.join(REFERENCE_SLICES, `${name}.json`), 'utf8');
    last = { name, slice: JSON.parse(json) };
  }
  return last.slice;
}
