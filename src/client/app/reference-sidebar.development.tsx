/** In the development server: Docusaurus' own sidebar, rendered in the browser. */
export { default } from '@theme-init/DocSidebar';

/** Also Docusaurus' own: see `theme-app/DocSidebar`. */
export const DesktopSidebar = undefined;
