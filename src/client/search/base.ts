/** The site's base URL: scripts of the search are two folders below it. */
export const BASE = new URL('../../', import.meta.url).href;
