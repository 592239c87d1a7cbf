import type { LoadContext, OptionValidationContext, Plugin } from '@docusaurus/types';
import { Guides } from './site/guides.ts';
import { checkPluginOptions, type PluginOptions } from './site/options.ts';
import referencePlugin from './site/plugin.ts';
import type { StockApiOptions } from './stock/read.ts';

export type { ApiConfig, PolicyOptions } from './generate/config.ts';
export type { PluginOptions } from './site/options.ts';

/** The options of an API as the stock plugin has them, by the name that configurations use for the type. */
export type Options = Partial<StockApiOptions>;

/** The Docusaurus plugin: what a site with generated pages needs besides their components. */
export default function plugin(context: LoadContext, { policy }: PluginOptions): Plugin {
  return referencePlugin(context, { guides: new Guides(context.siteDir), policy });
}

/** @throws ConfigError that names the key, the value and the fix. */
export function validateOptions({
  options,
}: OptionValidationContext<PluginOptions | undefined, PluginOptions>): PluginOptions {
  return checkPluginOptions(options);
}
