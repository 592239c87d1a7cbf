import type { SampleBody, SampleRequest } from '../../request/request.ts';
import type { FormField } from '../../request/serialize.ts';
import { type Language, lines, slashComment } from './language.ts';
import { indented, isBlock, plainString as quote } from './literal.ts';

/** `HttpClient`. The library's client loses media types, and parts of headers. */
export const csharp: Language = {
  id: 'csharp',
  label: 'C#',
  language: 'csharp',
  comment: slashComment,
  write,
};

/** Headers that .NET accepts only on the content. */
const CONTENT_HEADER = /^(content-.*|allow|expires|last-modified)$/i;

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE'];

function write({ method, url, headers, basic, body }: SampleRequest): string {
  const known = METHODS.includes(method)
    ? `HttpMethod.${method[0]}${method.slice(1).toLowerCase()}`
    : `new HttpMethod(${quote(method)})`;
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const others = headers.filter(([name]) => name.toLowerCase() !== 'content-type');
  const ofContent = others.filter(([name]) => CONTENT_HEADER.test(name));
  const add =
    (holder: string) =>
    ([name, value]: readonly [string, string]) =>
      `${holder}.TryAddWithoutValidation(${quote(name)}, ${quote(value)});`;
  return lines(
    usings(basic !== undefined, type !== undefined || body?.kind === 'multipart'),
    'using var client = new HttpClient();',
    `using var request = new HttpRequestMessage(${known}, ${quote(url)});`,
    others.filter(([name]) => !CONTENT_HEADER.test(name)).map(add('request.Headers')),
    basic && [
      `var credentials = Encoding.UTF8.GetBytes(${quote(`${basic.username}:${basic.password}`)});`,
      'request.Headers.Authorization = new("Basic", Convert.ToBase64String(credentials));',
    ],
    body && contentOf(body, type),
    body && ofContent.map(add('request.Content.Headers')),
    '',
    'using var response = await client.SendAsync(request);',
    'Console.WriteLine((int)response.StatusCode);',
    'Console.WriteLine(await response.Content.ReadAsStringAsync());',
  );
}

/** Namespaces that .NET projects do not import by default. */
function usings(hasBasic: boolean, hasType: boolean): string[] {
  const names = [
    ...(hasType ? ['using System.Net.Http.Headers;'] : []),
    ...(hasBasic ? ['using System.Text;'] : []),
  ];
  return names.length > 0 ? [...names, ''] : [];
}

const FORM = 'application/x-www-form-urlencoded';

function contentOf(body: SampleBody, type: string | undefined): string[] {
  const parsed = type === undefined ? '' : `MediaTypeHeaderValue.Parse(${quote(type)})`;
  const typed = parsed ? [`request.Content.Headers.ContentType = ${parsed};`] : [];
  switch (body.kind) {
    case 'multipart':
      return [
        'var form = new MultipartFormDataContent();',
        ...body.fields.map(part),
        'request.Content = form;',
      ];
    case 'form':
      return [
        'request.Content = new FormUrlEncodedContent([',
        ...body.fields.map(({ name, value }) => `    new(${quote(name)}, ${quote(value)}),`),
        ']);',
        ...(type === FORM ? [] : typed),
      ];
    case 'file':
      return [
        `request.Content = new StreamContent(File.OpenRead(${quote(body.fileName)}));`,
        ...typed,
      ];
    default:
      return [
        `request.Content = new StringContent(${[literal(body.text), ...(parsed ? [parsed] : [])].join(', ')});`,
      ];
  }
}

function part({ name, value, isFile, contentType }: FormField): string {
  const content = isFile
    ? `new StreamContent(File.OpenRead(${quote(value)}))`
    : `new StringContent(${quote(value)})`;
  const names = [name, ...(isFile ? [value] : [])].map(quote).join(', ');
  if (contentType === undefined) return `form.Add(${content}, ${names});`;
  const headers = `Headers = { ContentType = MediaTypeHeaderValue.Parse(${quote(contentType)}) }`;
  return `form.Add(${content} { ${headers} }, ${names});`;
}

/** A raw string, between more quotes than the text has in a row (C# 11). */
function literal(text: string): string {
  if (!isBlock(text)) return quote(text);
  const runs = text.match(/"{3,}/g) ?? [];
  const quotes = '"'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
  return `${quotes}\n    ${indented(text, '    ')}\n    ${quotes}`;
}
