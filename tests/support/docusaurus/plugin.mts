import fs from 'node:fs';
import path from 'node:path';

const HERE = import.meta.dirname;
const SRC = path.resolve(HERE, '../../../src');
const THEMES = ['theme', 'theme-app', 'theme-search', 'theme-site'];

/** The exports of `stand-ins.tsx` by the module whose default export they are. */
const DEFAULTS: Readonly<Record<string, string>> = {
  '@docusaurus/Translate': 'Translate',
  '@docusaurus/Link': 'Link',
  '@docusaurus/useBaseUrl': 'useBaseUrl',
  '@docusaurus/useBrokenLinks': 'useBrokenLinks',
  '@docusaurus/useDocusaurusContext': 'useDocusaurusContext',
  '@theme/Heading': 'Heading',
  '@theme/TabItem': 'TabItem',
  '@theme/ThemedImage': 'ThemedImage',
};

const DOCS = '@docusaurus/plugin-content-docs/client';
const STAND_INS = JSON.stringify(path.join(HERE, 'stand-ins.tsx'));

/**
 * For vitest: finds `@theme/*` in our themes, and puts `stand-ins.tsx` in the place of what comes from
 * Docusaurus.
 */
export function themeAliases() {
  return {
    name: 'theme-aliases',
    enforce: 'pre' as const,
    resolveId(id: string): string | undefined {
      if (Object.hasOwn(DEFAULTS, id) || id === DOCS) return `\0${id}`;
      if (id === '@reference/stock') return path.join(SRC, 'client/stock/stock-part.server.tsx');
      if (!id.startsWith('@theme/')) return undefined;
      return THEMES.map((theme) =>
        path.join(SRC, theme, id.slice('@theme/'.length), 'index.tsx'),
      ).find((file) => fs.existsSync(file));
    },
    load(id: string): string | undefined {
      if (id === `\0${DOCS}`) return `export { useDoc } from ${STAND_INS};`;
      const name = DEFAULTS[id.slice(1)];
      return id.startsWith('\0') && name !== undefined
        ? `export { ${name} as default, translate } from ${STAND_INS};`
        : undefined;
    },
  };
}
