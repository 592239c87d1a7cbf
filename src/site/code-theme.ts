/**
 * No colors for Docusaurus' code blocks: it would write them into `style` attributes, which a strict
 * Content-Security-Policy forbids. They are in classes (`theme-site/CodeBlock/Line/Token`).
 */
export const codeTheme = { plain: {}, styles: [] };
