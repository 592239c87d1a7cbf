import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { type LoadedDocument, loadDocument } from '../../document/load.ts';
import { inScratch, MOST_BYTES, writeBelow } from './scratch.ts';
import type { SourceInput } from './source.ts';
import { SourceError } from './source-error.ts';
import { filesInTar } from './tar.ts';

const run = promisify(execFile);
const gunzip = promisify(zlib.gunzip);

/** Name, version or tag, and file: nothing else reaches npm's command line. */
const SPEC =
  /^npm:(?<name>(?:@[a-z\d~-][a-z\d._~-]*\/)?[a-z\d~-][a-z\d._~-]*)@(?<version>[a-z\d][\w.+-]*)(?::(?<file>[^:]+))?$/i;

/** Names of documents in packages, in the order in which they are looked for. */
const USUAL = /^(?:openapi|swagger|schema|api|spec)\.(?:ya?ml|json)$/i;

/**
 * Loads a document from a package, from the registry that npm is configured for. Nothing of the package is run.
 *
 * @param source `npm:@acme/api@1.2.3`, optionally with `:path/openapi.yaml`.
 */
export async function readFromNpm(source: string, input: SourceInput): Promise<LoadedDocument> {
  const { name, version, file } = SPEC.exec(source)?.groups ?? {};
  if (name === undefined || version === undefined)
    throw new SourceError(
      `${source} does not name a version of a package.`,
      'Write it as npm:@acme/api@1.2.3, or npm:@acme/api@1.2.3:openapi.yaml.',
    );
  return inScratch(async (folder) => {
    const archive = await packed(`${name}@${version}`, source, folder);
    const files = filesInTar(archive);
    const document = file ?? usualFile(files, source);
    const wanted = `package/${path.posix.normalize(document)}`;
    if (!files.has(wanted))
      throw new SourceError(
        `${source} cannot be read: the package has no file "${document}".`,
        candidates(files),
      );
    await writeBelow(folder, files);
    const below = path.join(folder, 'package');
    return loadDocument({
      ...input,
      document: path.posix.normalize(document),
      cwd: below,
      refFolders: [],
    });
  });
}

/** The package as a tar archive. */
async function packed(spec: string, source: string, folder: string): Promise<Buffer> {
  const [command, args] = npmCommand();
  try {
    await run(
      command,
      [...args, 'pack', spec, '--ignore-scripts', '--silent', '--pack-destination', folder],
      {
        // Not in the project, whose configuration may be about packages of its own.
        cwd: folder,
        timeout: 120_000,
        maxBuffer: 1024 * 1024,
      },
    );
  } catch (error) {
    const { stderr = '', code } = error as { stderr?: string; code?: unknown };
    const reason =
      code === 'ENOENT'
        ? 'npm is not installed'
        : (/npm (?:error|ERR!) (?!code)(.*)/.exec(stderr)?.[1] ?? 'npm failed');
    throw new SourceError(
      `${source} cannot be read: ${reason}.`,
      'Check the name and the version, and that npm can reach its registry.',
    );
  }
  const [tarball] = (await fs.readdir(folder)).filter((file) => file.endsWith('.tgz'));
  const compressed = await fs.readFile(path.join(folder, tarball ?? ''));
  return gunzip(compressed, { maxOutputLength: MOST_BYTES }).catch(() => {
    throw new SourceError(
      `${source} cannot be read: the package is larger than ${MOST_BYTES / 1024 / 1024} MB.`,
      'Name the document by its URL instead.',
    );
  });
}

/** npm without a shell: on Windows, its command is a script for one. */
export function npmCommand(): readonly [command: string, args: readonly string[]] {
  if (process.platform !== 'win32') return ['npm', []];
  const script = path.join(path.dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  return [process.execPath, [script]];
}

function usualFile(files: ReadonlyMap<string, Buffer>, source: string): string {
  const found = namesIn(files).filter((name) => USUAL.test(name));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  throw new SourceError(
    `${source} cannot be read: it is not clear which file of the package is the document.`,
    candidates(files),
  );
}

function namesIn(files: ReadonlyMap<string, Buffer>): string[] {
  return [...files.keys()].map((name) => name.replace(/^package\//, ''));
}

function candidates(files: ReadonlyMap<string, Buffer>): string {
  const names = namesIn(files)
    .filter((name) => name !== 'package.json')
    .sort();
  if (names.length === 0) return 'It has neither YAML nor JSON files.';
  return `Name it after the version, as in npm:…:${names[0]}. The package has ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' and others' : ''}.`;
}
