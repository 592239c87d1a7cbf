import { useDocsVersion } from '@docusaurus/plugin-content-docs/client';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useAllPluginInstancesData } from '@docusaurus/useGlobalData';
import type { ApiBase } from '../../address/address.ts';
import { sidebarId } from '../../address/docs.ts';
import { PLUGIN } from '../protocol.ts';
import type { PageGuides } from './page-guides.ts';
import type { SiteVersions } from './versions.ts';

/** An API, in the version of the docs that readers see first. */
export interface SiteApi extends ApiBase {
  readonly id: string;
  readonly label: string;
  readonly version: string;
  /** Heading of lists of all APIs. */
  readonly group?: string;
  /** Path of its logo, without base URL. */
  readonly logo?: string;
  /** Whether the site starts with it. */
  readonly main?: boolean;
  /** Whether it is about the site itself, and not one of those that readers come for. */
  readonly about?: boolean;
  /** A one-line description. */
  readonly summary?: string;
  /** The paths of its pages, also of older versions, in all versions of the docs. */
  readonly bases: readonly string[];
  /**
   * Path of the slice with its security schemes, without base URL: that of the info page. Absent if it has none, or if the
   * console keeps no credentials.
   */
  readonly authentication?: string;
  /** Its older versions, which are APIs of their own. */
  readonly versions?: readonly (Pick<SiteApi, 'id' | 'authentication'> & {
    readonly folder: string;
    readonly base: string;
  })[];
  /** Path of the info page, without base URL. */
  readonly href: string;
  /** Folder of its pages, relative to the site's. */
  readonly folder: string;
  /** File of the info page's slice, relative to the site's folder. */
  readonly slice: string;
  /** Path of its image, without base URL. */
  readonly image: string;
}

/** What the site's plugin knows about all APIs. It is where pages are rendered, and in no script for readers. */
export interface ApiTable {
  /** The APIs of the site, in the order of `openapi/apis.ts`. */
  readonly apis: readonly SiteApi[];
  /** Files with the pages of their sidebars, by `sidebarId` and relative to the base URL; not in the development server. */
  readonly menus: Readonly<Record<string, string>>;
}

/** The plugin's global data, which are in the scripts of every page: they do not grow with the number of APIs. */
export interface SiteData {
  /** Image of pages that belong to no API. */
  readonly image: string;
  /** Whether the site has our search. */
  readonly hasSearch: boolean;
  /** The API that the site starts with; absent if there are several, and none is the main one. */
  readonly main?: Pick<SiteApi, 'id' | 'slice' | 'base' | 'summary' | 'authentication'>;
  /** Links to the APIs, by their labels, or a link without one to their list if there are many. */
  readonly links: readonly { readonly href: string; readonly label?: string }[];
  /** Sidebars that list other pages than those of the reference, in all versions of all docs: see `useIsReferenceSidebar`. */
  readonly otherSidebars: readonly string[];
  /** Only in the development server: see `useApiTable`. */
  readonly table?: ApiTable;
  /** Only in the development server: see `useVersions`. */
  readonly versions?: SiteVersions;
  /** Only in the development server: see `usePageGuides`. */
  readonly guides?: PageGuides;
}

export interface Site extends SiteData {
  readonly label: string;
}

/** What the plugin knows about the site. */
export function useSite(): Site {
  const { siteConfig } = useDocusaurusContext();
  // Of several instances of the plugin, one has the data of all.
  const [data] = Object.values(useAllPluginInstancesData(PLUGIN) ?? {}) as SiteData[];
  if (!data)
    throw new Error('The plugin of the reference is not in the configuration of this site.');
  return { ...data, label: siteConfig.title };
}

/**
 * Whether a sidebar of the current docs only lists pages of the reference. The other ones are known: they are few, however
 * many APIs there are.
 */
export function useIsReferenceSidebar(): (name: string) => boolean {
  const { otherSidebars } = useSite();
  const { pluginId, version } = useDocsVersion();
  return (name) => !otherSidebars.includes(sidebarId(pluginId, version, name));
}
