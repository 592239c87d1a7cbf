import type { LoadContext, Plugin } from '@docusaurus/types';
import type { SiteData } from '../client/app/site-data.ts';
import { PLUGIN } from '../client/protocol.ts';
import type { PolicyOptions } from '../generate/config.ts';
import { ownFile } from '../own-files.ts';
import { bundling } from './bundling.ts';
import type { Guides } from './guides.ts';
import { translateBy, writeLanguages } from './languages.ts';
import { mainApi, readManifest, siteApis, socialImage } from './manifest.ts';
import { writeScripts } from './page-script.ts';
import { LANGUAGE, NO_SCRIPT, OWN_ATTRIBUTES, scriptTag } from './page-tags.ts';
import { postBuild } from './post-build.ts';
import { NOTHING, publishedApis } from './published.ts';

/** Options of the site's own plugin. */
export interface Options {
  /** Resolves references in guides. */
  readonly guides: Guides;
  /** The Content-Security-Policy that a build writes. */
  readonly policy?: PolicyOptions;
  /** The folders without pages that get one which redirects: those of APIs by default, or all of the site. */
  readonly folderPages?: 'all';
}

/** The part of the site for which Docusaurus has no setting. */
export default function referencePlugin(
  context: LoadContext,
  { guides, ...options }: Options,
): Plugin {
  const { siteDir, siteConfig, baseUrl, codeTranslations } = context;
  const isDevelopment = process.env.NODE_ENV === 'development';
  const scripts = writeScripts(siteDir, translateBy(codeTranslations));
  writeLanguages(context);
  let published = NOTHING;
  return {
    name: PLUGIN,

    /** Finds the reference in what all docs plugins have loaded, and hands pages what they need of it. */
    async allContentLoaded({ allContent, actions }) {
      published = publishedApis(allContent, context);
      guides.published = published;
      const manifest = readManifest(siteDir);
      actions.setGlobalData({
        apis: siteApis(manifest, published),
        image: socialImage(mainApi(manifest)?.id),
        sidebars: published.sidebars,
      } satisfies SiteData);
    },

    /** The app's navigation, and the console. */
    getClientModules() {
      return [
        ownFile('client/app/navigation.ts'),
        ownFile('client/console/opener.ts'),
        ...(isDevelopment ? [ownFile('client/development/live.ts')] : []),
      ];
    },

    /** Our template contains the rest; the development server renders nothing that would need it. */
    injectHtmlTags() {
      const tag = scriptTag(scripts, baseUrl);
      if (isDevelopment) return { headTags: [OWN_ATTRIBUTES, tag] };
      const isWhole = siteConfig.ssrTemplate === undefined;
      return { headTags: isWhole ? [LANGUAGE, OWN_ATTRIBUTES, tag, NO_SCRIPT] : [tag] };
    },

    configureWebpack: bundling(context, scripts, guides, () => published),

    postBuild: ({ outDir }) => postBuild(context, outDir, options, published.apis),
  };
}
