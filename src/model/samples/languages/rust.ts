import type { SampleBody, SampleRequest } from '../../request/request.ts';
import type { FormField } from '../../request/serialize.ts';
import { type Language, lines, slashComment } from './language.ts';
import { isBlock, bracedString as quote } from './literal.ts';

/** The blocking client of `reqwest`. The library's client is not a complete program, and opens no file. */
export const rust: Language = {
  id: 'rust',
  label: 'Rust',
  language: 'rust',
  comment: slashComment,
  write,
};

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];

function write({ method, url, headers, basic, body }: SampleRequest): string {
  const start = METHODS.includes(method)
    ? `.${method.toLowerCase()}(${quote(url)})`
    : `.request(${quote(method)}.parse()?, ${quote(url)})`;
  const calls = [
    start,
    ...headers
      // The form is written with its media type.
      .filter(([name]) => body?.kind !== 'form' || name.toLowerCase() !== 'content-type')
      .map(([name, value]) => `.header(${quote(name)}, ${quote(value)})`),
    ...(basic ? [`.basic_auth(${quote(basic.username)}, Some(${quote(basic.password)}))`] : []),
    ...(body ? [contentOf(body)] : []),
    '.send()?;',
  ];
  return lines(
    `// Cargo.toml: reqwest = { version = "0.12", features = ["blocking"${body?.kind === 'multipart' ? ', "multipart"' : ''}] }`,
    'fn main() -> Result<(), Box<dyn std::error::Error>> {',
    body?.kind === 'multipart' && multipart(body.fields),
    '    let response = reqwest::blocking::Client::new()',
    calls.map((call) => `        ${call}`),
    '    println!("{}", response.status());',
    '    println!("{}", response.text()?);',
    '    Ok(())',
    '}',
  );
}

function contentOf(body: SampleBody): string {
  switch (body.kind) {
    case 'file':
      return `.body(std::fs::File::open(${quote(body.fileName)})?)`;
    case 'multipart':
      return '.multipart(form)';
    case 'form':
      return `.form(&[\n${body.fields
        .map(({ name, value }) => `            (${quote(name)}, ${quote(value)}),`)
        .join('\n')}\n        ])`;
    default:
      return `.body(${literal(body.text)})`;
  }
}

function multipart(fields: readonly FormField[]): string[] {
  const calls = fields.map(({ name, value, isFile, contentType }) => {
    if (!isFile && !contentType) return `.text(${quote(name)}, ${quote(value)})`;
    const content = isFile ? `file(${quote(value)})?` : `text(${quote(value)})`;
    const type = contentType ? `.mime_str(${quote(contentType)})?` : '';
    return `.part(\n            ${quote(name)},\n            reqwest::blocking::multipart::Part::${content}${type},\n        )`;
  });
  const all = ['reqwest::blocking::multipart::Form::new()', ...calls].join('\n        ');
  return [`    let form = ${all};`];
}

/** A raw string, between more `#` than follow a quote in it. */
function literal(text: string): string {
  if (!isBlock(text)) return quote(text);
  const runs = text.match(/"#*/g) ?? [];
  const hashes = '#'.repeat(Math.max(1, ...runs.map((run) => run.length)));
  return `r${hashes}"${text}"${hashes}`;
}
