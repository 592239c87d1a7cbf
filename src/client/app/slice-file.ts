import fs from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { parseJson } from '../../json/text.ts';
import type { SliceDocument } from '../../slices/slice.ts';

/** Set by the site's plugin to the site's folder. */
declare const REFERENCE_SITE: string;
/**
 * And to the one in which the command `build` looks for the slice being rendered; it does not always exist.
 */
declare const REFERENCE_DRAWING: string;

let last: { readonly file: string; readonly slice: SliceDocument } | undefined;

/**
 * In static rendering: a slice, read from disk once for a page's head and its content.
 *
 * @param file Path relative to the site's folder.
 */
export default function readSlice(file: string): SliceDocument {
  if (last?.file !== file) {
    noteDrawing(file);
    const json = fs.readFileSync(path.join(REFERENCE_SITE, file), 'utf8');
    last = { file, slice: parseJson(json) as SliceDocument };
  }
  return last.slice;
}

/** Identifies a page that takes too long to render: see `cli/page-watch.ts`. */
function noteDrawing(file: string): void {
  if (fs.existsSync(REFERENCE_DRAWING))
    fs.writeFileSync(path.join(REFERENCE_DRAWING, String(threadId)), file);
}
