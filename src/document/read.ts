import fs from 'node:fs/promises';

/** A file or URL that cannot be read; the message says why, as the end of a sentence. */
export class ReadError extends Error {
  /** The fix, if the cause determines it. */
  readonly suggestion: string | undefined;

  constructor(message: string, suggestion?: string) {
    super(message);
    this.suggestion = suggestion;
  }
}

/** A file or URL that is not read on purpose. */
export class RefusedError extends ReadError {}

/** One that may be allowed another time: because of a link, a host's address, a redirect or an option. */
export class RefusedForNowError extends RefusedError {}

/** A URL that is not read because the run has used up its limits. */
export class LimitError extends ReadError {}

/** Whether a reference has a scheme (RFC 3986 section 3.1); a single letter is a Windows drive. */
export function hasScheme(ref: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(ref);
}

/** Whether a reference is an http or https URL. */
export function isHttp(ref: string): boolean {
  return /^https?:\/\//i.test(ref);
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a symbolic link that leads back to itself',
};

/**
 * The text of a local file, normalized by `normalText`.
 *
 * @throws ReadError if it cannot be read.
 */
export async function readFileText(path: string): Promise<string> {
  try {
    if ((await fs.stat(path)).isDirectory()) throw new ReadError('it is a folder');
    return normalText(await fs.readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof ReadError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new ReadError(FILE_ERRORS[code] ?? `the system reports ${code}`);
  }
}

/** With `\n` as line endings, without a byte order mark. */
export function normalText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}
