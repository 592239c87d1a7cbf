import path from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import type { Configuration, RuleSetRule } from 'webpack';
import { LAYOUT } from '../generate/layout.ts';
import { OWN_MODULE, ownFile } from '../own-files.ts';
import { developmentServer } from './development-server.ts';
import { GuideCheck, GuideDependencies } from './guide-bundling.ts';
import { keepDrawnPages } from './internals/drawn-pages.ts';
import { ReplaceGenerated, replacedFiles } from './internals/generated-files.ts';
import { indexedDocs } from './internals/indexed-docs.ts';
import { indexedRouter } from './internals/indexed-router.ts';
import { endIfOutdated, RecordBundle } from './internals/kept-bundles.ts';
import { isPlain } from './internals/level.ts';
import { PurgeStyles } from './internals/purge-styles.ts';
import { splitChunks } from './internals/split-chunks.ts';
import { nameInOrder } from './internals/stable-names.ts';
import { unwatched } from './internals/unwatched.ts';
import { LeaveOutComponents } from './leave-out.ts';
import type { Scripts } from './page-script.ts';
import type { PagesOptions } from './plugin.ts';
import type { Published } from './published.ts';
import { WriteLicenses } from './write-licenses.ts';

/** The bundles of a site: for the browser, for static rendering, and for `start`. */
type Variant = 'browser' | 'server' | 'development';

interface BundlingOptions extends PagesOptions {
  /** Whether nothing of the site changes how Markdown is compiled. */
  readonly isPlainMarkdown: boolean;
}

type Configure = NonNullable<Plugin['configureWebpack']>;

/**
 * What the plugin changes in the bundler's configuration.
 *
 * @param published Returns what Docusaurus has loaded.
 */
export function bundling(
  context: LoadContext,
  scripts: Scripts,
  options: BundlingOptions,
  published: () => Published,
): Configure {
  const { siteDir } = context;
  return (config, isServer, { currentBundler }) => {
    const original = originals(config, options.leftOut ?? []);
    if (isServer && options.isFast)
      endIfOutdated(context, () => writeGenerated(context, options, published()));
    const isDevelopment = process.env.NODE_ENV === 'development';
    const variant = isServer ? 'server' : isDevelopment ? 'development' : 'browser';
    const { DefinePlugin, ProvidePlugin } = currentBundler.instance;
    // With webpack, ids of modules depend on the site's folder as well.
    const hasStableIds = currentBundler.name === 'rspack';
    const docs = options.isFast && isServer ? indexedDocs() : undefined;
    const drawn = options.isFast && isServer ? keepDrawnPages(context, config) : undefined;
    if (options.isFast && variant === 'browser' && hasStableIds)
      nameInOrder(config.optimization?.minimizer);
    return {
      ...(drawn?.entry && { entry: drawn.entry }),
      ...(options.isFast && { optimization: splitChunks(config, isServer) }),
      ...(variant === 'browser' && { module: { rules: [WITHOUT_DESCRIPTIONS] } }),
      ...(isDevelopment && {
        devServer: developmentServer(context, published),
        ...(options.isFast && { watchOptions: { ignored: unwatched(published().apis) } }),
      }),
      resolve: {
        alias: {
          ...aliases(variant),
          ...original,
          ...(options.isFast && isServer && indexedRouter(siteDir)),
          ...docs?.alias,
          ...drawn?.alias,
          ...(variant === 'browser' && keptComponents({ ...config.resolve?.alias, ...original })),
        },
      },
      plugins: [
        ...pluginsOf(variant, context, scripts, options, published()),
        ...(docs?.plugins ?? []),
        ...(drawn?.plugins ?? []),
        ...(options.wasStock && !isServer
          ? [new ProvidePlugin({ process: ownFile('client/app/process.ts') })]
          : []),
        new DefinePlugin({
          REFERENCE_SITE: JSON.stringify(siteDir),
          REFERENCE_GENERATED: JSON.stringify(context.generatedFilesDir),
          REFERENCE_TWINS: JSON.stringify(path.join(siteDir, LAYOUT.twins)),
          REFERENCE_DRAWN: JSON.stringify(path.join(siteDir, LAYOUT.drawn)),
          REFERENCE_VERSIONS: JSON.stringify(path.join(siteDir, LAYOUT.versions)),
          REFERENCE_DRAWING: JSON.stringify(path.join(siteDir, LAYOUT.drawing)),
        }),
      ],
    };
  };
}

/** What our texts say to translators is not for readers. */
const WITHOUT_DESCRIPTIONS: RuleSetRule = {
  test: OWN_MODULE,
  include: [ownFile('theme'), ownFile('theme-app'), ownFile('theme-site'), ownFile('client')],
  enforce: 'pre',
  loader: ownFile('site/without-descriptions.cjs'),
};

/** As the bundler's plugins do. */
function writeGenerated(
  context: LoadContext,
  { isPlainMarkdown }: BundlingOptions,
  published: Published,
): void {
  for (const variant of ['browser', 'server'] as const)
    replacedFiles(context, variant, published, isPlainMarkdown);
}

/** An empty module. */
const NOTHING = ownFile('client/app/nothing.ts');

/** Modules that differ between the bundles: see `client/app/reference-root.ts`. */
function aliases(variant: Variant): Record<string, string> {
  const app = (name: string): string => ownFile(`client/app/${name}`);
  const isBrowser = variant === 'browser';
  return {
    '@reference/root': app(`reference-root.${variant}.tsx`),
    '@reference/stock': stockPart(variant),
    '@reference/sidebar': app(`reference-sidebar.${variant}.tsx`),
    '@reference/page': isBrowser ? '@theme/ReferencePage' : '@theme-init/DocItem',
    '@reference/embed': isBrowser ? NOTHING : '@theme/Embed',
    '@reference/home': isBrowser ? NOTHING : '@theme/Home',
    '@reference/slice': variant === 'server' ? app('slice-file.ts') : NOTHING,
    '@reference/versions': isBrowser ? NOTHING : app(`versions.${variant}.ts`),
    '@reference/page-guides': isBrowser ? NOTHING : app(`page-guides.${variant}.ts`),
    '@reference/samples': variant === 'server' ? NOTHING : ownFile('client/samples/write.ts'),
    '@reference/comparison': variant === 'server' ? NOTHING : '@theme/ComparedVersions',
    '@reference/console': variant === 'server' ? NOTHING : '@theme/ApiExplorer',
    '@reference/json-worker': ownFile('client/console/json-worker.ts'),
    '@reference/menu': isBrowser ? NOTHING : '@theme/ReferenceMenu',
    '@reference/api-table': isBrowser ? NOTHING : app(`api-table.${variant}.ts`),
    '@reference/api-cards': isBrowser ? app('api-cards.browser.tsx') : '@theme/ApiCards',
    '@reference/credentials': app(`credentials-api.${isBrowser ? 'browser' : 'server'}.ts`),
  };
}

function stockPart(variant: Variant): string {
  return ownFile(`client/stock/stock-part.${variant}.tsx`);
}

/** Components of stock pages: the browser keeps what the server rendered, see `client/stock`. */
const KEPT = [
  'ApiExplorer/MethodEndpoint',
  'ParamsDetails',
  'RequestSchema',
  'Schema',
  'StatusCodes',
];

/** Not those that a site has replaced with its own. */
function keptComponents(known: Readonly<Record<string, unknown>>): Record<string, string> {
  const ours = ownFile('theme') + path.sep;
  const names = KEPT.map((name) => `@theme/${name}`).filter((name) =>
    String(known[name]).startsWith(ours),
  );
  return Object.fromEntries(names.map((name) => [name, stockPart('browser')]));
}

/** What a site's own components are instead of, by name. */
function originals(
  { resolve }: Configuration,
  names: readonly string[],
): Readonly<Record<string, string>> {
  const known: Readonly<Record<string, unknown>> = { ...resolve?.alias };
  return Object.fromEntries(
    names.flatMap((name) => {
      const original = known[`@theme-original/${name}`];
      return typeof original === 'string' ? [[`@theme/${name}`, original] as const] : [];
    }),
  );
}

function pluginsOf(
  variant: Variant,
  context: LoadContext,
  scripts: Scripts,
  { isFast, own, isPlainMarkdown }: BundlingOptions,
  published: Published,
): Configuration['plugins'] & object {
  const { siteDir, i18n } = context;
  if (variant === 'development') return own ? [new GuideDependencies(siteDir)] : [];
  const replaced = isFast
    ? [new ReplaceGenerated(context, variant, published, isPlainMarkdown)]
    : [];
  const recorded = isFast ? [new RecordBundle(context, variant)] : [];
  if (variant === 'server') return [...replaced, ...recorded];
  const content = [...replaced, ...recorded, new LeaveOutComponents(NOTHING)];
  if (!own) return content;
  return [
    ...content,
    ...(isPlain() ? [] : [new PurgeStyles(siteDir)]),
    new GuideCheck(own.guides),
    // Once: all languages have the same code.
    ...(i18n.currentLocale === i18n.defaultLocale
      ? [new WriteLicenses(siteDir, scripts.sources)]
      : []),
  ];
}
