import { Network } from '../document/network.ts';
import { apiIdOf, ConfigError, checkIds } from '../generate/config.ts';
import { readApi, shownDocument } from '../generate/read.ts';
import { readsOf } from '../generate/reads.ts';
import { colorsFor } from '../problems/colors.ts';
import type { Problem } from '../problems/problem.ts';
import type { Reads } from '../problems/reporter.ts';
import { type Format, REPORTERS } from '../problems/reporters.ts';
import { ALL_RULES, SWITCHABLE } from '../rules/check.ts';
import { type DocumentOptions, subjectOf } from './apis.ts';
import { EXIT, exitFor, type FailOn } from './exit.ts';
import { Progress } from './progress.ts';
import { readsLine } from './summary.ts';

export interface CheckOptions extends DocumentOptions {
  readonly format: Format;
  readonly failOn: FailOn;
  /** Only lists the rules. */
  readonly rules?: boolean;
}

/** `check`: the problems of all documents, on stdout in the requested format; writes nothing. */
export async function runCheck(root: string, options: CheckOptions): Promise<number> {
  const colors = colorsFor(process.stdout);
  if (options.rules) {
    console.log(rulesTable());
    return EXIT.ok;
  }
  const progress = new Progress();
  const problems: Problem[] = [];
  const network = new Network({ offline: options.offline });
  const inputs = new Map<string, string | undefined>();
  let reads: Reads;
  try {
    const { apis } = await subjectOf(root, options);
    const ids: (string | undefined)[] = [];
    for (const api of apis) {
      progress.step(`checking ${shownDocument(root, api.document)}`);
      const { loaded, problems: found } = await readApi(root, api, 'hint', network);
      problems.push(...found);
      ids.push(loaded.document && apiIdOf(api, loaded.document.info?.title));
      for (const [file, text] of loaded.files) inputs.set(file, text);
    }
    checkIds(ids);
    reads = readsOf(root, apis, inputs, network.hosts);
  } catch (error) {
    progress.fail();
    if (!(error instanceof ConfigError)) throw error;
    console.error(`\n${error.message}`);
    return EXIT.usage;
  }
  progress.done();
  const line = readsLine(reads);
  if (line) console.error(line);
  const report = REPORTERS[options.format];
  console.log(report(problems, { color: colors.isColorSupported, rules: ALL_RULES, reads }));
  return exitFor(problems, options.failOn);
}

/** Every rule with its severity and what it finds; without a trailing line break. */
function rulesTable(): string {
  const width = Math.max(...ALL_RULES.map(({ id }) => id.length));
  return ALL_RULES.map(({ id, severity, about }) => {
    const fixed = SWITCHABLE.includes(id) ? '' : ' (always)';
    return `${id.padEnd(width)}  ${severity.padEnd(7)}  ${about}${fixed}`;
  }).join('\n');
}
