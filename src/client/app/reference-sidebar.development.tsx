/** With the development server: Docusaurus' own sidebar, drawn in the browser. */
export { default } from '@theme-original/DocSidebar';
