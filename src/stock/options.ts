import type { StockSidebarOptions } from '../upstream/stock-item.ts';

/** The options of the stock plugin, as Docusaurus passes them. */
export interface StockPluginOptions {
  readonly id: string;
  readonly docsPlugin?: string;
  readonly docsPluginId: string;
  readonly config: Readonly<Record<string, StockApiOptions>>;
}

/** An API of `config`. */
export interface StockApiOptions extends StockVersionOptions {
  readonly proxy?: string;
  readonly hideSendButton?: boolean;
  readonly showExtensions?: boolean;
  readonly showSchemas?: boolean;
  readonly showInfoPage?: boolean;
  readonly schemasOnly?: boolean;
  readonly maskCredentials?: boolean;
  readonly template?: string;
  readonly infoTemplate?: string;
  readonly tagTemplate?: string;
  readonly schemaTemplate?: string;
  readonly sidebarOptions?: StockSidebarOptions;
  readonly markdownGenerators?: Readonly<Record<string, unknown>>;
  readonly version?: string;
  readonly versions?: Readonly<Record<string, StockVersionOptions>>;
  readonly externalJsonProps?: boolean;
  readonly disableCompression?: boolean;
}

/** A version in `versions`. */
export interface StockVersionOptions {
  readonly specPath: string;
  readonly outputDir: string;
  readonly downloadUrl?: string;
  readonly label?: string;
  readonly baseUrl?: string;
}
