import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Compiler, StatsModule } from 'webpack';
import { ownFile } from '../own-files.ts';
import { LICENSES_FILE, licensesText, packageFolders } from './licenses.ts';

const NAME = 'WriteLicenses';

/** The search, and the bundlers. Each list ends with a package that its predecessor depends on. */
const SEARCH = ['pagefind'];
const BUNDLERS = {
  rspack: ['@docusaurus/faster', '@rspack/core'],
  webpack: ['@docusaurus/core', '@docusaurus/bundler', 'webpack'],
} as const;

/**
 * Writes the licenses of all code sent to readers into the site: for each module of the app's bundle,
 * including styles, and for the scripts beside it.
 */
export class WriteLicenses {
  /** @param scripts Source files of those scripts. */
  constructor(
    readonly siteDir: string,
    readonly scripts: readonly string[],
  ) {}

  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, () => {
        const { modules } = compilation
          .getStats()
          .toJson({ all: false, modules: true, nestedModules: true });
        const files = [...modulesIn(modules ?? [])].flatMap(fileOf);
        const folders = packageFolders([...files, ...this.scripts], this.siteDir);
        const beside = foldersBeside('rspackVersion' in compiler.webpack ? 'rspack' : 'webpack');
        const text = licensesText([...folders, ...beside]);
        compilation.emitAsset(LICENSES_FILE, new sources.RawSource(text));
      });
    });
  }
}

/** Concatenated modules are listed inside their common module. */
function* modulesIn(modules: readonly StatsModule[]): Iterable<StatsModule> {
  for (const module of modules) {
    yield module;
    yield* modulesIn(module.modules ?? []);
  }
}

/** The file of a module; none for the bundler's own modules. */
function fileOf({ nameForCondition }: StatsModule): string[] {
  return nameForCondition && path.isAbsolute(nameForCondition) ? [nameForCondition] : [];
}

/** Folders of packages whose code is in a site without being a bundled module. */
export function foldersBeside(bundler: 'rspack' | 'webpack'): string[] {
  return [SEARCH, BUNDLERS[bundler]].map((names) => names.reduce(dependency, ownFile('..')));
}

/** The folder of a package, resolved from another one; not all export their package.json. */
function dependency(folder: string, name: string): string {
  const places = createRequire(path.join(folder, 'package.json')).resolve.paths(name) ?? [];
  const found = places.map((place) => path.join(place, name)).find((place) => fs.existsSync(place));
  if (!found) throw new Error(`${name} is not installed`);
  return fs.realpathSync(found);
}
