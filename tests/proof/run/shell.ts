import fs from 'node:fs';
import path from 'node:path';
import { hasProgram, start } from '../machine.ts';
import { type Complaint, complaintsIn, type Runner, type Sample, writeSamples } from './runner.ts';

/** Each sample in a shell of its own, four at a time. */
export const curl: Runner = {
  language: 'curl',
  with: 'bash and curl',
  lacks: () => (hasProgram('curl', '--version') ? undefined : 'curl'),
  run: (samples, folder) => inShells(samples, folder, ''),
};

/**
 * bash reads the sample and gives its words to HTTPie, which takes half a second to start: one process
 * of Python calls its main function for all of them.
 */
export const httpie: Runner = {
  language: 'httpie',
  with: 'bash and HTTPie',
  lacks: () => (interpreter() ? undefined : 'HTTPie'),
  run: async (samples, folder) => {
    const complaints = await inShells(
      samples,
      folder,
      `http() {
        printf '%s\\0' "$@" > "$sample.words"
        case $1 in --ignore-stdin) ;; *) cat > "$sample.input" ;; esac
      }`,
    );
    const script = path.join(import.meta.dirname, 'commands.py');
    const ended = await start(interpreter() ?? '', [script, String(samples.length)], folder);
    return [...complaints, ...complaintsIn(ended)];
  },
};

const PARALLEL = 4;

async function inShells(
  samples: readonly Sample[],
  folder: string,
  before: string,
): Promise<Complaint[]> {
  writeSamples(samples, folder, '.sh');
  const script = `
    ${before}
    for ((index = $1; index < ${samples.length}; index += ${PARALLEL})); do
      sample=sample-$index
      if ! (set -e; . "./$sample.sh") >/dev/null 2>"$sample.errors"; then
        printf '%s\\t%s\\n' "$index" "$(tr '\\n' ' ' <"$sample.errors")"
      fi
    done`;
  const chunks = Array.from({ length: PARALLEL }, (_, first) =>
    start('bash', ['-c', script, 'bash', String(first)], folder),
  );
  return (await Promise.all(chunks)).flatMap(complaintsIn);
}

/** The Python that HTTPie is installed for, as its program says in its first line. */
function interpreter(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const file = folders.map((folder) => path.join(folder, 'http')).find((one) => fs.existsSync(one));
  const [, python] = file ? (/^#!\s*(\S+)/.exec(fs.readFileSync(file, 'utf8')) ?? []) : [];
  return python && hasProgram(python, '-c', 'import httpie') ? python : undefined;
}
