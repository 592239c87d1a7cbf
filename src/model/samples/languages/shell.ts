import type { SampleBody, SampleRequest } from '../../request/request.ts';
import type { FormField } from '../../request/serialize.ts';
import { boundaryOf, type Segment, segmentsOf, splitLines, textOf } from './body.ts';
import { basicToken, hashComment, type Language } from './language.ts';
import { printfString, shellString as quote, shellWord } from './literal.ts';

/**
 * The library's clients miss special syntax of the tools (`@` for a file, `;type=`, a leading `-`), so words
 * are built here, and all of them are quoted by one function.
 */
export const curl: Language = {
  id: 'curl',
  label: 'curl',
  language: 'bash',
  comment: hashComment,
  write: writeCurl,
};

export const httpie: Language = {
  id: 'httpie',
  label: 'HTTPie',
  language: 'bash',
  comment: hashComment,
  cannot: ({ method, headers }) => {
    if (!/^[a-z]+$/i.test(method))
      return 'HTTPie cannot send this request: it only accepts methods that consist of letters.';
    return headers.some(([, value]) => ESCAPE.test(value))
      ? 'HTTPie cannot send this request: it cannot write a backslash before : = @ ; in a header'
      : undefined;
  },
  write: writeHttpie,
};

/** HTTPie would treat this as an escape and drop the backslash. */
const ESCAPE = /\\[:=@;]/;

/** Characters of a URL that has a line of its own. */
const LONG_URL = 40;

type Option = readonly [name: string, value?: string];

function writeCurl(request: SampleRequest): string {
  const { method, url, headers, basic, body } = request;
  const content = body && curlBody(body);
  const all = [
    ...headers,
    ...closing(request),
    ...(body && content?.piped ? contentType(body) : []),
  ];
  const options: Option[] = [
    // curl interprets ranges and sets in URLs, and so the brackets of an IPv6 host.
    ...(/[[\]{}]/.test(url) ? [['--globoff'] as const] : []),
    ...(basic ? [['--user', `${basic.username}:${basic.password}`] as const] : []),
    // curl omits a header without a value, unless it is written with a semicolon instead of the colon.
    ...all.map(
      ([name, value]) => ['--header', value === '' ? `${name};` : `${name}: ${value}`] as const,
    ),
    ...(content?.options ?? []),
  ];
  const lines = options.map(([name, value]) =>
    value === undefined ? name : `${name} ${quote(value)}`,
  );
  const words = [shellWord(url), ...curlMethod(method, body), ...lines];
  // A long URL would be broken after `curl`, where there is little room.
  const isLong = words.length > 1 && shellWord(url).length > LONG_URL;
  const command = `curl${isLong ? ' \\\n  ' : ' '}${words.join(' \\\n  ')}`;
  return content?.piped ? piped(content.piped, command) : command;
}

function curlMethod(method: string, body: SampleBody | undefined): string[] {
  if (!body && method === 'GET') return [];
  if (method !== 'HEAD') return [`--request ${shellWord(method)}`];
  // curl would wait for the body that a response to HEAD announces and never sends.
  return body ? ['--request HEAD', '--ignore-content-length'] : ['--head'];
}

/**
 * `--head` takes no body. Without it curl reads a response to HEAD until the server closes the connection.
 */
function closing({ method, headers, body }: SampleRequest): [name: string, value: string][] {
  const isSaid = headers.some(([name]) => name.toLowerCase() === 'connection');
  return body && method === 'HEAD' && !isSaid ? [['Connection', 'close']] : [];
}

/** A body for curl: as options, or as bytes through a pipe, for which there is also an option. */
interface CurlBody {
  readonly options: readonly Option[];
  readonly piped?: readonly Segment[];
}

function curlBody(body: SampleBody): CurlBody {
  if (body.kind === 'file') return { options: [['--data-binary', `@${pathOf(body.fileName)}`]] };
  if (body.kind === 'multipart')
    return body.fields.length > 0 && body.fields.every(isCurlPart)
      ? { options: body.fields.map((field) => ['--form', curlPart(field)]) }
      : { options: PIPED, piped: segmentsOf(body) };
  if (body.kind === 'form' && body.fields.length > 0 && body.fields.every(isCurlField)) {
    // curl encodes only the value.
    const nameOf = (name: string) => new URLSearchParams([[name, '']]).toString();
    return {
      options: body.fields.map(({ name, value }) => ['--data-urlencode', nameOf(name) + value]),
    };
  }
  const text = textOf(body) ?? '';
  if (text.includes('\0')) return { options: PIPED, piped: segmentsOf(body) };
  // A leading `@` would name a file.
  return { options: [[text.startsWith('@') ? '--data-raw' : '--data', text]] };
}

const PIPED: readonly Option[] = [['--data-binary', '@-']];

function isCurlField({ name, value }: FormField): boolean {
  return name !== '' && !value.includes('\0');
}

/** curl ends a name at `=`, reads `headers=@file` and more after a media type, and takes no U+0000. */
function isCurlPart({ name, value, contentType = 'text/plain' }: FormField): boolean {
  return (
    name !== '' &&
    !/[=\0]/.test(name) &&
    !value.includes('\0') &&
    /^[\w.+-]+\/[\w.+*-]+(; ?charset=[\w-]+)?$/.test(contentType)
  );
}

function curlPart({ name, value, isFile, contentType }: FormField): string {
  const plain = isFile ? /^[\w./-]+$/ : /^([\p{L}\p{N}{[]([^;]*[^;\s])?)?$/u;
  const path = isFile ? pathOf(value) : value;
  // Without quotes, curl interprets `@file`, `<file`, `;type=` and more files after a comma, and trims
  // the value.
  const content = plain.test(path) ? path : `"${path.replace(/["\\]/g, '\\$&')}"`;
  return `${name}=${isFile ? '@' : ''}${content}${contentType ? `;type=${contentType}` : ''}`;
}

function writeHttpie({ method, url, headers, basic, body }: SampleRequest): string {
  const content: HttpieBody = body ? httpieBody(body) : { items: [] };
  const credentials = basic && `${basic.username}:${basic.password}`;
  const isEscape = credentials !== undefined && ESCAPE.test(credentials);
  const all = [
    ...headers,
    ...(basic && isEscape ? [['Authorization', `Basic ${basicToken(basic)}`] as const] : []),
    ...(body && content.piped ? contentType(body) : []),
  ];
  const items = [...all.map(httpieHeader), ...content.items];
  // HTTPie treats words with a leading `-` as options, unless `--` comes before.
  const isDashed = items.some((item) => item.startsWith('-'));
  const raw = content.raw === undefined ? [] : [`--raw=${quote(content.raw)}`];
  const start = [
    'http',
    ...(content.piped ? [] : ['--ignore-stdin']),
    ...(content.isMultipart ? ['--multipart'] : []),
    ...(credentials === undefined || isEscape ? [] : [`--auth=${shellWord(credentials)}`]),
    ...(isDashed ? [...raw, '--'] : []),
    method,
    shellWord(url),
  ].join(' ');
  const lines = [...items.map(shellWord), ...(isDashed ? [] : raw)];
  const command = [start, ...lines].join(' \\\n  ');
  return content.piped ? piped(content.piped, command) : command;
}

/** A body for HTTPie: as request items, as a text, or as bytes through a pipe. */
interface HttpieBody {
  readonly items: readonly string[];
  readonly isMultipart?: boolean;
  readonly raw?: string;
  readonly piped?: readonly Segment[];
}

function httpieBody(body: SampleBody): HttpieBody {
  if (body.kind === 'file' && isHttpieFile(body.fileName))
    return { items: [`@${pathOf(body.fileName)}`] };
  if (body.kind === 'multipart' && body.fields.length > 0 && body.fields.every(isHttpieItem))
    return { items: body.fields.map(httpieItem), isMultipart: true };
  const text = body.kind === 'file' || body.kind === 'multipart' ? '\0' : (textOf(body) ?? '');
  return text.includes('\0') ? { items: [], piped: segmentsOf(body) } : { items: [], raw: text };
}

/** HTTPie has no media type for a text part, no backslash before a separator, and no U+0000. */
function isHttpieItem({ name, value, isFile, contentType }: FormField): boolean {
  if (/[\\\0]/.test(name)) return false;
  return isFile
    ? isHttpieFile(value) && !contentType?.includes(';type=')
    : !contentType && !ESCAPE.test(value) && !value.includes('\0');
}

/** HTTPie interprets escapes and `;type=` in file names. */
function isHttpieFile(name: string): boolean {
  return !/[\\:=@;]/.test(name);
}

/** A leading separator of a value would join the one before it: `:@` and `=@` name files. */
function httpieValue(value: string): string {
  return value.replace(/^[:=@;]/, '\\$&');
}

function httpieItem({ name, value, isFile, contentType }: FormField): string {
  const key = name.replace(/[:=@;]/g, '\\$&');
  return isFile
    ? `${key}@${pathOf(value)}${contentType ? `;type=${contentType}` : ''}`
    : `${key}=${httpieValue(value)}`;
}

function httpieHeader([name, value]: readonly [string, string]): string {
  return value === '' ? `${name};` : `${name}:${httpieValue(value)}`;
}

/** To HTTPie, `-` alone is the standard input, and `~` a home folder. */
function pathOf(fileName: string): string {
  return /^[\w.]/.test(fileName) ? fileName : `./${fileName}`;
}

/** The header that a piped body needs, where the tool would otherwise have set it. */
function contentType(body: SampleBody): [name: string, value: string][] {
  return body.kind === 'multipart'
    ? [['Content-Type', `multipart/form-data; boundary=${boundaryOf(body.fields)}`]]
    : [];
}

/** Bytes for a command that cannot be passed as words. */
function piped(segments: readonly Segment[], command: string): string {
  const commands = segments.flatMap((segment) =>
    'file' in segment
      ? [`  cat ${shellWord(pathOf(segment.file))}`]
      : splitLines(segment.text).map((line) => `  printf '%b' ${printfString(line)}`),
  );
  return ['{', ...commands, `} | ${command}`].join('\n');
}
