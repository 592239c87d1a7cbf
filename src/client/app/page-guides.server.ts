import { PAGE_GUIDES } from '../../address/files.ts';
import { guidesAt, type PageGuide, type PageGuides } from './page-guides.ts';
import { generatedData } from './server-data.ts';

/** In static rendering: the guides that refer to a page; the file is read once. */
export default function usePageGuides(path: string): readonly PageGuide[] {
  return guidesAt(generatedData(PAGE_GUIDES) as PageGuides, path);
}
