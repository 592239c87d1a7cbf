import fs from 'node:fs';
import path from 'node:path';
import { hasProgram, start } from '../machine.ts';
import { complaintsIn, type Runner } from './runner.ts';

/** All samples in one package: each `main` gets a name of its own, and one more calls them all. */
export const go: Runner = {
  language: 'go',
  with: 'go',
  lacks: () => (hasProgram('go', 'version') ? undefined : 'go'),
  run: async (samples, folder) => {
    for (const [index, { code }] of samples.entries()) {
      const renamed = code.replace(/^func main\(\)/m, `func sample${index}()`);
      fs.writeFileSync(path.join(folder, `sample${index}.go`), renamed);
    }
    const calls = samples.map((_sample, index) => `sample${index},`).join(' ');
    const main = fs.readFileSync(path.join(import.meta.dirname, 'programs.go.txt'), 'utf8');
    fs.writeFileSync(
      path.join(folder, 'main.go'),
      main.replace('/* samples */', () => calls),
    );
    fs.writeFileSync(path.join(folder, 'go.mod'), 'module samples\n');
    const vetted = await start('go', ['vet', '.'], folder);
    if (vetted.code !== 0) return complaintsOfCompiler(vetted.errors);
    const built = await start('go', ['build', '-o', 'samples', '.'], folder);
    if (built.code !== 0) return complaintsOfCompiler(built.errors);
    return complaintsIn(await start('./samples', [], folder));
  },
};

function complaintsOfCompiler(errors: string): { index: number; text: string }[] {
  const complaints = errors.split('\n').flatMap((line) => {
    const [, index, text = ''] = /sample(\d+)\.go:(.*)$/.exec(line) ?? [];
    return index === undefined ? [] : [{ index: Number(index), text }];
  });
  return complaints.length > 0 ? complaints : [{ index: 0, text: errors }];
}
