import type { SampleRequest } from '../request.ts';
import { boundaryOf, segmentsOf } from './body.ts';
import { basicToken, hashComment, type Language, lines } from './language.ts';

/**
 * The message of HTTP/1.1 (RFC 9112), with its length, so that it can be sent as it is once the files
 * are in it. The library's client leaves ports and files out.
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
    .join('');
  return lines(
    inLine(`${method} ${target.startsWith('/') ? target : `/${target}`} HTTP/1.1`),
    inLine(`Host: ${host}`),
    headers.map(([name, value]) => inLine(`${name}: ${value}`)),
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

/** A text on a line of a head; a line break would begin another line. */
function inLine(text: string): string {
  return text.replace(/[\0\r\n]/g, ' ');
}
