import { translate } from '@docusaurus/Translate';
import { useBaseUrlUtils } from '@docusaurus/useBaseUrl';
import { type SiteApi, useSite } from './site-data.ts';

/** The image shown with a shared link to a page. */
export interface PageImage {
  readonly url: string;
  readonly alt: string;
}

/** Returns the image of an API, or that of the whole site: the build generates them. */
export function useSocialImage(): (api?: Pick<SiteApi, 'image' | 'label'>) => PageImage {
  const site = useSite();
  const { withBaseUrl } = useBaseUrlUtils();
  return ({ image, label } = site) => ({
    url: withBaseUrl(image, { absolute: true }),
    alt: translate({ id: 'site.social.alt', message: '{label}: API reference' }, { label }),
  });
}
