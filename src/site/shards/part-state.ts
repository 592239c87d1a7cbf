import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isGeneratedName } from '../../address/files.ts';
import { LOCKS } from '../../generate/input-key.ts';
import { readRecord } from '../../generate/record.ts';
import { ownFile } from '../../own-files.ts';
import { commitOf, ownFiles } from '../site-state.ts';

/**
 * What a part of a site is made of, as far as it can be known on several machines: unlike `SiteState`, neither times nor
 * the environment. The keys of pages have all of it, and are what counts in the end.
 */
export interface PartState {
  /** Ours. */
  readonly version: string;
  /** Of Node.js, which formats numbers. */
  readonly node: string;
  readonly commit: string;
  /** What was asked on the command line, and where the site will be. */
  readonly options: string;
  /** Hash of all generated pages, and so of the documents. */
  readonly documents: string;
  /** Hashes of the files that configure the site. */
  readonly configuration: Readonly<Record<string, string>>;
  /** Hash of the site's own files that are no documents. */
  readonly code: string;
}

const CONFIGURATION = /^(?:docusaurus\.config|sidebars)\.[cm]?[jt]s$|^package\.json$/;

/**
 * The state of a site whose pages have been generated.
 *
 * @param locale Languages on the command line.
 */
export async function partState(root: string, locale: readonly string[]): Promise<PartState> {
  const { files, inputs } = await readRecord(root);
  const documents = new Set(inputs);
  const generated = Object.entries(files)
    .filter(([file]) => isGeneratedName(file))
    .map(([file, [, , content]]) => [file, content])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  const top = fs
    .readdirSync(root)
    .filter((name) => CONFIGURATION.test(name) || LOCKS.includes(name))
    .sort();
  const code = createHash('sha256');
  for (const file of ownFiles(root, '')) {
    if (Object.hasOwn(files, file) || documents.has(file) || isHidden(file)) continue;
    const full = path.join(root, file);
    if (fs.statSync(full, { throwIfNoEntry: false })?.isFile())
      code.update(`\0${file}\0${hashOf(fs.readFileSync(full))}`);
  }
  const { SITE_URL = '', BASE_URL = '' } = process.env;
  const manifest = JSON.parse(fs.readFileSync(ownFile('../package.json'), 'utf8'));
  return {
    version: String(manifest.version),
    node: process.version,
    commit: (await commitOf(root)).trim(),
    options: JSON.stringify({ locale, SITE_URL, BASE_URL }),
    documents: hashOf(JSON.stringify(generated)),
    configuration: Object.fromEntries(
      top.map((name) => [name, hashOf(fs.readFileSync(path.join(root, name)))]),
    ),
    code: code.digest('base64url'),
  };
}

function isHidden(file: string): boolean {
  return file.split('/').some((name) => name.startsWith('.'));
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url');
}

/** What a difference is called in messages, with both values where they say something. */
const NAMES: { readonly [key in keyof PartState]: (theirs: PartState, here: PartState) => string } =
  {
    version: (theirs, here) => `version ${theirs.version} of this program, not ${here.version}`,
    node: (theirs, here) => `Node.js ${theirs.node}, not ${here.node}`,
    commit: (theirs, here) =>
      `commit ${theirs.commit.slice(0, 12) || '(none)'}, not ${here.commit.slice(0, 12) || '(none)'}`,
    options: (theirs, here) => `options ${theirs.options}, not ${here.options}`,
    documents: () => 'other documents, or other options of the APIs',
    configuration: (theirs, here) => `other contents of ${differing(theirs, here).join(', ')}`,
    code: () => 'other files of the site',
  };

function differing(theirs: PartState, here: PartState): string[] {
  const [one, two] = [theirs.configuration, here.configuration];
  return [...new Set([...Object.keys(one), ...Object.keys(two)])].filter(
    (name) => one[name] !== two[name],
  );
}

/** What the rendered pages of shards must have in common, and what bundles must. */
export const COMPARED = {
  shard: ['version', 'node', 'commit', 'options', 'documents', 'configuration'],
  bundles: ['version', 'node', 'options', 'configuration', 'code'],
} as const satisfies Readonly<Record<string, readonly (keyof PartState)[]>>;

/** How a part differs from what would be built here, in words; nothing if it does not. */
export function stateDifferences(
  kind: keyof typeof COMPARED,
  theirs: PartState,
  here: PartState,
): string[] {
  return COMPARED[kind]
    .filter((key) => JSON.stringify(theirs[key]) !== JSON.stringify(here[key]))
    .map((key) => NAMES[key](theirs, here));
}
