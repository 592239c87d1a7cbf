import fs from 'node:fs/promises';
import path from 'node:path';

/** A site, or a file of it, that cannot be read; the message says why, and what to do. */
export class UnreadableSite extends Error {}

/** Reads a file of a built site by its path within the site; undefined if there is none. */
export type ReadFile = (file: string) => Promise<string | undefined>;

/** Of one file, in bytes. */
const MAX_SIZE = 32 * 1024 * 1024;
/** Milliseconds until a host has answered in full. */
const TIMEOUT = 30_000;

/**
 * Reads the files of a site, and none outside of it, whatever their paths.
 *
 * @param place The folder of a built site, absolute, or the URL of a published one.
 */
export function siteFiles(place: string): ReadFile {
  return isUrl(place) ? filesAt(new URL(place)) : filesIn(place);
}

export function isUrl(place: string): boolean {
  return /^https?:\/\//i.test(place) && URL.canParse(place);
}

function filesIn(folder: string): ReadFile {
  return async (file) => {
    try {
      // Links to files elsewhere are not followed.
      const [root, target] = await Promise.all(
        [folder, path.join(folder, file)].map((name) => fs.realpath(name)),
      );
      if (!root || !target?.startsWith(root + path.sep)) return undefined;
      const { size } = await fs.stat(target);
      if (size > MAX_SIZE) throw new UnreadableSite(`${file} is larger than ${MAX_SIZE} bytes.`);
      return await fs.readFile(target, 'utf8');
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      // A path of a client may be any text.
      if (/^(?:ENOENT|ENOTDIR|EISDIR|ENAMETOOLONG|ELOOP|ERR_INVALID_ARG_VALUE)$/.test(code))
        return undefined;
      throw error;
    }
  };
}

function filesAt(url: URL): ReadFile {
  const base = new URL(url.pathname.replace(/(?:\/index\.html)?\/?$/, '/'), url.origin);
  return async (file) => {
    const target = new URL(file.split('/').map(encodeURIComponent).join('/'), base);
    if (!target.href.startsWith(base.href)) return undefined;
    const cannotRead = (why: string) =>
      new UnreadableSite(`${target.href} cannot be read: ${why}.`);
    try {
      // Another host is another site.
      const response = await fetch(target, {
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT),
      });
      if (isFile(response, file))
        return await limitedText(response, () => cannotRead(`it is larger than ${MAX_SIZE} bytes`));
      // What is not read would keep the connection.
      await response.body?.cancel();
      if (response.ok || response.status === 404 || response.status === 410) return undefined;
      throw cannotRead(`the host answers with status ${response.status}`);
    } catch (error) {
      if (error instanceof UnreadableSite) throw error;
      const { cause, message } = error as Error;
      throw cannotRead(cause instanceof Error ? cause.message : message);
    }
  };
}

/** Some hosts answer with a page where there is no file. */
function isFile({ ok, headers }: Response, file: string): boolean {
  const isPage = /^text\/html\b/i.test(headers.get('content-type') ?? '');
  return ok && (!isPage || file.endsWith('.html'));
}

/** The text of an answer; nothing is read beyond the limit. */
async function limitedText(response: Response, tooLarge: () => UnreadableSite): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_SIZE) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
