import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { LIVE_EVENTS } from '../client/protocol.ts';
import { LAYOUT } from '../generate/layout.ts';
import { GuideCheck, GuideDependencies } from './guide-bundling.ts';
import type { Guides } from './guides.ts';
import { type Replaced, replacedFiles } from './internals/generated-files.ts';
import { PurgeStyles } from './internals/purge-styles.ts';
import { nameInOrder } from './internals/stable-names.ts';
import { UNWATCHED } from './internals/unwatched.ts';
import { type Handler, liveEvents } from './live-server.ts';
import type { Scripts } from './page-script.ts';
import type { PolicyOptions } from './policy.ts';
import { writePolicy } from './policy-files.ts';
import { writeSocialImages } from './social-image.ts';
import { WriteLicenses } from './write-licenses.ts';

/** Options of the site's own plugin. */
export interface Options {
  readonly scripts: Scripts;
  /** What guides say of the reference. */
  readonly guides: Guides;
  /** About the Content-Security-Policy that a build writes. */
  readonly policy?: PolicyOptions;
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

/** Docusaurus makes one style sheet of all. That of the console comes with it, when it is opened. */
const CONSOLE_STYLES = {
  cacheGroups: {
    styles: { chunks: ({ name }: { readonly name?: string | null }): boolean => !isConsole(name) },
  },
};

function isConsole(chunk: string | null | undefined): boolean {
  return chunk?.startsWith('console') === true;
}

/** The part of the site that Docusaurus has no setting for. */
export default function referencePlugin(
  context: LoadContext,
  { scripts, guides, policy = {} }: Options,
): Plugin {
  const { siteDir, baseUrl } = context;
  const { currentLocale, defaultLocale } = context.i18n;
  const isDevelopment = process.env.NODE_ENV === 'development';
  return {
    name: 'openapi-reference',

    /** What the app does on every move; styles of what only the server draws, which no script brings. */
    getClientModules() {
      return [
        path.join(siteDir, 'src', 'client', 'app', 'navigation.ts'),
        path.join(siteDir, 'src', 'client', 'console', 'opener.ts'),
        ...(isDevelopment ? [path.join(siteDir, 'src', 'client', 'development', 'live.ts')] : []),
        ...themeStyles(path.join(siteDir, 'src', 'theme')),
      ];
    },

    /** Builds have the script from their template, which the development server does not use. */
    injectHtmlTags() {
      if (!isDevelopment) return {};
      const attributes = {
        src: baseUrl + scripts.page,
        'data-search': baseUrl + scripts.search,
        defer: true,
      };
      return { headTags: [{ tagName: 'script', attributes }] };
    },

    /** Beside the pages: pictures that they name, and what their host is to say about them. */
    async postBuild({ outDir }) {
      // All pages are drawn: what follows may take its time.
      fs.rmSync(path.join(siteDir, LAYOUT.drawing), { recursive: true, force: true });
      writePolicy(context, outDir, policy);
      await writeSocialImages(context, outDir);
    },

    configureWebpack(config, isServer, { currentBundler }) {
      const variant = isServer ? 'server' : isDevelopment ? 'development' : 'browser';
      const file = (name: string): string =>
        path.join(siteDir, 'src', 'client', 'app', `${name}.${variant}.tsx`);
      const nothing = path.join(siteDir, 'src', 'client', 'app', 'nothing.ts');
      const { DefinePlugin, NormalModuleReplacementPlugin } = currentBundler.instance;
      const replaced: Replaced =
        variant === 'development' ? new Map() : replacedFiles(context, variant);
      if (variant === 'browser') nameInOrder(config.optimization?.minimizer);
      return {
        optimization: { splitChunks: isServer ? SHARED : CONSOLE_STYLES },
        ...(isDevelopment && {
          devServer: developmentServer(siteDir, baseUrl),
          watchOptions: { ignored: UNWATCHED },
        }),
        resolve: {
          alias: {
            '@reference/root': file('reference-root'),
            '@reference/sidebar': file('reference-sidebar'),
            '@reference/embed': variant === 'browser' ? nothing : '@theme/Embed',
            '@reference/home': variant === 'browser' ? nothing : '@theme/Home',
            '@reference/slice': isServer
              ? path.join(siteDir, 'src', 'client', 'app', 'slice-file.ts')
              : nothing,
            '@reference/console': isServer ? nothing : '@theme/ApiExplorer',
            '@reference/menu': variant === 'browser' ? nothing : '@theme/ReferenceMenu',
            ...(isServer && indexedRouter(siteDir)),
          },
        },
        plugins: [
          ...(variant === 'browser' ? [new PurgeStyles(siteDir), new GuideCheck(guides)] : []),
          // Once: all languages have the same code.
          ...(variant === 'browser' && currentLocale === defaultLocale
            ? [new WriteLicenses(siteDir, scripts.sources)]
            : []),
          ...(isDevelopment ? [new GuideDependencies(siteDir)] : []),
          new DefinePlugin({
            REFERENCE_SLICES: JSON.stringify(path.join(siteDir, LAYOUT.slices)),
            REFERENCE_DRAWING: JSON.stringify(path.join(siteDir, LAYOUT.drawing)),
          }),
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

/**
 * What the development server has besides Docusaurus' own: the slices, which it would otherwise watch,
 * to load the whole page anew for each that changes, and the events that pages follow instead.
 */
function developmentServer(siteDir: string, baseUrl: string) {
  return {
    static: [{ directory: path.join(siteDir, LAYOUT.static), publicPath: baseUrl, watch: false }],
    onListening: ({ app }: { app: { get(path: string, handler: Handler): void } }) => {
      app.get(baseUrl + LIVE_EVENTS, liveEvents(siteDir));
    },
  };
}

/** Matching of addresses that does not try all routes for each page. */
function indexedRouter(siteDir: string): Record<string, string> {
  const site = createRequire(path.join(siteDir, 'package.json'));
  const core = createRequire(site.resolve('@docusaurus/core/package.json'));
  return {
    'react-router-config$': path.join(siteDir, 'src', 'client', 'app', 'react-router-config.ts'),
    'react-router-config-original': path.dirname(core.resolve('react-router-config/package.json')),
  };
}

function themeStyles(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.module.css'))
    .sort()
    .map((file) => path.join(folder, file));
}
