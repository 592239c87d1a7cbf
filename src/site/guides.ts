import path from 'node:path';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { codeFrame } from '../problems/frame.ts';
import type { Problem } from '../problems/problem.ts';
import { formatProblems } from '../problems/report.ts';
import { GuideReferences, type PlacedMistake } from './guide-references.ts';
import { PageNames } from './page-names.ts';

/** Mistakes of one guide, with nothing else in front of them or behind. */
class GuideError extends Error {
  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems, { color: false }));
    this.stack = '';
  }
}

/**
 * What guides say of the reference: `<Operation id>`, `<Endpoint id>` and `<Schema name>` get the slice
 * that they are drawn from, links to `operation:`, `schema:` and `tag:` the address of the page.
 */
export class Guides {
  readonly #siteDir: string;
  readonly #names: PageNames;
  readonly #problems = new Map<string, readonly Problem[]>();

  constructor(siteDir: string) {
    this.#siteDir = siteDir;
    this.#names = new PageNames(siteDir);
  }

  /** Names that lead nowhere, of all files since the start. */
  get problems(): readonly Problem[] {
    return [...this.#problems.values()].flat();
  }

  /**
   * The step of Docusaurus' Markdown processor, as `beforeDefaultRemarkPlugins` takes it: links have their
   * address before they are checked.
   *
   * @param isThrown Whether mistakes of a file end its compilation, as the development server shows them.
   */
  remark(isThrown: boolean) {
    return () =>
      (tree: Root, file: VFile): void => {
        const problems = new GuideReferences(this.#names, file.path)
          .resolve(tree)
          .map((mistake) => this.#problem(mistake, file));
        this.#problems.set(file.path, problems);
        if (isThrown && problems.length > 0) throw new GuideError(problems);
      };
  }

  #problem({ message, suggestion, line = 1, column = 1 }: PlacedMistake, file: VFile): Problem {
    return {
      rule: 'guide-reference',
      severity: 'error',
      message,
      suggestion,
      file: path.relative(this.#siteDir, file.path).replaceAll(path.sep, '/'),
      line,
      column,
      pointer: '#/',
      frame: codeFrame(String(file.value).split('\n'), line, column),
    };
  }
}
