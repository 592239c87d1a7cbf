import path from 'node:path';
import type { Docs } from '../address/docs.ts';
import { type ApiEntry, ConfigError } from '../generate/config.ts';
import { PACKAGE } from '../own-files.ts';
import { readStockInstances } from '../stock/read.ts';
import { docsInstances } from './docs-instances.ts';
import { allBut, pluginApis } from './install.ts';
import { loadSiteConfig, type SiteConfig } from './internals/site-config.ts';
import { pluginOptionsIn } from './own-entries.ts';

/** The APIs of somebody's site, in which the plugin is installed. */
export interface InstalledSite {
  /** Those in the form of the stock plugin, too, and all versions. */
  readonly apis: readonly ApiEntry[];
  readonly docs: readonly Docs[];
  /** The APIs that are generated with the site; all, if absent. */
  readonly only?: ReadonlySet<string>;
}

/**
 * Reads the options of the plugin from the configuration of a site.
 *
 * @throws ConfigError if it cannot be loaded, has no such plugin, or its options are wrong.
 */
export async function installedSite(siteDir: string): Promise<InstalledSite> {
  const { siteConfig, siteConfigPath } = await load(siteDir);
  const configFile = path.relative(process.cwd(), siteConfigPath);
  const instances = pluginOptionsIn(siteConfig);
  if (instances.length === 0)
    throw new ConfigError(
      `${configFile} does not have the plugin ${PACKAGE}. Add it to "plugins", or name a document on the command line.`,
    );
  const apis = await pluginApis(instances);
  const site = {
    siteDir,
    configFile,
    themeConfig: siteConfig.themeConfig,
    presets: siteConfig.presets,
  };
  const stock = readStockInstances(
    instances.filter(({ config }) => config !== undefined),
    site,
  )
    .flatMap(({ targets }) => targets)
    .flatMap(({ entries }) => entries);
  return {
    apis: [...apis, ...stock],
    docs: docsInstances(siteConfig, siteDir),
    ...(stock.length > 0 && { only: await allBut(stock, apis, siteDir) }),
  };
}

function load(siteDir: string): Promise<SiteConfig> {
  return loadSiteConfig(siteDir).catch(({ message, cause }: Error) => {
    const why = cause instanceof Error ? `${message}: ${cause.message}` : message;
    throw new ConfigError(
      `The configuration of the site in ${siteDir} cannot be loaded, so name the documents on the command line. ${why}`,
    );
  });
}
