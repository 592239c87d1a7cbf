import { guidesAt, type PageGuide } from './page-guides.ts';
import { useSite } from './site-data.ts';

/** In the development server, which renders pages in the browser: the guides that refer to a page, as part of the app. */
export default function usePageGuides(path: string): readonly PageGuide[] {
  return guidesAt(useSite().guides ?? {}, path);
}
