import fs from 'node:fs';
import path from 'node:path';
import picocolors from 'picocolors';
import type { Compiler, LoaderContext } from 'webpack';
import { GUIDES, HERE } from '../address/address.ts';
import { LAYOUT } from '../generate/layout.ts';
import { formatProblems } from '../problems/report.ts';
import type { Guides } from './guides.ts';

const NAME = 'openapi-reference-guides';

/**
 * Ends the build where a guide names something that is not there.
 *
 * When all files are compiled, so that all mistakes are told, and before the bundles are made. The process
 * ends here: Docusaurus would tell the same once for each of its bundles, with stacks of its own.
 */
export class GuideCheck {
  constructor(readonly guides: Guides) {}

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.hooks.finishModules.tap(NAME, () => {
        const { problems } = this.guides;
        if (problems.length === 0) return;
        const report = formatProblems(problems, { color: picocolors.isColorSupported });
        // Nothing of it may be lost with the process.
        fs.writeSync(process.stderr.fd, `${report}\n`);
        process.exit(1);
      });
    });
  }
}

/** With the development server: guides are compiled again when what they can name changes. */
export class GuideDependencies {
  constructor(readonly siteDir: string) {}

  apply(compiler: Compiler): void {
    const guides = path.join(this.siteDir, HERE.docsDir, GUIDES) + path.sep;
    const index = path.join(this.siteDir, LAYOUT.index);
    compiler.hooks.compilation.tap(NAME, (compilation) => {
      const { NormalModule } = compiler.webpack;
      NormalModule.getCompilationHooks(compilation).loader.tap(NAME, (context) => {
        const { resourcePath, addDependency } = context as LoaderContext<unknown>;
        if (!resourcePath.startsWith(guides)) return;
        for (const file of fs.readdirSync(index)) addDependency(path.join(index, file));
      });
    });
  }
}
