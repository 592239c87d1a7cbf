import { createRequire } from 'node:module';
import path from 'node:path';
import { ownFile } from '../../own-files.ts';
import { internal } from './level.ts';

const PIECE = {
  name: 'indexed-router',
  loss: 'Rendering tries all routes for each page, which takes long with thousands of them.',
};

/**
 * Aliases that replace the package that Docusaurus matches URLs with by `client/app/react-router-config.ts`.
 */
export function indexedRouter(siteDir: string): Record<string, string> {
  const site = createRequire(path.join(siteDir, 'package.json'));
  return internal(
    PIECE,
    () => {
      const core = createRequire(site.resolve('@docusaurus/core/package.json'));
      const { dependencies } = core('./package.json') as { dependencies?: Record<string, string> };
      if (dependencies?.['react-router-config'] === undefined)
        throw new Error('@docusaurus/core no longer depends on react-router-config');
      const original = path.dirname(core.resolve('react-router-config/package.json'));
      const exported = Object.keys(core(original) as object)
        .sort()
        .join();
      if (exported !== 'matchRoutes,renderRoutes')
        throw new Error(`react-router-config exports ${exported}`);
      return {
        'react-router-config$': ownFile('client/app/react-router-config.ts'),
        'react-router-config-original': original,
      };
    },
    () => ({}),
  );
}
