import type { DocumentOptions } from './apis.ts';
import { exitOf, languagesEnv, startDocusaurus } from './docusaurus.ts';
import { EXIT } from './exit.ts';
import { generateWithReport } from './generate.ts';
import { watchDocuments } from './watch.ts';

export interface StartOptions extends DocumentOptions {
  readonly port: string;
  readonly host: string;
  readonly open: boolean;
  readonly locale?: string;
}

/** `start`: the development server; pages follow every change of a document. */
export async function runStart(root: string, options: StartOptions): Promise<number> {
  const { code, result } = await generateWithReport(root, options);
  if (code !== EXIT.ok || !result) return code;
  const stop = await watchDocuments(root, options, result);
  const { port, host, open, locale } = options;
  const args = ['start', '--port', port, '--host', host, ...(open ? [] : ['--no-open'])];
  const child = startDocusaurus(root, args, languagesEnv(locale ? [locale] : undefined));
  // Ended together: the server would stay behind without its parent.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => child.kill(signal));
  }
  try {
    return (await exitOf(child)) === 0 ? EXIT.ok : EXIT.problems;
  } finally {
    await stop();
  }
}
