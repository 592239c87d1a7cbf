import { createContext } from 'react';

/** Whether a page that has no sidebar has the mobile menu with its contents, so that the navbar adds none. */
export const OwnMenu = createContext(false);
