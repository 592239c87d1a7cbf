import fs from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { parseJson } from '../../json/text.ts';
import type { SliceDocument } from '../../slices/slice.ts';

/** Set by the site's plugin to the folder of the slices. */
declare const REFERENCE_SLICES: string;
/**
 * And to the one in which the command `build` looks for the slice being rendered; it does not always exist.
 */
declare const REFERENCE_DRAWING: string;

let last: { readonly name: string; readonly slice: SliceDocument } | undefined;

/** In static rendering: a slice, read from disk once for a page's head and its content. */
export default function readSlice(name: string): SliceDocument {
  if (last?.name !== name) {
    noteDrawing(name);
    const json = fs.readFileSync(path.join(REFERENCE_SLICES, `${name}.json`), 'utf8');
    last = { name, slice: parseJson(json) as SliceDocument };
  }
  return last.slice;
}

/** Identifies a page that takes too long to render: see `cli/page-watch.ts`. */
function noteDrawing(name: string): void {
  if (fs.existsSync(REFERENCE_DRAWING))
    fs.writeFileSync(path.join(REFERENCE_DRAWING, String(threadId)), name);
}
