import path from 'node:path';
import type { DocusaurusConfig } from '@docusaurus/types';
import { type Docs, SITE_DOCS } from '../address/docs.ts';
import { asArray, asObject, asString, isObject } from '../json/guards.ts';

/** Names of the docs plugin in a configuration, its path included. */
const DOCS_PLUGIN = /(?:^|[\\/])(?:docusaurus-)?(?:plugin-)?content-docs(?:[\\/]|$)/;

/** The same for presets that contain it without being asked. */
const CLASSIC = /(?:^|[\\/])(?:docusaurus-)?(?:preset-)?classic(?:[\\/]|$)/;

/**
 * The docs plugins of a site, from its loaded configuration: those in `plugins`, and that of a preset.
 *
 * @param siteDir Absolute path of the site's folder.
 */
export function docsInstances(
  { plugins = [], presets = [] }: Pick<DocusaurusConfig, 'plugins' | 'presets'>,
  siteDir: string,
): Docs[] {
  return docsOptions({ plugins, presets }).map((options) => docsOf(options, siteDir));
}

/** Options of the docs plugin that take plugins of the Markdown compiler. */
const MARKDOWN_PLUGINS = [
  'remarkPlugins',
  'rehypePlugins',
  'recmaPlugins',
  'beforeDefaultRemarkPlugins',
  'beforeDefaultRehypePlugins',
];

/** Whether a configuration changes how the Markdown of the docs is compiled, or read. */
export function changesMarkdown({
  plugins = [],
  presets = [],
  markdown,
}: Pick<DocusaurusConfig, 'plugins' | 'presets' | 'markdown'>): boolean {
  return (
    markdown.preprocessor !== undefined ||
    docsOptions({ plugins, presets }).some((options) =>
      MARKDOWN_PLUGINS.some((name) => asArray(asObject(options)[name]).length > 0),
    )
  );
}

/** The options of the docs plugins in a configuration. */
function docsOptions({
  plugins,
  presets,
}: Pick<DocusaurusConfig, 'plugins' | 'presets'>): unknown[] {
  const given = [
    ...presets.map(named).map(({ name, options }) => {
      const docs = asObject(options).docs;
      return isObject(docs) ? docs : docs !== false && CLASSIC.test(name) ? {} : undefined;
    }),
    ...plugins
      .map(named)
      .map(({ name, options }) => (DOCS_PLUGIN.test(name) ? options : undefined)),
  ];
  return given.filter((options) => options !== undefined);
}

/** The name and options of an entry; no name for a function or `false`. */
function named(entry: unknown): { readonly name: string; readonly options: unknown } {
  const [name, options = {}] = Array.isArray(entry) ? entry : [entry];
  return { name: asString(name) ?? '', options };
}

/** With the defaults of Docusaurus. */
function docsOf(options: unknown, siteDir: string): Docs {
  const { id, path: folder, routeBasePath } = asObject(options);
  const absolute = path.resolve(siteDir, asString(folder) ?? 'docs');
  return {
    id: asString(id) ?? SITE_DOCS.id,
    path: path.relative(siteDir, absolute).replaceAll(path.sep, '/'),
    routeBasePath: asString(routeBasePath) ?? 'docs',
  };
}
