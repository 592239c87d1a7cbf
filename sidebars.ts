import { readSidebars } from 'docusaurus-openapi-reference/config.ts';

// A sidebar for each generated API, and one for the hand-written guides.
export default readSidebars(__dirname);
