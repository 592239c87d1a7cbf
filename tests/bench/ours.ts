import fs from 'node:fs';
import path from 'node:path';
import { PARTS } from '../support/site.ts';
import { ROOT, WORK } from './paths.ts';
import { missingPages, type Site } from './site.ts';

/** Our site: a copy of the working tree in a folder of its own. */
export const ours: Site = {
  name: 'ours',
  folder: path.join(WORK, 'ours'),
  output: path.join(WORK, 'ours', 'build'),
  leftovers: ['docs/reference', '.reference', '.docusaurus', 'build', 'node_modules/.cache'],
  home: 'index.html',
  generate: (document) => ({ args: cli('generate', document) }),
  // In one language, as the others are.
  build: buildIn(['en']),
  page: ({ id }, name) => `reference/${id}/${name}/index.html`,
  fault: (document, pages) => missingPages(ours, document, pages),
};

/** Our site in several languages. */
export function inLanguages(languages: readonly string[]): Site {
  return { ...ours, build: buildIn(languages) };
}

function buildIn(languages: readonly string[]): Site['build'] {
  return (document) => ({ args: [...cli('build', document), '--locale', ...languages] });
}

function cli(
  command: string,
  { id, file, isDefault }: { id: string; file: string; isDefault: boolean },
): string[] {
  const about = isDefault ? [] : ['--document', file, '--id', id];
  return ['src/cli/bin.cjs', command, ...about];
}

/**
 * Copies the working tree as it is now. Packages are linked one by one, so that the caches that
 * builds keep in `node_modules` are the copy's own.
 */
export function copyOurs(): void {
  fs.rmSync(ours.folder, { recursive: true, force: true });
  const generated = path.join(ROOT, 'docs', 'reference');
  // Without the lock file, a build uses nothing of the one before.
  for (const part of [...PARTS, 'package-lock.json']) {
    fs.cpSync(path.join(ROOT, part), path.join(ours.folder, part), {
      recursive: true,
      filter: (file) => file !== generated,
    });
  }
  linkPackages(path.join(ROOT, 'node_modules'), path.join(ours.folder, 'node_modules'));
}

function linkPackages(from: string, to: string): void {
  fs.mkdirSync(to, { recursive: true });
  for (const name of fs.readdirSync(from)) {
    // Scopes hold packages; names with a dot are npm's own, but for programs.
    if (name.startsWith('@')) linkPackages(path.join(from, name), path.join(to, name));
    else if (!name.startsWith('.') || name === '.bin') {
      fs.symlinkSync(path.join(from, name), path.join(to, name));
    }
  }
}
