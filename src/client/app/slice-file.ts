import fs from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { parseJson } from '../../json/text.ts';
import type { SliceDocument } from '../../slices/slice.ts';

/** Set by the site's plugin to the folder of the slices. */
declare const REFERENCE_SLICES: string;
/** And to the one where the command `build` looks for what is being drawn; it is not always there. */
declare const REFERENCE_DRAWING: string;

let last: { readonly name: string; readonly slice: SliceDocument } | undefined;

/** In the static rendering: a slice, read from disk once for a page's head and its content. */
export default function readSlice(name: string): SliceDocument {
  if (last?.name !== name) {
    noteDrawing(name);
    const json = fs.readFileSync(path.join(REFERENCE_SLICES, `${name}.json`), 'utf8');
    last = { name, slice: parseJson(json) as SliceDocument };
  }
  return last.slice;
}

/** For a page that takes too long: nothing else would say which it is. See `cli/page-watch.ts`. */
function noteDrawing(name: string): void {
  if (fs.existsSync(REFERENCE_DRAWING))
    fs.writeFileSync(path.join(REFERENCE_DRAWING, String(threadId)), name);
}
