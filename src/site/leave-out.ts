import fs from 'node:fs';
import memoize from 'lodash/memoize.js';
import type { Compiler } from 'webpack';
import { isGeneratedPage, PAGE_COMPONENTS } from '../upstream/source.ts';

/**
 * Keeps the components of generated pages out of the browser's bundle, and with them the model: the browser keeps the
 * HTML that the server has rendered from them. Pages that somebody has written keep what they import.
 */
export class LeaveOutComponents {
  readonly #nothing: string;

  /** @param nothing Path of an empty module. */
  constructor(nothing: string) {
    this.#nothing = nothing;
  }

  apply(compiler: Compiler): void {
    const { NormalModuleReplacementPlugin } = compiler.webpack;
    const names = new RegExp(`^@theme/(?:${PAGE_COMPONENTS.join('|')})$`);
    new NormalModuleReplacementPlugin(names, (resource) => {
      if (isGenerated(resource.contextInfo.issuer)) resource.request = this.#nothing;
    }).apply(compiler);
  }
}

/** Each page imports several components. */
const isGenerated = memoize(
  (file: string): boolean => /\.mdx$/.test(file) && isGeneratedPage(fs.readFileSync(file, 'utf8')),
);
