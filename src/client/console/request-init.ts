import type { SampleRequest } from '../../model/request/request.ts';
import type { FormField } from '../../model/request/serialize.ts';
import { quotedName } from '../../model/samples/languages/body.ts';
import { basicToken } from '../../model/samples/languages/language.ts';
import type { RequestCookies } from '../../slices/slice.ts';

/** Files by field name, in order; the body's own under the empty name. */
export type FilesByField = ReadonlyMap<string, readonly File[]>;

/** What the browser will send. */
export interface BrowserRequest {
  readonly url: string;
  readonly init: RequestInit;
  /** Cookies, which pages may not set as a header: `name=value; name=value`. */
  readonly cookies: string;
  /**
   * Names of other headers that browsers do not let a page set (Fetch standard, "forbidden request-header").
   */
  readonly dropped: readonly string[];
}

/** How a request is sent. */
export interface SendOptions {
  /** Prefix of the URL. */
  readonly proxy?: string | undefined;
  /** Whether the reader's cookies are sent; by default, only with requests that have one. */
  readonly cookies?: RequestCookies | undefined;
}

/** A request in terms of the Fetch standard. */
export function browserRequest(
  request: SampleRequest,
  files: FilesByField,
  { proxy, cookies: sendCookies }: SendOptions = {},
): BrowserRequest {
  const headers = new Headers();
  let cookies = '';
  for (const [name, value] of request.headers) {
    if (name.toLowerCase() === 'cookie') cookies = value;
    else headers.append(name, value);
  }
  if (request.basic) headers.set('Authorization', `Basic ${basicToken(request.basic)}`);
  const body = bodyOf(request, files);
  // The boundary between the parts is ours.
  if (request.body?.kind === 'multipart') headers.set('Content-Type', (body as Blob).type);
  return {
    url: proxy === undefined ? request.url : `${proxy.replace(/\/+$/, '')}/${request.url}`,
    cookies,
    dropped: droppedOf(headers),
    init: {
      method: request.method,
      headers,
      ...(body !== undefined && { body }),
      // The reader's cookies for the API are sent only if the request has cookies.
      credentials: sendCookies ?? (cookies === '' ? 'omit' : 'include'),
      referrerPolicy: 'no-referrer',
    },
  };
}

function droppedOf(headers: Headers): string[] {
  const allowed = new Request(location.href, { headers }).headers;
  return [...headers.keys()].filter((name) => !allowed.has(name));
}

function bodyOf({ body }: SampleRequest, files: FilesByField): BodyInit | undefined {
  if (!body) return undefined;
  switch (body.kind) {
    case 'form':
      return new URLSearchParams(body.fields.map(({ name, value }) => [name, value])).toString();
    case 'multipart':
      return multipart(body.fields, files);
    case 'file':
      return files.get('')?.[0] ?? '';
    default:
      return body.text;
  }
}

/**
 * A multipart body (RFC 7578). The browser's own `FormData` sets no content type for fields that are not
 * files.
 */
function multipart(fields: readonly FormField[], files: FilesByField): Blob {
  const boundary = `----${crypto.getRandomValues(new Uint32Array(4)).join('')}`;
  const left = new Map([...files].map(([name, list]) => [name, [...list]]));
  const parts = fields.flatMap(({ name, value, isFile, contentType }): BlobPart[] => {
    const file = isFile ? left.get(name)?.shift() : undefined;
    // A file that the reader has not chosen is omitted.
    if (isFile && !file) return [];
    const type = contentType ?? (file && (file.type || 'application/octet-stream'));
    const head = [
      `--${boundary}`,
      `Content-Disposition: form-data; name="${quotedName(name)}"${file ? `; filename="${quotedName(file.name)}"` : ''}`,
      ...(type ? [`Content-Type: ${type.replace(/[\r\n]/g, ' ')}`] : []),
    ];
    return [`${head.join('\r\n')}\r\n\r\n`, file ?? value, '\r\n'];
  });
  return new Blob([...parts, `--${boundary}--\r\n`], {
    type: `multipart/form-data; boundary=${boundary}`,
  });
}
