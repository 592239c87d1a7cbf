import type { PageGuides } from './page-guides.ts';
import { useSite } from './site-data.ts';

/** In the development server, which renders pages in the browser: the guides that refer to pages, as part of the app. */
export default function usePageGuides(): PageGuides {
  return useSite().guides ?? {};
}
