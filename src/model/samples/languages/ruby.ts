import type { SampleBody, SampleRequest } from '../../request/request.ts';
import type { FormField } from '../../request/serialize.ts';
import { boundaryOf, multipart, splitLines } from './body.ts';
import { hashComment, type Language, lines } from './language.ts';
import { indented, isBlock, rubyString as quote } from './literal.ts';

/** `Net::HTTP`. The library's client changes URLs, and cannot send a single file. */
export const ruby: Language = {
  id: 'ruby',
  label: 'Ruby',
  language: 'ruby',
  comment: hashComment,
  write,
};

/** Methods for which `Net::HTTP` has a class. */
const CLASSES = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'];

function write({ method, url, headers, basic, body }: SampleRequest): string {
  const request = CLASSES.includes(method)
    ? `Net::HTTP::${method[0]}${method.slice(1).toLowerCase()}.new(uri)`
    : `Net::HTTPGenericRequest.new(${quote(method)}, ${body !== undefined}, true, uri)`;
  const isSecure = url.startsWith('https:') ? ', use_ssl: true' : '';
  return lines(
    'require "net/http"',
    '',
    `uri = URI(${quote(url)})`,
    `request = ${request}`,
    headers.map(([name, value]) => `request[${quote(name)}] = ${quote(value)}`),
    basic && `request.basic_auth(${quote(basic.username)}, ${quote(basic.password)})`,
    body && contentOf(body),
    '',
    `response = Net::HTTP.start(uri.hostname, uri.port${isSecure}) do |http|`,
    '  http.request(request)',
    'end',
    'puts response.code, response.body',
  );
}

function contentOf(body: SampleBody): string {
  switch (body.kind) {
    case 'file':
      return `request.body = File.binread(${quote(body.fileName)})`;
    case 'form':
      return `request.body = URI.encode_www_form(${list(body.fields)})`;
    case 'multipart':
      // `set_form` drops the media types of parts that are not files.
      if (body.fields.some(({ isFile, contentType }) => !isFile && contentType))
        return byHand(body.fields);
      return `request.set_form(${list(body.fields)}, "multipart/form-data")`;
    default:
      return `request.body = ${literal(body.text)}`;
  }
}

function byHand(fields: readonly FormField[]): string {
  const parts = multipart(fields).flatMap((segment) =>
    'file' in segment
      ? [`File.binread(${quote(segment.file)})`]
      : splitLines(segment.text).map((line) => `${quote(line)}.b`),
  );
  return lines(
    `request["Content-Type"] = ${quote(`multipart/form-data; boundary=${boundaryOf(fields)}`)}`,
    `request.body = [\n  ${parts.join(',\n  ')}\n].join`,
  );
}

function list(fields: readonly FormField[]): string {
  const items = fields.map(({ name, value, isFile, contentType }) => {
    const content = isFile ? `File.open(${quote(value)}, "rb")` : quote(value);
    const type = contentType ? `, { content_type: ${quote(contentType)} }` : '';
    return `\n  [${quote(name)}, ${content}${type}]`;
  });
  return `[${items.join(',')}\n]`;
}

/** A heredoc without escapes. */
function literal(text: string): string {
  return isBlock(text) && !/^\s*BODY$/m.test(text)
    ? `<<~'BODY'.chomp\n  ${indented(text, '  ')}\nBODY`
    : quote(text);
}
