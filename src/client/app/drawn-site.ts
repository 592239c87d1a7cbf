import { createHash } from 'node:crypto';
import { sidebarId } from '../../address/docs.ts';
import { asArray, asObject, asString } from '../../json/guards.ts';
import { PLUGIN } from '../protocol.ts';

const DOCS_PLUGIN = 'docusaurus-plugin-content-docs';

/**
 * The global data that the pages of the reference are made of. The docs plugin lists all pages and sidebars there: only those
 * that the site's navigation names count, pages that `isPage` does not know, and sidebars with other pages.
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
  const { otherSidebars } = asObject(Object.values(asObject(globalData[PLUGIN]))[0]);
  const others = asArray(otherSidebars);
  const instances = Object.entries(asObject(globalData[DOCS_PLUGIN])).map(([id, data]) => {
    const versions = asArray(asObject(data).versions)
      .map(asObject)
      .map((version) => ({
        ...version,
        docs: asArray(version.docs).filter(counts),
        sidebars: Object.fromEntries(
          Object.entries(asObject(version.sidebars)).filter(
            ([name]) => isNamed(name) || others.includes(sidebarId(id, String(version.name), name)),
          ),
        ),
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
