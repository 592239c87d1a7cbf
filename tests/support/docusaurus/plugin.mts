import fs from 'node:fs';
import { createRequire } from 'node:module';
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
  '@reference/page-guides': 'usePageGuides',
  '@theme/Heading': 'Heading',
  '@theme/TabItem': 'TabItem',
  '@theme/ThemedImage': 'ThemedImage',
};

const DOCS = '@docusaurus/plugin-content-docs/client';
/** The docs plugin's own functions, behind ours. */
const DOCS_UTILS = 'docs-client-utils-original';
const DOCS_UTILS_FILE = createRequire(import.meta.url).resolve(
  '@docusaurus/plugin-content-docs/lib/client/docsClientUtils.js',
);
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
      if (Object.hasOwn(DEFAULTS, id) || id === DOCS || id === DOCS_UTILS) return `\0${id}`;
      if (id === '@docusaurus/router')
        return createRequire(import.meta.url).resolve('react-router-dom');
      if (id === '@reference/stock') return path.join(SRC, 'client/stock/stock-part.server.tsx');
      if (!id.startsWith('@theme/')) return undefined;
      return THEMES.map((theme) =>
        path.join(SRC, theme, id.slice('@theme/'.length), 'index.tsx'),
      ).find((file) => fs.existsSync(file));
    },
    load(id: string): string | undefined {
      if (id === `\0${DOCS}`) return `export { useDoc } from ${STAND_INS};`;
      if (id === `\0${DOCS_UTILS}`) return fs.readFileSync(DOCS_UTILS_FILE, 'utf8');
      const name = DEFAULTS[id.slice(1)];
      return id.startsWith('\0') && name !== undefined
        ? `export { ${name} as default, translate } from ${STAND_INS};`
        : undefined;
    },
  };
}
