import type { SampleRequest } from '../../request/request.ts';
import { boundaryOf, segmentsOf } from './body.ts';
import { basicToken, hashComment, type Language, lines } from './language.ts';

/**
 * The HTTP/1.1 message (RFC 9112) with its length, so that it can be sent as is once the files are inserted.
 * The library's client omits ports and files. HTML has only one kind of line break: whoever sends the message
 * writes CRLF in its head and between the parts of a multipart body. The length is counted for that, so that
 * the end of a body does not become another message.
 */
export const http: Language = {
  id: 'http',
  label: 'HTTP',
  language: 'http',
  comment: hashComment,
  write,
};

function write({ method, url, headers, basic, body }: SampleRequest): string {
  const [, host = '', target = ''] = /^https?:\/\/(?:[^/?#]*@)?([^/?#]*)(.*)$/i.exec(url) ?? [];
  const segments = body && segmentsOf(body);
  const hasFile = segments?.some((segment) => 'file' in segment);
  const content = segments
    ?.map((segment) => ('file' in segment ? `(content of ${segment.file})` : segment.text))
    .join('')
    .replace(/\r\n?/g, '\n');
  const isMultipart =
    body?.kind === 'multipart' ||
    headers.some(([name, value]) => /^content-type$/i.test(name) && /^multipart\//i.test(value));
  return lines(
    inLine(`${method} ${target.startsWith('/') ? target : `/${target}`} HTTP/1.1`),
    inLine(`Host: ${host}`),
    headers.map(([name, value]) => inLine(`${name}: ${value}`)),
    basic && `Authorization: Basic ${basicToken(basic)}`,
    body?.kind === 'multipart' &&
      `Content-Type: multipart/form-data; boundary=${boundaryOf(body.fields)}`,
    content !== undefined &&
      !hasFile &&
      `Content-Length: ${lengthOf(isMultipart ? content.replaceAll('\n', '\r\n') : content)}`,
    '',
    content ?? '',
  );
}

function lengthOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** A text on a line of the head; a line break would start another line. */
function inLine(text: string): string {
  return text.replace(/[\0\r\n]/g, ' ');
}
