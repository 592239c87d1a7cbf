import { createHash } from 'node:crypto';
import { asObject, isCount, isObject } from '../json/guards.ts';
import { shown } from '../json/shown.ts';
import { DeployError } from './error.ts';
import { byPath, pathFault } from './paths.ts';

/** A file of a site, by its content. */
export interface SiteFile {
  /** Of its content, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/** A file that the site no longer has, and that stays on the host for pages that are still open. */
export interface KeptFile extends SiteFile {
  /** How many deployments ago the site had it. */
  readonly deployments: number;
}

/** Everything that a deployment leaves on the host, by paths within the site. */
export interface Manifest {
  readonly files: ReadonlyMap<string, SiteFile>;
  readonly kept: ReadonlyMap<string, KeptFile>;
}

export const NOTHING_DEPLOYED: Manifest = { files: new Map(), kept: new Map() };

const FORMAT = 'openapi-reference-deployment';
const VERSION = 1;

/** A manifest as JSON: a line for each file, in the order of their paths. The same site results in the same text. */
export function manifestText(manifest: Manifest): string {
  const head = [
    `"format": ${JSON.stringify(FORMAT)}`,
    `"version": ${VERSION}`,
    `"checksum": ${JSON.stringify(checksumOf(manifest))}`,
    `"files": ${objectText(manifest.files)}`,
    `"kept": ${objectText(manifest.kept)}`,
  ];
  return `{\n${head.join(',\n')}\n}\n`;
}

function objectText(files: ReadonlyMap<string, SiteFile>): string {
  const lines = linesOf(files);
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`;
}

function linesOf(files: ReadonlyMap<string, SiteFile>): string[] {
  return [...files]
    .map(([path, file]) => ({ path, ...file }))
    .sort(byPath)
    .map(({ path, sha256, bytes, ...rest }) => {
      const { deployments } = rest as Partial<KeptFile>;
      return `${JSON.stringify(path)}: ${JSON.stringify({ sha256, bytes, deployments })}`;
    });
}

/** Notices accidents. Whoever changes a manifest on purpose can change the checksum as well. */
function checksumOf({ files, kept }: Manifest): string {
  const hash = createHash('sha256');
  for (const line of [...linesOf(files), '', ...linesOf(kept)]) hash.update(`${line}\n`);
  return hash.digest('hex');
}

/**
 * Reads a manifest, which may come from anywhere.
 *
 * @param name What messages call it.
 * @throws DeployError if it is not a whole manifest of this format, or a path leads out of the site.
 */
export function parseManifest(text: string, name: string): Manifest {
  const fail = (reason: Parameters<typeof errorOf>[0], why: string): never => {
    throw errorOf(reason, name, why);
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    fail(
      'manifest-not-json',
      /^\s*</.test(text) ? 'it is an HTML page' : 'it is cut off, or not JSON',
    );
  }
  const { format, version, checksum, files, kept } = asObject(value);
  if (format !== FORMAT) fail('manifest-other-format', `its "format" is not "${FORMAT}"`);
  if (version !== VERSION)
    fail(
      'manifest-other-version',
      `its "version" is ${shown(JSON.stringify(version) ?? 'missing')}, and this program reads ${VERSION}`,
    );
  const read = <File extends SiteFile>(part: unknown, of: string, fileOf: ReadFile<File>) => {
    if (!isObject(part)) fail('manifest-malformed', `"${of}" is not an object`);
    const all = new Map<string, File>();
    for (const [path, given] of Object.entries(asObject(part))) {
      const fault = pathFault(path);
      if (fault !== undefined)
        fail('manifest-unsafe-path', `the path "${shown(path)}" must not be used: ${fault}`);
      const file = fileOf(asObject(given));
      if (!file)
        throw errorOf('manifest-malformed', name, `what it says about "${shown(path)}" is wrong`);
      all.set(path, file);
    }
    return all;
  };
  const manifest = { files: read(files, 'files', siteFile), kept: read(kept, 'kept', keptFile) };
  if (checksumOf(manifest) !== checksum)
    fail('manifest-altered', 'its "checksum" does not match, so it was changed');
  return manifest;
}

type ReadFile<File> = (given: { readonly [key: string]: unknown }) => File | undefined;

const siteFile: ReadFile<SiteFile> = ({ sha256, bytes }) =>
  typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && isCount(bytes)
    ? { sha256, bytes }
    : undefined;

const keptFile: ReadFile<KeptFile> = (given) => {
  const file = siteFile(given);
  const { deployments } = given;
  return file && isCount(deployments) && deployments > 0 ? { ...file, deployments } : undefined;
};

function errorOf(reason: DeployError['reason'], name: string, why: string): DeployError {
  return new DeployError(
    reason,
    `${name} is not the manifest of a deployment: ${why}. Use the one that was stored after the last upload. Without --last, everything is uploaded, and nothing is removed.`,
  );
}
