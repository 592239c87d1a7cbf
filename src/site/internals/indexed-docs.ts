import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Compiler } from 'webpack';
import { ownFile } from '../../own-files.ts';
import { internal } from './level.ts';

const PIECE = {
  name: 'indexed-docs',
  loss: 'Rendering searches the list of all pages several times for each page, which takes long with thousands of them.',
};

/** What the file exports, and ours as well. */
const EXPORTS =
  'getActiveDocContext getActivePlugin getActiveVersion getDocVersionSuggestions getLatestVersion';

interface Replacement {
  readonly alias: Readonly<Record<string, string>>;
  readonly plugins: readonly ReplaceDocsUtils[];
}

/**
 * Replaces the functions by which the docs plugin finds the page at a path with `client/app/docs-client-utils.ts`.
 *
 * @param from The module that finds the docs plugin.
 * @returns aliases and plugins of the bundler, for static rendering; none if the file is not as expected.
 */
export function indexedDocs(from = import.meta.url): Replacement {
  return internal(
    PIECE,
    (): Replacement => {
      const file = createRequire(from).resolve(
        '@docusaurus/plugin-content-docs/lib/client/docsClientUtils.js',
      );
      checkExports(fs.readFileSync(file, 'utf8'));
      return {
        alias: { 'docs-client-utils-original$': file },
        plugins: [new ReplaceDocsUtils(path.dirname(file))],
      };
    },
    () => ({ alias: {}, plugins: [] }),
  );
}

/** @throws Error if the text of the file exports anything else. */
export function checkExports(code: string): void {
  const found = Array.from(code.matchAll(/^export (?:function|const) (\w+)/gm), ([, name]) => name);
  if (found.sort().join(' ') !== EXPORTS)
    throw new Error(`docsClientUtils.js of the docs plugin exports ${found.join(' ')}`);
}

/** An alias would not do: the plugin's own modules name the file by where it is beside them. */
class ReplaceDocsUtils {
  constructor(readonly folder: string) {}

  apply(compiler: Compiler): void {
    new compiler.webpack.NormalModuleReplacementPlugin(/^\.\/docsClientUtils$/, (resource) => {
      if (fs.realpathSync(resource.context) === fs.realpathSync(this.folder))
        resource.request = ownFile('client/app/docs-client-utils.ts');
    }).apply(compiler);
  }
}
