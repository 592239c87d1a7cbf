import { createRequire } from 'node:module';
import type { Config } from '@docusaurus/types';
import { asObject } from '../json/guards.ts';
import { pageTemplate } from './internals/page-template.ts';
import { withOption } from './own-entries.ts';
import { themeIn } from './themes.ts';

/**
 * Makes the pages of the reference small and fast in somebody's site: readers load the app when they first use one,
 * and move between them without their code. Other pages stay as they are.
 *
 * This relies on undocumented parts of Docusaurus. Where the installed version does not fit, or the configuration has
 * a template of its own, there is one warning, and pages are complete as without it.
 */
export function withFastPages(config: Config): Config {
  const { version } = createRequire(import.meta.url)('@docusaurus/core/package.json');
  const reason = reasonAgainst(config, version);
  if (reason !== undefined) {
    console.warn(`[openapi-reference] ${reason}, so withFastPages has no effect.`);
    return config;
  }
  const { faster, v4 } = config.future ?? {};
  return {
    ...config,
    ssrTemplate: pageTemplate(config.baseUrl, 'intent', false),
    future: {
      ...config.future,
      ...(faster === true && v4 !== true && { v4: { ...asObject(v4), fasterByDefault: true } }),
      // Pages of the reference are compiled for the server only, and the cache would wait for the browser's
      // compilation forever.
      faster: { ...asObject(faster), mdxCrossCompilerCache: false },
    },
    ...withOption(config, { isFast: true }),
    themes: [...(config.themes ?? []), themeIn('theme-app')],
  };
}

/**
 * Why pages cannot be fast; undefined if they can.
 *
 * @param version Of Docusaurus.
 */
export function reasonAgainst({ ssrTemplate }: Config, version: string): string | undefined {
  if (ssrTemplate !== undefined) return 'The configuration has an ssrTemplate';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  // Older versions refuse a configuration with `future.faster`.
  const isOld = major < 3 || (major === 3 && minor < 10);
  return isOld ? `Docusaurus ${version} is older than 3.10` : undefined;
}
