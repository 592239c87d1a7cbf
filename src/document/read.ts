import { readFile, stat } from 'node:fs/promises';

/** What a request for a document may take. */
export interface ReadLimits {
  readonly milliseconds: number;
  readonly bytes: number;
}

export const READ_LIMITS: ReadLimits = { milliseconds: 30_000, bytes: 64 * 1024 * 1024 };

/** A file or URL that cannot be read; the message says why, as the end of a sentence. */
export class ReadError extends Error {
  /** The fix, where it follows from the cause. */
  readonly suggestion: string | undefined;

  constructor(message: string, suggestion?: string) {
    super(message);
    this.suggestion = suggestion;
  }
}

/** A file or URL that is not read on purpose. */
export class RefusedError extends ReadError {}

/** Whether a reference names a scheme (RFC 3986 section 3.1); one letter is a drive of Windows. */
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
  EACCES: 'reading it is not permitted',
  EISDIR: 'it is a folder',
};

async function readLocal(path: string): Promise<string> {
  try {
    if ((await stat(path)).isDirectory()) throw new ReadError('it is a folder');
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof ReadError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new ReadError(FILE_ERRORS[code] ?? `the system says ${code}`);
  }
}

async function readBody(response: Response, { bytes }: ReadLimits): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > bytes) {
      throw new ReadError(
        `it is larger than ${bytes} bytes`,
        'Download the part that is needed and give its path.',
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function readUrl(url: string, limits: ReadLimits): Promise<string> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    const headers = { accept: 'application/yaml, application/json, text/plain, */*' };
    const response = await fetch(url, { signal, headers });
    if (!response.ok) {
      throw new ReadError(
        `the server answers with status ${response.status}`,
        'Open the URL in a browser: it may need another path, or a login. A local copy works too.',
      );
    }
    return await readBody(response, limits);
  } catch (error) {
    if (error instanceof ReadError) throw error;
    if (signal.aborted)
      throw new ReadError(`no answer within ${limits.milliseconds / 1_000} seconds`);
    const { cause } = error as { cause?: { code?: unknown } };
    const code = typeof cause?.code === 'string' ? ` (${cause.code})` : '';
    throw new ReadError(`the server cannot be reached${code}`);
  }
}

/**
 * The text of a file (absolute path) or an http(s) URL, line ends as `\n`, without byte order mark.
 * Throws a RefusedError for every other scheme, a ReadError for what cannot be read.
 */
export async function readText(ref: string, limits: ReadLimits = READ_LIMITS): Promise<string> {
  if (hasScheme(ref) && !isHttp(ref)) {
    throw new RefusedError(
      `only http and https URLs are read, not ${ref.slice(0, ref.indexOf(':') + 1)}`,
      'Use a path or an http(s) URL.',
    );
  }
  const text = isHttp(ref) ? await readUrl(ref, limits) : await readLocal(ref);
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}
