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
}

/** The APIs that the site was generated for, in the order of `openapi/apis.ts`. */
export function useSite(): { readonly apis: readonly SiteApi[] } {
  const { siteConfig } = useDocusaurusContext();
  return { apis: siteConfig.customFields?.apis as readonly SiteApi[] };
}
