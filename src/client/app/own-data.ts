import { createContext } from 'react';

/** Whether the page writes its own data for search engines: Docusaurus' breadcrumbs then add none. */
export const OwnData = createContext(false);
