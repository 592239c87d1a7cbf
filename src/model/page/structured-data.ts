import type { ExternalDocs, Info } from '../../openapi/types.ts';
import { safeUrl } from '../request/safe-url.ts';

/** A page as structured data for search engines (https://schema.org), with absolute URLs. */
export interface DescribedPage {
  readonly url: string;
  readonly title: string;
  readonly description?: string;
}

export interface Crumb {
  readonly name: string;
  readonly url: string;
}

export interface DescribedApi {
  /** Its name in the navigation. */
  readonly name: string;
  /** Path of its info page. */
  readonly url: string;
}

/** An API as on its info page. */
export interface ApiFacts {
  readonly info: Info;
  readonly externalDocs?: ExternalDocs;
}

type Data = Record<string, unknown>;

/**
 * A page of the reference with its breadcrumbs. The version is on the info page only, as it is for people: a
 * new version leaves all other pages unchanged.
 *
 * @param facts Only on the info page, which also describes the API.
 */
export function referenceData(
  page: DescribedPage,
  api: DescribedApi,
  crumbs: readonly Crumb[],
  facts?: ApiFacts,
): Data {
  const article = {
    ...articleData('APIReference', page),
    ...(facts
      ? { version: text(facts.info.version), about: apiData(page, api, facts) }
      : { isPartOf: { '@type': 'APIReference', name: api.name, url: api.url } }),
  };
  const list = {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, url }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: url,
    })),
  };
  return { '@context': 'https://schema.org', '@graph': [article, list] };
}

/** A hand-written guide. */
export function guideData(page: DescribedPage, site: DescribedApi): Data {
  return {
    '@context': 'https://schema.org',
    ...articleData('TechArticle', page),
    isPartOf: { '@type': 'WebSite', name: site.name, url: site.url },
  };
}

/** The site, on its home page. */
export function siteData({ url, title, description }: DescribedPage): Data {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: title,
    url,
    ...(description && { description }),
  };
}

/** As the content of a `script` element, which no text in it can close. */
export function scriptOf(data: Data): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function articleData(type: string, { url, title, description }: DescribedPage): Data {
  return { '@type': type, headline: title, ...(description && { description }), url };
}

function apiData(page: DescribedPage, api: DescribedApi, { info, externalDocs }: ApiFacts): Data {
  const { contact } = info;
  const provider = {
    name: text(contact?.name),
    url: address(contact?.url),
    email: text(contact?.email),
  };
  const isKnown = Object.values(provider).some((value) => value !== undefined);
  return {
    '@type': 'WebAPI',
    name: text(info.title) ?? api.name,
    description: page.description,
    documentation: [page.url, address(externalDocs?.url)].filter((url) => url !== undefined),
    termsOfService: address(info.termsOfService),
    ...(isKnown && { provider: { '@type': 'Organization', ...provider } }),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Search engines expect absolute URLs. */
function address(value: unknown): string | undefined {
  const url = safeUrl(value);
  return url && /^https?:/i.test(url) ? url : undefined;
}
