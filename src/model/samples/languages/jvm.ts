import type { SampleBody, SampleRequest } from '../../request/request.ts';
import { boundaryOf, multipart, readsFile, type Segment, splitLines, textOf } from './body.ts';
import { type Language, lines, slashComment } from './language.ts';
import { indented, isBlock, kotlinString, plainString } from './literal.ts';

/** Differences between the languages that use `java.net.http`. */
interface Dialect {
  readonly quote: (text: string) => string;
  /** A multi-line text literal, or false if it must be a quoted string. */
  readonly block: (text: string, indent: string) => string | false;
  readonly bytes: string;
  readonly indent: string;
}

/** Text inside a text block of Java. */
function inBlock(text: string): string {
  return text.replace(/\\|"(?="")|"$/g, '\\$&');
}

const JAVA: Dialect = {
  quote: plainString,
  block: (text, indent) => isBlock(text) && `"""\n${indent}${indented(inBlock(text), indent)}"""`,
  bytes: 'getBytes',
  indent: '        ',
};

const KOTLIN: Dialect = {
  quote: kotlinString,
  block: (text, indent) =>
    isBlock(text) &&
    !/"""|\$/.test(text) &&
    `"""\n${indent}${indented(text, indent)}\n${indent}""".trimIndent()`,
  bytes: 'toByteArray',
  indent: '        ',
};

function cannot({ method }: SampleRequest): string | undefined {
  return method === 'CONNECT'
    ? 'java.net.http cannot send this request: it refuses the method CONNECT.'
    : undefined;
}

/** The library's client writes bytes by hand and is not a complete program. */
export const java: Language = {
  id: 'java',
  label: 'Java',
  language: 'java',
  comment: slashComment,
  cannot,
  write: (request) =>
    lines(
      'import java.net.URI;',
      'import java.net.http.*;',
      request.basic && 'import java.util.Base64;',
      readsFile(request.body) && 'import java.nio.file.Path;',
      '',
      'class Main {',
      '  public static void main(String[] args) throws Exception {',
      `    var request = ${builder(request, JAVA)};`,
      '    var response = HttpClient.newHttpClient()',
      '        .send(request, HttpResponse.BodyHandlers.ofString());',
      '    System.out.println(response.statusCode());',
      '    System.out.println(response.body());',
      '  }',
      '}',
    ),
};

/** The library's client is for a version of OkHttp that no longer compiles. */
export const kotlin: Language = {
  id: 'kotlin',
  label: 'Kotlin',
  language: 'kotlin',
  comment: slashComment,
  cannot,
  write: (request) =>
    lines(
      'import java.net.URI',
      'import java.net.http.*',
      request.basic && 'import java.util.Base64',
      readsFile(request.body) && 'import java.nio.file.Path',
      '',
      'fun main() {',
      `    val request = ${builder(request, KOTLIN)}`,
      '    val response = HttpClient.newHttpClient()',
      '        .send(request, HttpResponse.BodyHandlers.ofString())',
      '    println(response.statusCode())',
      '    println(response.body())',
      '}',
    ),
};

/** Headers that `java.net.http` sets itself and refuses. */
const OWN_HEADERS: ReadonlySet<string> = new Set(
  'connection content-length expect host upgrade'.split(' '),
);

function builder({ method, url, headers, basic, body }: SampleRequest, dialect: Dialect): string {
  const { quote, bytes } = dialect;
  const header = (name: string, value: string) => `.header(${quote(name)}, ${value})`;
  const calls = [
    ...headers
      .filter(([name]) => !OWN_HEADERS.has(name.toLowerCase()))
      .map(([name, value]) => header(name, quote(value))),
    ...(basic
      ? [
          header(
            'Authorization',
            `"Basic " + Base64.getEncoder().encodeToString(${quote(`${basic.username}:${basic.password}`)}.${bytes}())`,
          ),
        ]
      : []),
    ...(body?.kind === 'multipart'
      ? [header('Content-Type', quote(`multipart/form-data; boundary=${boundaryOf(body.fields)}`))]
      : []),
    ...(method === 'GET' && !body
      ? []
      : [`.method(${quote(method)}, ${publisher(body, dialect)})`]),
    '.build()',
  ];
  return [`HttpRequest.newBuilder(URI.create(${quote(url)}))`, ...calls].join(
    `\n${dialect.indent}`,
  );
}

const PUBLISHERS = 'HttpRequest.BodyPublishers';

function publisher(body: SampleBody | undefined, dialect: Dialect): string {
  const { quote, block, indent } = dialect;
  if (body?.kind === 'file') return `${PUBLISHERS}.ofFile(Path.of(${quote(body.fileName)}))`;
  if (body?.kind === 'multipart') {
    const [only, ...more] = multipart(body.fields).map((segment) => part(segment, dialect));
    const inner = `\n${indent}    `;
    return more.length === 0
      ? (only ?? '')
      : `${PUBLISHERS}.concat(${[only, ...more].map((code) => inner + code).join(',')})`;
  }
  const text = textOf(body);
  return text === undefined
    ? `${PUBLISHERS}.noBody()`
    : `${PUBLISHERS}.ofString(${block(text, `${indent}    `) || quote(text)})`;
}

function part(segment: Segment, { quote, indent }: Dialect): string {
  if ('file' in segment) return `${PUBLISHERS}.ofFile(Path.of(${quote(segment.file)}))`;
  const joined = splitLines(segment.text).map(quote).join(` +\n${indent}        `);
  return `${PUBLISHERS}.ofString(${joined})`;
}
