import path from 'node:path';
import { hasProgram, start } from '../machine.ts';
import { type Complaint, complaintsIn, type Runner, type Sample, writeSamples } from './runner.ts';

/** Each sample as a module of its own in one process, as a browser would run it. */
export const javascript: Runner = {
  language: 'javascript',
  with: 'fetch of Node.js',
  lacks: () => undefined,
  run: (samples, folder) => inOneProcess(process.execPath, 'modules.mjs', samples, folder, '.mjs'),
};

export const node: Runner = { ...javascript, language: 'node', with: 'Node.js' };

export const python: Runner = {
  language: 'python',
  with: 'python3 and requests',
  lacks: () => {
    if (!hasProgram('python3', '--version')) return 'python3';
    return hasProgram('python3', '-c', 'import requests') ? undefined : 'requests of Python';
  },
  run: (samples, folder) => inOneProcess('python3', 'modules.py', samples, folder, '.py'),
};

export const php: Runner = {
  language: 'php',
  with: 'php and its curl',
  lacks: () =>
    hasProgram('php', '-r', 'exit(function_exists("curl_init") ? 0 : 1);')
      ? undefined
      : 'php with curl',
  run: (samples, folder) => inOneProcess('php', 'modules.php', samples, folder, '.php'),
};

export const ruby: Runner = {
  language: 'ruby',
  with: 'ruby',
  lacks: () => (hasProgram('ruby', '--version') ? undefined : 'ruby'),
  run: (samples, folder) => inOneProcess('ruby', 'modules.rb', samples, folder, '.rb'),
};

/** Starts a script with the number of samples, which it finds as files in its folder. */
async function inOneProcess(
  program: string,
  script: string,
  samples: readonly Sample[],
  folder: string,
  end: string,
): Promise<Complaint[]> {
  writeSamples(samples, folder, end);
  const file = path.join(import.meta.dirname, script);
  return complaintsIn(await start(program, [file, String(samples.length)], folder));
}
