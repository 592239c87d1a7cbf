import path from 'node:path';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { PageGuides } from '../client/app/page-guides.ts';
import { codeFrame } from '../problems/frame.ts';
import type { Problem } from '../problems/problem.ts';
import { formatProblems } from '../problems/report.ts';
import { GuideReferences, type PlacedMistake } from './guide-references.ts';
import { type Guide, pageGuides } from './page-guides.ts';
import { PageNames } from './page-names.ts';
import type { Published } from './published.ts';

/** Mistakes in a guide, without any surrounding text. */
class GuideError extends Error {
  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems, { color: false }));
    this.stack = '';
  }
}

/**
 * References in guides: `<Operation id>`, `<Endpoint id>` and `<Schema name>` get the slice that they are
 * rendered from, links to `operation:`, `schema:` and `tag:` the URL of the page.
 */
export class Guides {
  readonly #siteDir: string;
  readonly #names: PageNames;
  readonly #problems = new Map<string, readonly Problem[]>();

  constructor(siteDir: string) {
    this.#siteDir = siteDir;
    this.#names = new PageNames(siteDir);
  }

  /** What Docusaurus has loaded: where the pages are that guides name. */
  set published(published: Published) {
    this.#names.published = published;
  }

  /** Broken references of all files since the start. */
  get problems(): readonly Problem[] {
    return [...this.#problems.values()].flat();
  }

  /** Which of these guides refer to the pages of operations. */
  mentions(guides: readonly Guide[]): PageGuides {
    return pageGuides(guides, this.#names, this.#siteDir);
  }

  /**
   * The step of Docusaurus' Markdown processor, for `beforeDefaultRemarkPlugins`: links get their URLs before
   * they are checked.
   *
   * @param isThrown Whether mistakes in a file fail its compilation, so that the development server shows
   * them.
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
