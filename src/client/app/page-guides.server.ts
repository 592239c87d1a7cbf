import fs from 'node:fs';
import type { PageGuides } from './page-guides.ts';

/** Set by the site's plugin to the file that it writes. */
declare const REFERENCE_GUIDES: string;

let guides: PageGuides | undefined;

/** In static rendering: the guides that refer to pages, read from disk once. */
export default function usePageGuides(): PageGuides {
  guides ??= JSON.parse(fs.readFileSync(REFERENCE_GUIDES, 'utf8')) as PageGuides;
  return guides;
}
