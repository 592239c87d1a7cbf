import { type ApiTable, useSite } from './site-data.ts';

/** In the development server, which renders pages in the browser: the table of APIs, as part of the app. */
export default function useApiTable(): ApiTable {
  return useSite().table ?? { apis: [], menus: {} };
}
