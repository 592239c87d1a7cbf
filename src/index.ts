/** The Docusaurus plugin, for any site: generated pages, and what they need besides their components. */

import type { StockApiOptions } from './stock/options.ts';

export type { ApiConfig } from './generate/config.ts';
export { default, type PluginOptions, validateOptions } from './site/install.ts';

/** The options of an API as the stock plugin has them, by the name that configurations use for the type. */
export type Options = Partial<StockApiOptions>;
