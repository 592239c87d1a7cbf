// In the place of Docusaurus where a test is about what happens around it: the same two steps of a build
// with the same options and files, of plain HTML, and a server that serves nothing. Its work lasts until
// the file `go` is there, and shows as a file that grows.
import fs from 'node:fs';
import path from 'node:path';

const [command, ...args] = process.argv.slice(2);
const option = (name) => args[args.indexOf(name) + 1];
const root = process.cwd();
const outDir = command === 'build' ? option('--out-dir') : path.join(root, '.docusaurus');

fs.mkdirSync(path.join(root, '.docusaurus'), { recursive: true });
fs.writeFileSync(path.join(root, '.docusaurus/pid'), `${process.pid}`);
const { apis } = JSON.parse(fs.readFileSync(path.join(root, '.reference/site.json'), 'utf8'));

if (process.env.DOCUSAURUS_EXIT_AFTER_BUNDLING) {
  fs.rmSync(outDir, { recursive: true, force: true });
  fs.mkdirSync(outDir, { recursive: true });
  const languages = [{ code: 'en', folder: '' }];
  fs.writeFileSync(path.join(root, '.reference/languages.json'), JSON.stringify(languages));
  fs.writeFileSync(path.join(outDir, '404.html'), 'Not found');
}

/** Busy, as a bundler is: no event reaches the main thread. */
const work = () => {
  fs.appendFileSync(path.join(outDir, 'work'), '.');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
};
console.log(`compiled successfully: ${command}`);
while (!fs.existsSync(path.join(root, '.docusaurus/go')) || command === 'start') work();

if (process.env.DOCUSAURUS_SKIP_BUNDLING) {
  fs.rmSync(path.join(outDir, 'work'), { force: true });
  for (const { id } of apis) {
    const slices = path.join(root, 'docs/reference', id);
    for (const file of fs.readdirSync(slices, { recursive: true })) {
      const [, name] = /^(.*)\.\w+\.json$/.exec(file) ?? [];
      if (name === undefined) continue;
      const page = path.join(outDir, 'reference', id, name, 'index.html');
      fs.mkdirSync(path.dirname(page), { recursive: true });
      const slice = fs.readFileSync(path.join(slices, file), 'utf8').replaceAll('<', '&lt;');
      fs.writeFileSync(page, `<html><body><main>${slice}</main></body></html>`);
    }
  }
}
