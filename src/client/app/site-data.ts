import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

export interface SiteApi {
  readonly id: string;
  readonly label: string;
  readonly version: string;
  /** Whether the site starts with it. */
  readonly main?: boolean;
  /** A one-line description. */
  readonly summary?: string;
  /** Path of the info page, without base URL. */
  readonly href: string;
  /** Slice of the info page, for `<Reference>`. */
  readonly slice: string;
  /** Path of its image, without base URL. */
  readonly image: string;
}

export interface Site {
  /** The APIs of the site, in the order of `openapi/apis.ts`. */
  readonly apis: readonly SiteApi[];
  /** Image of pages that belong to no API. */
  readonly image: string;
  readonly label: string;
}

/** What the site's configuration knows about its APIs. */
export function useSite(): Site {
  const { siteConfig } = useDocusaurusContext();
  const { apis, image } = siteConfig.customFields as unknown as Pick<Site, 'apis' | 'image'>;
  return { apis, image, label: siteConfig.title };
}
