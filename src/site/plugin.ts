import path from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { LAYOUT } from '../generate/layout.ts';

/** The part of the site that Docusaurus has no setting for. */
export default function referencePlugin({ siteDir }: LoadContext): Plugin {
  const client = (file: string): string => path.join(siteDir, 'src', 'client', file);
  return {
    name: 'openapi-reference',

    configureWebpack(_config, isServer, { currentBundler }) {
      const isDevelopment = process.env.NODE_ENV === 'development';
      const variant = isServer ? 'server' : isDevelopment ? 'development' : 'browser';
      return {
        resolve: {
          alias: { '@reference/root': client(`reference-root.${variant}.tsx`) },
        },
        plugins: [
          new currentBundler.instance.DefinePlugin({
            REFERENCE_SLICES: JSON.stringify(path.join(siteDir, LAYOUT.slices)),
          }),
        ],
      };
    },
  };
}
