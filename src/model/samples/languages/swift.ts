import type { SampleBody, SampleRequest } from '../../request/request.ts';
import { boundaryOf, multipart, splitLines, textOf } from './body.ts';
import { type Language, lines, slashComment } from './language.ts';
import { indented, isBlock, bracedString as quote } from './literal.ts';

/** `URLSession`. The library's client sends a placeholder for files, and treats responses as errors. */
export const swift: Language = {
  id: 'swift',
  label: 'Swift',
  language: 'swift',
  comment: slashComment,
  // Since iOS 13 and macOS 10.15 such a request fails with NSURLErrorDataLengthExceedsMaximum.
  cannot: ({ method, body }) =>
    method === 'GET' && body
      ? 'URLSession cannot send this request: it refuses a body with GET.'
      : undefined,
  write,
};

function write({ method, url, headers, basic, body }: SampleRequest): string {
  const set = (name: string, value: string) =>
    `request.setValue(${value}, forHTTPHeaderField: ${quote(name)})`;
  return lines(
    'import Foundation',
    '',
    `var request = URLRequest(url: URL(string: ${quote(url)})!)`,
    `request.httpMethod = ${quote(method)}`,
    headers.map(([name, value]) => set(name, quote(value))),
    basic && [
      `let credentials = Data(${quote(`${basic.username}:${basic.password}`)}.utf8)`,
      set('Authorization', '"Basic " + credentials.base64EncodedString()'),
    ],
    body?.kind === 'multipart' &&
      set('Content-Type', quote(`multipart/form-data; boundary=${boundaryOf(body.fields)}`)),
    body && contentOf(body),
    '',
    'let (content, response) = try await URLSession.shared.data(for: request)',
    'print((response as! HTTPURLResponse).statusCode)',
    'print(String(decoding: content, as: UTF8.self))',
  );
}

const readFile = (name: string) => `try Data(contentsOf: URL(fileURLWithPath: ${quote(name)}))`;

function contentOf(body: SampleBody): string[] {
  if (body.kind === 'file') return [`request.httpBody = ${readFile(body.fileName)}`];
  if (body.kind !== 'multipart')
    return [`request.httpBody = Data(${literal(textOf(body) ?? '')}.utf8)`];
  return [
    'var body = Data()',
    ...multipart(body.fields).flatMap((segment) =>
      'file' in segment
        ? [`body += ${readFile(segment.file)}`]
        : splitLines(segment.text).map((line) => `body += Data(${quote(line)}.utf8)`),
    ),
    'request.httpBody = body',
  ];
}

/** A multi-line string, between more `#` than follow a backslash or three quotes in it. */
function literal(text: string): string {
  if (!isBlock(text)) return quote(text);
  const runs = text.match(/(?:\\|"{3,})#*/g) ?? [];
  const needed = runs.map((run) => run.split('#').length);
  const hashes = '#'.repeat(Math.max(0, ...needed));
  return `${hashes}"""\n  ${indented(text, '  ')}\n  """${hashes}`;
}
