import fs from 'node:fs';
import { guidesAt, type PageGuide, type PageGuides } from './page-guides.ts';

/** Set by the site's plugin to the file that it writes. */
declare const REFERENCE_GUIDES: string;

let guides: PageGuides | undefined;

/** In static rendering: the guides that refer to a page; the file is read once. */
export default function usePageGuides(path: string): readonly PageGuide[] {
  guides ??= JSON.parse(fs.readFileSync(REFERENCE_GUIDES, 'utf8')) as PageGuides;
  return guidesAt(guides, path);
}
