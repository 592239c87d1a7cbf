import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

export interface SiteApi {
  readonly id: string;
  readonly label: string;
  readonly version: string;
  /** The one that the site begins with. */
  readonly main?: boolean;
  /** One line about it. */
  readonly summary?: string;
  /** Site address of the info page, without base URL. */
  readonly href: string;
  /** Slice of the info page, for `<Reference>`. */
  readonly slice: string;
  /** Site address of its picture, without base URL. */
  readonly image: string;
}

export interface Site {
  /** The APIs that the site was generated for, in the order of `openapi/apis.ts`. */
  readonly apis: readonly SiteApi[];
  /** Picture of pages that belong to no API. */
  readonly image: string;
  readonly label: string;
}

/** What the site's configuration knows of its APIs. */
export function useSite(): Site {
  const { siteConfig } = useDocusaurusContext();
  const { apis, image } = siteConfig.customFields as unknown as Pick<Site, 'apis' | 'image'>;
  return { apis, image, label: siteConfig.title };
}
