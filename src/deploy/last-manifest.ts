import fs from 'node:fs/promises';
import { DeployError } from './error.ts';
import { type Manifest, NOTHING_DEPLOYED, parseManifest } from './manifest.ts';

/** Milliseconds until a host has answered in full. */
const TIMEOUT = 60_000;

/** The manifest of the last deployment, and whether there is one. */
export interface Last {
  readonly manifest: Manifest;
  /** Set if there is none where it should be: a first deployment, or a wrong name. */
  readonly isMissing?: true;
}

/**
 * Reads the manifest of the last deployment.
 *
 * @param place An absolute path or a URL.
 * @param name What messages call it, without credentials.
 * @returns an empty one if there is none: a file that does not exist, or a URL with the status 404.
 * @throws DeployError if it cannot be read for any other reason. Treating that as a first deployment would leave files
 *   on the host forever.
 */
export async function readLast(place: string, name: string): Promise<Last> {
  const text = isUrl(place) ? await download(place, name) : await readFile(place, name);
  return text === undefined
    ? { manifest: NOTHING_DEPLOYED, isMissing: true }
    : { manifest: parseManifest(text, name) };
}

export function isUrl(place: string): boolean {
  return /^https?:\/\//i.test(place) && URL.canParse(place);
}

async function readFile(file: string, name: string): Promise<string | undefined> {
  try {
    return await fs.readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw unreadable(name, message);
  }
}

async function download(url: string, name: string): Promise<string | undefined> {
  try {
    const { place, headers } = requestOf(url);
    const response = await fetch(place, { headers, signal: AbortSignal.timeout(TIMEOUT) });
    if (response.ok) return await response.text();
    await response.body?.cancel();
    if (response.status === 404) return undefined;
    // S3 answers so for what does not exist, to those who may not list the bucket.
    const forbidden =
      response.status === 403 ? ', so it is not known whether there was a deployment' : '';
    throw unreadable(name, `the host answered with status ${response.status}${forbidden}`);
  } catch (error) {
    if (error instanceof DeployError) throw error;
    const { cause, message } = error as Error;
    throw unreadable(name, cause instanceof Error ? cause.message || message : message);
  }
}

/** `fetch` refuses a URL with a user name or a password, in a message that has both. */
function requestOf(url: string): { place: URL; headers: Record<string, string> } {
  const place = new URL(url);
  const { username, password } = place;
  if (username === '' && password === '') return { place, headers: {} };
  place.username = '';
  place.password = '';
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { place, headers: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}

function unreadable(name: string, why: string): DeployError {
  return new DeployError('manifest-unreadable', `${name} cannot be read: ${why}.`);
}
