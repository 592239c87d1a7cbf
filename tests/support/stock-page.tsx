import path from 'node:path';
import { evaluate } from '@mdx-js/mdx';
import type { MDXComponents } from 'mdx/types';
import { createElement } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToString } from 'react-dom/server';
import { parse } from 'yaml';
import { separateImports } from '../../src/site/older-pages.ts';
import { Heading, setDoc, TabItem, Translate } from './docusaurus/stand-ins.tsx';
import { ROOT } from './site.ts';

/** Components that Docusaurus itself has; all others of `@theme` are ours. */
const DOCUSAURUS: MDXComponents = { Heading, TabItem, Translate };

const IMPORT = /^import (.*) from ['"](.+)['"];?\n/gm;

/** What a page imports from the theme: `ApiExplorer/MethodEndpoint`. */
export function themeImports(source: string): string[] {
  return Array.from(source.matchAll(IMPORT), ([, , from = '']) => from)
    .filter((from) => from.startsWith('@theme/'))
    .map((from) => from.slice('@theme/'.length));
}

/** The file of a component; pages name it by the last part. */
export const componentFile = (name: string): string =>
  path.join(ROOT, 'src/theme', name, 'index.tsx');

async function componentsOf(source: string): Promise<MDXComponents> {
  // Upstream's current form leaves this import out.
  const names = ['ApiExplorer/SecuritySchemes', ...themeImports(source)].filter(
    (name) => !Object.hasOwn(DOCUSAURUS, path.basename(name)),
  );
  const entries = names.map(async (name) => {
    const { default: component } = await import(componentFile(name));
    return [path.basename(name), component];
  });
  return { ...DOCUSAURUS, ...Object.fromEntries(await Promise.all(entries)) };
}

/**
 * Draws a page that the stock plugin wrote, with its front matter, as a build would, but for what Docusaurus draws
 * around it.
 *
 * @param file The page's path, for messages.
 * @param data Contents of the JSON files that it requires, by their names.
 */
export async function drawStockPage(
  page: string,
  { file = 'docs/page.mdx', data = {} }: { file?: string; data?: Record<string, string> } = {},
): Promise<string> {
  const [, yaml = '', body = page] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(page) ?? [];
  const frontMatter = parse(yaml) ?? {};
  const source = separateImports(body)
    // Docusaurus' own list of what the category contains.
    .replace(/^```mdx-code-block\n[\s\S]*?^```$/gm, '')
    .replace(/require\("\.\/(.+?)"\)/g, (_, name) => data[name] ?? `{missing: ${name}}`);
  const components = await componentsOf(source);
  const { default: Page } = await evaluate(source.replace(IMPORT, ''), runtime);
  setDoc({ metadata: { source: `@site/${file}`, title: frontMatter.title ?? '' }, frontMatter });
  try {
    return renderToString(createElement(Page, { components }));
  } finally {
    setDoc(undefined);
  }
}
