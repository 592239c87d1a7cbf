import { useSite } from './site-data.ts';
import type { SiteVersions } from './versions.ts';

/** In the development server, which renders pages in the browser: the versions of APIs, as part of the app. */
export default function useVersions(): SiteVersions {
  return useSite().versions ?? {};
}
