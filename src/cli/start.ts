import fs from 'node:fs';
import type { DocumentOptions } from './apis.ts';
import { exitOf, startDocusaurus } from './docusaurus.ts';
import { EXIT } from './exit.ts';
import { generateWithReport } from './generate.ts';

export interface StartOptions extends DocumentOptions {
  readonly port: string;
  readonly host: string;
  readonly open: boolean;
}

/** `start`: the development server; pages follow every change of a document. */
export async function runStart(root: string, options: StartOptions): Promise<number> {
  const { code, result } = await generateWithReport(root, options);
  if (code !== EXIT.ok || !result) return code;
  const stop = watch(root, options, result.inputs);
  const { port, host, open } = options;
  const child = startDocusaurus(root, [
    'start',
    '--port',
    port,
    '--host',
    host,
    ...(open ? [] : ['--no-open']),
  ]);
  try {
    return (await exitOf(child)) === 0 ? EXIT.ok : EXIT.problems;
  } finally {
    stop();
  }
}

/** Generates again when an input changes; Docusaurus sees the pages that this writes. */
function watch(root: string, options: DocumentOptions, files: readonly string[]): () => void {
  let inputs = files;
  let running = Promise.resolve();
  const onChange = (current: fs.Stats, previous: fs.Stats): void => {
    if (current.mtimeMs === previous.mtimeMs && current.size === previous.size) return;
    running = running.then(async () => {
      const { result } = await generateWithReport(root, options);
      if (result && result.inputs.length > 0) follow(result.inputs);
    });
  };
  const follow = (next: readonly string[]): void => {
    for (const file of inputs) fs.unwatchFile(file, onChange);
    inputs = next;
    // By polling: editors replace files, and network folders send no events.
    for (const file of inputs) fs.watchFile(file, { interval: 500 }, onChange);
  };
  follow(files);
  return () => {
    for (const file of inputs) fs.unwatchFile(file, onChange);
  };
}
