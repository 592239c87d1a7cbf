import fs from 'node:fs';
import path from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { LAYOUT } from '../generate/layout.ts';
import { browserTables, browserVersion, type Tables, UnknownTables } from './browser-tables.ts';
import { readManifest } from './manifest.ts';

/** Options of the site's own plugin. */
export interface Options {
  /** Address of the page's script, below the base URL. */
  readonly pageScript: string;
}

/**
 * In the static rendering each page is a chunk of its own, and would bring its own copy of
 * everything it imports: 5 MB of code a page, compiled and kept.
 */
const SHARED = {
  chunks: 'async',
  cacheGroups: {
    default: false,
    defaultVendors: false,
    shared: { name: 'shared', minChunks: 2, enforce: true },
  },
} as const;

/** The part of the site that Docusaurus has no setting for. */
export default function referencePlugin(context: LoadContext, { pageScript }: Options): Plugin {
  const { siteDir, baseUrl } = context;
  const isDevelopment = process.env.NODE_ENV === 'development';
  return {
    name: 'openapi-reference',

    /** Styles of what only the server draws: no script of the browser would bring them. */
    getClientModules() {
      return themeStyles(path.join(siteDir, 'src', 'theme'));
    },

    /** Builds have the script from their template, which the development server does not use. */
    injectHtmlTags() {
      if (!isDevelopment) return {};
      return {
        headTags: [{ tagName: 'script', attributes: { src: baseUrl + pageScript, defer: true } }],
      };
    },

    configureWebpack(_config, isServer, { currentBundler }) {
      const variant = isServer ? 'server' : isDevelopment ? 'development' : 'browser';
      const file = (name: string): string =>
        path.join(siteDir, 'src', 'client', `${name}.${variant}.tsx`);
      const { DefinePlugin, NormalModuleReplacementPlugin } = currentBundler.instance;
      const replaced = variant === 'browser' ? replacedFiles(context) : new Map<string, string>();
      return {
        ...(isServer && { optimization: { splitChunks: SHARED } }),
        resolve: {
          alias: {
            '@reference/root': file('reference-root'),
            '@reference/sidebar': file('reference-sidebar'),
          },
        },
        plugins: [
          new DefinePlugin({ REFERENCE_SLICES: JSON.stringify(path.join(siteDir, LAYOUT.slices)) }),
          // An alias would come too late: `@generated` is one itself.
          new NormalModuleReplacementPlugin(/^@generated\//, (resource) => {
            const name = resource.request.slice('@generated/'.length);
            resource.request =
              replaced.get(name) ??
              replaced.get(`${name}.js`) ??
              replaced.get(`${name}.json`) ??
              resource.request;
          }),
        ],
      };
    },
  };
}

function themeStyles(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.module.css'))
    .sort()
    .map((file) => path.join(folder, file));
}

/**
 * Writes the browser's tables beside those that Docusaurus generated.
 *
 * @returns name below `@generated/` to the file that stands in for it; empty, after a warning, where
 * Docusaurus' files have an unknown form: the site then works with the full tables.
 */
function replacedFiles({ siteDir, baseUrl, generatedFilesDir }: LoadContext): Map<string, string> {
  const apis = readManifest(siteDir).apis.map((api) => api.id);
  const folder = path.join(generatedFilesDir, 'openapi-reference');
  const read = (name: string): string =>
    fs.readFileSync(path.join(generatedFilesDir, name), 'utf8');
  const wildcards = apis.map((api) => ({ path: `${baseUrl}reference/${api}/`, sidebar: api }));
  try {
    const tables: Tables = {
      'routes.js': read('routes.js'),
      'registry.js': read('registry.js'),
      'routesChunkNames.json': read('routesChunkNames.json'),
      'globalData.json': read('globalData.json'),
    };
    const version = versionFile(generatedFilesDir);
    const files: Record<string, string> = {
      ...browserTables(tables, wildcards),
      [version]: browserVersion(read(version), apis),
    };
    return new Map(
      Object.entries(files).map(([name, content]) => {
        const file = path.join(folder, name);
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, content);
        return [name, file];
      }),
    );
  } catch (error) {
    if (!(error instanceof UnknownTables) || apis.length === 0) throw error;
    console.warn(
      `[openapi-reference] ${error.message}. Every page will load the tables of all pages, as with plain Docusaurus; this version of Docusaurus is newer than what src/site/browser-tables.ts knows.`,
    );
    return new Map();
  }
}

/** The properties of the docs version, which hold all sidebars. */
function versionFile(generatedFilesDir: string): string {
  const folder = 'docusaurus-plugin-content-docs/default/p';
  const files = fs
    .readdirSync(path.join(generatedFilesDir, folder))
    .filter((name) =>
      fs.readFileSync(path.join(generatedFilesDir, folder, name), 'utf8').startsWith('{"version":'),
    );
  const [file] = files;
  if (file === undefined || files.length > 1)
    throw new UnknownTables(`${folder} has ${files.length} docs versions`);
  return `${folder}/${file}`;
}
