// Imports each sample of the folder; prints the index of those that throw.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const count = Number(process.argv[2]);
const print = console.log;
console.log = () => {};
let next = 0;

async function work() {
  while (next < count) {
    const index = next++;
    try {
      await import(pathToFileURL(path.resolve(`sample-${index}.mjs`)).href);
    } catch (error) {
      print(`${index}\t${String(error?.stack ?? error).replaceAll('\n', ' ')}`);
    }
  }
}

await Promise.all([work(), work(), work(), work()]);
