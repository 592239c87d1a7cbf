/** `sidebarOptions` of the stock plugin. */
export interface StockSidebarOptions {
  readonly groupPathsBy?: 'tag' | 'tagGroup' | 'tagParent';
  readonly categoryLinkSource?: 'tag' | 'info' | 'auto';
  readonly customProps?: Readonly<Record<string, unknown>>;
  readonly sidebarCollapsible?: boolean;
  readonly sidebarCollapsed?: boolean;
  readonly sidebarGenerators?: { readonly createDocItem?: CreateDocItem };
}

/** A function of the site that creates the sidebar item of a page. */
export type CreateDocItem = (
  item: StockItem,
  context: { readonly sidebarOptions: StockSidebarOptions; readonly basePath: string },
) => StockSidebarItem;

/** A page as the site's own functions get it. References are not resolved, unlike in the stock plugin. */
export interface StockItem {
  readonly type: 'api' | 'schema';
  readonly id: string;
  readonly unversionedId: string;
  readonly infoId: string;
  readonly title: string;
  readonly description: string;
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly position?: number;
  /** The operation, with its method and path. */
  readonly api?: Readonly<Record<string, unknown>>;
  readonly schema?: Readonly<Record<string, unknown>>;
}

/** An item of `sidebar.ts`, in Docusaurus' format. */
export interface StockSidebarItem {
  readonly type: string;
  readonly id?: string;
  readonly label?: string;
  readonly key?: string;
  readonly className?: string;
  readonly customProps?: Readonly<Record<string, unknown>>;
  readonly link?: Readonly<Record<string, string>>;
  readonly collapsible?: boolean;
  readonly collapsed?: boolean;
  readonly items?: readonly StockSidebarItem[];
}
