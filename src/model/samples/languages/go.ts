import type { SampleBody, SampleRequest } from '../../request/request.ts';
import type { FormField } from '../../request/serialize.ts';
import { textOf } from './body.ts';
import { type Language, lines, slashComment } from './language.ts';
import { isPlain, plainString as quote } from './literal.ts';

/** `net/http`. The library's client loses repeated fields and media types of parts, and hides errors. */
export const go: Language = {
  id: 'go',
  label: 'Go',
  language: 'go',
  comment: slashComment,
  write,
};

interface Body {
  readonly name: string;
  readonly imports: readonly string[];
  readonly code: readonly string[];
}

function write({ method, url, headers, basic, body: sent }: SampleRequest): string {
  const body = bodyOf(sent);
  const imports = [...new Set(['fmt', 'io', 'net/http', ...body.imports])].sort();
  return lines(
    'package main',
    '',
    'import (',
    imports.map((name) => `\t"${name}"`),
    ')',
    '',
    'func main() {',
    body.code.map((line) => `\t${line}`),
    `\trequest, err := http.NewRequest(${quote(method)}, ${quote(url)}, ${body.name})`,
    CHECK,
    headers.map(([name, value]) => `\trequest.Header.Set(${quote(name)}, ${quote(value)})`),
    sent?.kind === 'multipart' &&
      '\trequest.Header.Set("Content-Type", form.FormDataContentType())',
    basic && `\trequest.SetBasicAuth(${quote(basic.username)}, ${quote(basic.password)})`,
    '',
    '\tresponse, err := http.DefaultClient.Do(request)',
    CHECK,
    '\tdefer response.Body.Close()',
    '\tcontent, _ := io.ReadAll(response.Body)',
    '\tfmt.Println(response.StatusCode)',
    '\tfmt.Println(string(content))',
    '}',
  );
}

const CHECK = '\tif err != nil {\n\t\tpanic(err)\n\t}';

function bodyOf(body: SampleBody | undefined): Body {
  if (body?.kind === 'multipart') return multipartBody(body.fields);
  if (body?.kind === 'file') {
    const code = `body, err := os.Open(${quote(body.fileName)})`;
    return { name: 'body', imports: ['os'], code: [code, ...FILE_CHECK] };
  }
  const text = textOf(body);
  return text === undefined
    ? { name: 'nil', imports: [], code: [] }
    : {
        name: 'body',
        imports: ['strings'],
        code: [`body := strings.NewReader(${literal(text)})`],
      };
}

const FILE_CHECK = ['if err != nil {', '\tpanic(err)', '}'];

/** Between backticks if possible, which is easier to read. */
function literal(text: string): string {
  return isPlain(text) && !text.includes('`') ? `\`${text}\`` : quote(text);
}

function multipartBody(fields: readonly FormField[]): Body {
  const hasFile = fields.some(({ isFile }) => isFile);
  const hasType = fields.some(({ contentType }) => contentType !== undefined);
  return {
    name: 'body',
    imports: [
      'bytes',
      'mime/multipart',
      ...(hasFile ? ['os'] : []),
      ...(hasType ? ['net/textproto'] : []),
    ],
    code: [
      'body := &bytes.Buffer{}',
      'form := multipart.NewWriter(body)',
      ...fields.flatMap(part),
      'form.Close()',
    ],
  };
}

function part({ name, value, isFile, contentType }: FormField): string[] {
  if (!isFile && contentType === undefined)
    return [`form.WriteField(${quote(name)}, ${quote(value)})`];
  const disposition = `form-data; name=${inHeader(name)}${isFile ? `; filename=${inHeader(value)}` : ''}`;
  const create =
    contentType === undefined
      ? `form.CreateFormFile(${quote(name)}, ${quote(value)})`
      : `form.CreatePart(textproto.MIMEHeader{\n\t\t"Content-Disposition": {${quote(disposition)}},\n\t\t"Content-Type":        {${quote(contentType)}},\n\t})`;
  return isFile
    ? [
        `if file, err := os.ReadFile(${quote(value)}); err == nil {`,
        `\tpart, _ := ${create.replaceAll('\n', '\n\t')}`,
        '\tpart.Write(file)',
        '}',
      ]
    : [`if part, err := ${create}; err == nil {`, `\tpart.Write([]byte(${quote(value)}))`, '}'];
}

/** As Go's own package writes it. */
function inHeader(text: string): string {
  const escaped = text.replace(/[\\"]/g, '\\$&').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return `"${escaped}"`;
}
