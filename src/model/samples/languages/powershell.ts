import type { SampleBody, SampleRequest } from '../../request/request.ts';
import type { FormField } from '../../request/serialize.ts';
import { haveOwnNames, textOf } from './body.ts';
import { hashComment, type Language, lines } from './language.ts';
import { isBlock, powershellString as quote } from './literal.ts';

/** `Invoke-WebRequest` of PowerShell 7. The library's client writes every body as bytes. */
export const powershell: Language = {
  id: 'powershell',
  label: 'PowerShell',
  language: 'powershell',
  comment: hashComment,
  write,
};

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'MERGE'];

function write({ method, url, headers, basic, body }: SampleRequest): string {
  const body_ = body && contentOf(body);
  const pairs = [
    ...headers.map(([name, value]) => `    ${quote(name)} = ${quote(value)}`),
    ...(basic
      ? ['    \'Authorization\' = "Basic $([Convert]::ToBase64String($credentials))"']
      : []),
  ];
  const options = [
    ...(method === 'GET' && !body
      ? []
      : [`${METHODS.includes(method) ? 'Method' : 'CustomMethod'} = ${quote(method)}`]),
    `Uri = ${quote(url)}`,
    ...(pairs.length > 0 ? [`Headers = @{\n${pairs.join('\n')}\n  }`] : []),
    ...(body_ ? [body_.option] : []),
    // An error response is a response.
    'SkipHttpErrorCheck = $true',
  ];
  return lines(
    basic &&
      `$credentials = [Text.Encoding]::UTF8.GetBytes(${quote(`${basic.username}:${basic.password}`)})`,
    body_?.before,
    '$request = @{',
    options.map((option) => `  ${option}`),
    '}',
    '$response = Invoke-WebRequest @request',
    '$response.StatusCode',
    '$response.Content',
  );
}

interface Content {
  readonly before: readonly string[];
  readonly option: string;
}

function contentOf(body: SampleBody): Content {
  if (body.kind === 'file') return { before: [], option: `InFile = ${quote(body.fileName)}` };
  if (body.kind === 'multipart')
    return isHashtable(body.fields) ? form(body.fields) : parts(body.fields);
  const text = literal(textOf(body) ?? '');
  // Before 7.4, text would be sent in Latin-1.
  return /^\p{ASCII}*$/u.test(text)
    ? { before: [`$body = ${text}`], option: 'Body = $body' }
    : { before: [`$body = ${text}`], option: 'Body = [Text.Encoding]::UTF8.GetBytes($body)' };
}

/** A hashtable has unique, case-insensitive names, and no media types. */
function isHashtable(fields: readonly FormField[]): boolean {
  const names = fields.map((field) => ({ ...field, name: field.name.toLowerCase() }));
  return haveOwnNames(names) && fields.every(({ contentType }) => !contentType);
}

function form(fields: readonly FormField[]): Content {
  const members = fields.map(
    ({ name, value, isFile }) =>
      `    ${quote(name)} = ${isFile ? `Get-Item -LiteralPath ${quote(value)}` : quote(value)}`,
  );
  return { before: [], option: `Form = @{\n${members.join('\n')}\n  }` };
}

function parts(fields: readonly FormField[]): Content {
  const added = fields.flatMap(({ name, value, isFile, contentType }) => {
    const content = isFile
      ? `[Net.Http.StreamContent]::new([IO.File]::OpenRead((Resolve-Path -LiteralPath ${quote(value)})))`
      : `[Net.Http.StringContent]::new(${quote(value)})`;
    return [
      `$part = ${content}`,
      ...(contentType ? [`$part.Headers.ContentType = ${quote(contentType)}`] : []),
      `$body.Add($part, ${[name, ...(isFile ? [value] : [])].map(quote).join(', ')})`,
    ];
  });
  return {
    before: ['$body = [Net.Http.MultipartFormDataContent]::new()', ...added],
    option: 'Body = $body',
  };
}

/** A here-string, which ends with a quote at the start of a line. */
function literal(text: string): string {
  return isBlock(text) && !/^['\u2018-\u201b]/m.test(text) ? `@'\n${text}\n'@` : quote(text);
}
