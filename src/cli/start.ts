import type { Lock } from '../generate/lock.ts';
import { colorsFor } from '../problems/colors.ts';
import { watchDocuments } from '../site/watch.ts';
import { callersFolder, type DocumentOptions, listOf, subjectOf } from './apis.ts';
import { languagesEnv, startDocusaurus } from './docusaurus.ts';
import { EXIT } from './exit.ts';
import { generateWithReport } from './generate.ts';
import { reportInternalError } from './internal-error.ts';
import { exitOf, interruptible } from './processes.ts';
import { runAlone } from './run-alone.ts';

export interface StartOptions extends DocumentOptions {
  readonly port: string;
  readonly host: string;
  readonly open: boolean;
  readonly locale?: string;
}

/** `start`: the development server; pages follow every change of a document. */
export function runStart(root: string, options: StartOptions): Promise<number> {
  return runAlone(
    root,
    'start',
    async () => {},
    (lock) => startAlone(root, options, lock),
  );
}

async function startAlone(root: string, options: StartOptions, lock: Lock): Promise<number> {
  const { code, result } = await generateWithReport(root, options, lock);
  if (code !== EXIT.ok || !result) return code;
  return interruptible(async () => {
    const stop = await watchDocuments(
      {
        root,
        apis: async () => (await subjectOf(root, options)).apis,
        cwd: options.document === undefined ? undefined : callersFolder(),
        lists: options.document === undefined ? [listOf(root)] : [],
        lock,
        offline: options.offline,
        color: colorsFor(process.stderr).isColorSupported,
        onError: reportInternalError,
      },
      result,
    );
    const { port, host, open, locale } = options;
    const args = ['start', '--port', port, '--host', host, ...(open ? [] : ['--no-open'])];
    const child = startDocusaurus(root, args, languagesEnv(locale ? [locale] : undefined));
    try {
      return (await exitOf(child)) === 0 ? EXIT.ok : EXIT.problems;
    } finally {
      await stop();
    }
  });
}
