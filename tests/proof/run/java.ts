import fs from 'node:fs';
import path from 'node:path';
import { hasProgram, start } from '../machine.ts';
import { complaintsIn, type Runner } from './runner.ts';

/** Each sample in a package of its own: one run of the compiler, and one of the machine. */
export const java: Runner = {
  language: 'java',
  with: 'javac and java',
  lacks: () => (hasProgram('javac', '-version') ? undefined : 'javac'),
  run: async (samples, folder) => {
    const files = samples.map(({ code }, index) => {
      const inside = path.join(folder, `sample${index}`);
      fs.mkdirSync(inside);
      fs.writeFileSync(path.join(inside, 'Main.java'), `package sample${index};\n${code}`);
      return `sample${index}/Main.java`;
    });
    fs.copyFileSync(
      path.join(import.meta.dirname, 'Programs.java'),
      path.join(folder, 'Programs.java'),
    );
    fs.writeFileSync(path.join(folder, 'files'), [...files, 'Programs.java'].join('\n'));
    const options = ['-nowarn', '-proc:none', '-J-XX:TieredStopAtLevel=1', '-d', 'classes'];
    const compiled = await start('javac', [...options, '@files'], folder);
    if (compiled.code !== 0) return complaintsOfCompiler(compiled.errors);
    const classes = ['-XX:TieredStopAtLevel=1', '-cp', 'classes', 'Programs'];
    return complaintsIn(await start('java', [...classes, String(samples.length)], folder));
  },
};

function complaintsOfCompiler(errors: string): { index: number; text: string }[] {
  return errors.split('\n').flatMap((line) => {
    const [, index, text = ''] = /^sample(\d+)\/Main\.java:(.*)$/.exec(line) ?? [];
    return index === undefined ? [] : [{ index: Number(index), text }];
  });
}
