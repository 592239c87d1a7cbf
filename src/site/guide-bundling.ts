import fs from 'node:fs';
import path from 'node:path';
import picocolors from 'picocolors';
import type { Compiler, LoaderContext } from 'webpack';
import { isPageFile } from '../address/files.ts';
import { LAYOUT } from '../generate/layout.ts';
import { formatProblems } from '../problems/report.ts';
import type { Guides } from './guides.ts';

const NAME = 'openapi-reference-guides';

/**
 * Fails the build if a guide names something that does not exist.
 *
 * Runs when all files are compiled, so that all mistakes are reported, and before the bundles are created.
 * The process exits here: otherwise Docusaurus would report the same for each of its bundles, with stack
 * traces.
 */
export class GuideCheck {
  constructor(readonly guides: Guides) {}

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.hooks.finishModules.tap(NAME, () => {
        const { problems } = this.guides;
        if (problems.length === 0) return;
        const report = formatProblems(problems, { color: picocolors.isColorSupported });
        // Flush everything before the process exits.
        fs.writeSync(process.stderr.fd, `${report}\n`);
        process.exit(1);
      });
    });
  }
}

/** In the development server: guides are recompiled when the names they can use change. */
export class GuideDependencies {
  constructor(readonly siteDir: string) {}

  apply(compiler: Compiler): void {
    const index = path.join(this.siteDir, LAYOUT.index);
    compiler.hooks.compilation.tap(NAME, (compilation) => {
      const { NormalModule } = compiler.webpack;
      NormalModule.getCompilationHooks(compilation).loader.tap(NAME, (context) => {
        const { resourcePath, addDependency } = context as LoaderContext<unknown>;
        if (!/\.mdx?$/.test(resourcePath) || isPageFile(resourcePath)) return;
        for (const file of fs.readdirSync(index)) addDependency(path.join(index, file));
      });
    });
  }
}
