import type { SampleBody, SampleRequest } from '../request.ts';
import { boundaryOf, multipart, type Segment, textOf } from './body.ts';
import { basicToken, type Language, lines } from './language.ts';

/**
 * The message of HTTP/1.1 (RFC 9112), with its length, so that it can be sent as it is once the files
 * are in it. The library's client leaves ports and files out.
 */
export const http: Language = { id: 'http', label: 'HTTP', language: 'http', write };

function write({ method, url, headers, basic, body }: SampleRequest): string {
  const [, host = '', target = ''] = /^https?:\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  const segments = body && segmentsOf(body);
  const hasFile = segments?.some((segment) => 'file' in segment);
  const content = segments
    ?.map((segment) => ('file' in segment ? `(content of ${segment.file})` : segment.text))
    .join('');
  return lines(
    `${method} ${target.startsWith('/') ? target : `/${target}`} HTTP/1.1`,
    `Host: ${host}`,
    headers.map(([name, value]) => `${name}: ${value}`),
    basic && `Authorization: Basic ${basicToken(basic)}`,
    body?.kind === 'multipart' &&
      `Content-Type: multipart/form-data; boundary=${boundaryOf(body.fields)}`,
    content !== undefined &&
      !hasFile &&
      `Content-Length: ${new TextEncoder().encode(content).length}`,
    '',
    // HTML has one kind of line break: who sends the message writes CRLF where it has to be.
    (content ?? '').replaceAll('\r\n', '\n'),
  );
}

function segmentsOf(body: SampleBody): Segment[] {
  if (body.kind === 'file') {
    return [{ file: body.fileName }];
  }
  return body.kind === 'multipart' ? multipart(body.fields) : [{ text: textOf(body) ?? '' }];
}
