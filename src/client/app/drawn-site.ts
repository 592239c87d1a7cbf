import { createHash } from 'node:crypto';
import { asArray, asObject, asString } from '../../json/guards.ts';

const DOCS_PLUGIN = 'docusaurus-plugin-content-docs';

/**
 * The global data that the pages of the reference are made of. The docs plugin lists all pages there: only those that
 * the site's navigation names count, and those that `isPage` does not know.
 *
 * @param themeConfig With the navigation of the site.
 * @param isPage Whether a path is that of a page whose own key says what it is.
 */
export function sharedData(
  globalData: Readonly<Record<string, unknown>>,
  themeConfig: unknown,
  isPage: (path: string) => boolean,
): Record<string, unknown> {
  const navigation = JSON.stringify(themeConfig);
  const isNamed = (id: unknown): boolean => navigation.includes(JSON.stringify(id));
  const counts = (doc: unknown): boolean => {
    const { id, path } = asObject(doc);
    return isNamed(id) || !isPage(asString(path) ?? '');
  };
  const instances = Object.entries(asObject(globalData[DOCS_PLUGIN])).map(([id, data]) => {
    const versions = asArray(asObject(data).versions).map((version) => ({
      ...asObject(version),
      docs: asArray(asObject(version).docs).filter(counts),
    }));
    return [id, { ...asObject(data), versions }] as const;
  });
  return { ...globalData, [DOCS_PLUGIN]: Object.fromEntries(instances) };
}

/** What all pages of a site in one language are made of, besides their own slices. */
export interface SiteInputs {
  /** Hash of the code of static rendering. */
  readonly code: string;
  /** The version of Node.js, which formats numbers. */
  readonly node: string;
  /** The versions of APIs, as written for the build. */
  readonly versions: string;
  readonly codeTranslations: unknown;
  readonly siteConfig: unknown;
  readonly i18n: unknown;
  /** With the versions of Docusaurus and its plugins. */
  readonly siteMetadata: unknown;
  /** See `sharedData`. */
  readonly shared: unknown;
}

/** A hash of all that every page is made of. */
export function siteKey(inputs: SiteInputs): string {
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
}
