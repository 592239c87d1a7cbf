import type { LoadContext, Plugin, SwizzleConfig } from '@docusaurus/types';
import { addressOf, SEARCH } from './address/address.ts';
import { PLUGIN } from './client/protocol.ts';
import { ownFile } from './own-files.ts';
import { hasSearch } from './site/own-entries.ts';
import { themeIn } from './site/themes.ts';

const NAME = 'docusaurus-openapi-reference/search';

/**
 * The Docusaurus theme that puts our search into the navbar of a site, and adds its page. The plugin writes the index
 * and the script: it finds this entry in the configuration.
 *
 * @throws Error if the plugin could not find it, or does not exist.
 */
export default function search({ baseUrl, siteConfig }: LoadContext): Plugin {
  if (!hasSearch(siteConfig))
    throw new Error(`List the search by its name in the configuration: themes: ['${NAME}'].`);
  return {
    ...themeIn('theme-search')(),
    // What `docusaurus swizzle` calls it.
    name: NAME,
    async contentLoaded({ actions }) {
      const { trailingSlash } = siteConfig;
      actions.addRoute({
        path: addressOf(SEARCH, { baseUrl, trailingSlash }),
        component: ownFile('pages/search.tsx'),
        exact: true,
      });
    },
    async postBuild({ plugins }) {
      if (!plugins.some(({ name }) => name === PLUGIN))
        throw new Error(
          `${NAME} needs the plugin: plugins: [['docusaurus-openapi-reference', { apis: [...] }]].`,
        );
    },
  };
}

/** Which components are safe to wrap or to replace. */
export function getSwizzleConfig(): SwizzleConfig {
  return { components: { SearchBar: { actions: { wrap: 'safe', eject: 'safe' } } } };
}
