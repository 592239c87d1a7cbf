// Builds the package's form of `src`: each module as JavaScript at the same path, everything else as it is.
// `npm run dist` writes it to `dist`, with the types of its entry points, for `npm pack` to take; tests build their own,
// in a temporary folder.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type PluginBuild } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SRC = path.join(ROOT, 'src');
const MODULE = /\.tsx?$/;
/** For those who work on the sources. */
const OVERVIEW = path.join(SRC, 'README.md');
const PACKAGE = 'docusaurus-openapi-reference';

/** @param outdir The folder to write; what it contains is replaced. */
export async function buildDist(outdir: string): Promise<void> {
  const files = fs
    .readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  fs.rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: files.filter((file) => MODULE.test(file) && !file.endsWith('.d.ts')),
    outdir,
    outbase: SRC,
    absWorkingDir: ROOT,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    jsx: 'automatic',
    // Only to have imports resolved: no module is put into another.
    bundle: true,
    treeShaking: false,
    charset: 'utf8',
    plugins: [{ name: 'imports', setup: importJavaScript }],
  });
  for (const file of files.filter((name) => !MODULE.test(name) && name !== OVERVIEW))
    fs.cpSync(file, path.join(outdir, path.relative(SRC, file)));
}

function importJavaScript({ onResolve }: PluginBuild): void {
  onResolve({ filter: /.*/ }, ({ kind, path: name, importer, resolveDir }) => {
    if (kind === 'entry-point') return undefined;
    if (!name.startsWith('.')) return { path: name, external: true };
    const file = name.replace(MODULE, '.js');
    const target = path.relative(SRC, path.join(resolveDir, file)).replaceAll(path.sep, '/');
    // A component that `docusaurus swizzle` copies into a site still finds what it uses.
    const isElsewhere = folderIn(importer).startsWith('theme') && !target.startsWith('theme');
    return { path: isElsewhere ? `${PACKAGE}/dist/${target}` : file, external: true };
  });
}

function folderIn(file: string): string {
  return path.relative(SRC, file).split(path.sep)[0] ?? '';
}

function writeTypes(): void {
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', path.join(ROOT, '.ci')], { stdio: 'inherit' });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  void buildDist(path.join(ROOT, 'dist')).then(writeTypes);
