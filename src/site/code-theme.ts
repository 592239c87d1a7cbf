/**
 * No colors for Docusaurus' code blocks: it would write them into `style` attributes, which a strict
 * Content-Security-Policy does not allow. Classes have them (`theme/CodeBlock/Line/Token`).
 */
export const codeTheme = { plain: {}, styles: [] };
