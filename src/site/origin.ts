/** Docusaurus requires an origin, even if nobody knows where the site will be. No document has this one. */
export const NO_ORIGIN = 'https://site-address.invalid';
