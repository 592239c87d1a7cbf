/**
 * Colours of code in guides, for Docusaurus' code blocks: the reference's own, which are of enough
 * contrast in both modes.
 */
export const codeTheme = {
  plain: { color: 'var(--ref-text)', backgroundColor: 'var(--ref-code-background)' },
  styles: [
    { types: ['comment', 'prolog', 'doctype', 'cdata'], style: { color: 'var(--ref-muted)' } },
    {
      types: ['string', 'attr-value', 'char', 'url', 'scalar'],
      style: { color: 'var(--ref-green)' },
    },
    {
      types: ['keyword', 'atrule', 'selector', 'important'],
      style: { color: 'var(--ref-violet)' },
    },
    { types: ['number', 'boolean', 'constant'], style: { color: 'var(--ref-orange)' } },
    {
      types: ['property', 'key', 'tag', 'attr-name', 'function', 'builtin', 'variable'],
      style: { color: 'var(--ref-blue)' },
    },
  ],
};
