import { ownFile } from '../own-files.ts';

/** Folder of the page that authorization servers redirect to. */
export const LOGIN_PAGE = ownFile('site/login');
