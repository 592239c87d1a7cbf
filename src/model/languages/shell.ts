import { shellCurl } from '@scalar/snippetz/plugins/shell/curl';
import { shellHttpie } from '@scalar/snippetz/plugins/shell/httpie';
import type { SampleBody, SampleRequest } from '../request.ts';
import type { FormField } from '../serialize.ts';
import { textOf } from './body.ts';
import type { Language } from './language.ts';
import { fromLibrary, harOf } from './library.ts';
import { shellQuoted, shellWord } from './literal.ts';

export const curl: Language = {
  id: 'curl',
  label: 'curl',
  language: 'bash',
  write: fromLibrary({
    client: shellCurl,
    escape: shellQuoted,
    around: ["--data '", "'"],
    // A value that begins with `@` would name a file.
    textBody: (text) => `--data${text.startsWith('@') ? '-raw' : ''} '${shellQuoted(text)}'`,
    fileBody: (fileName) => `--data-binary '@${fileName}'`,
    repeatedFields: true,
    parts: (fields) => fields.map((field) => ({ ...field, value: curlPart(field.value) })),
    // curl would wait for the body that an answer to HEAD announces and never sends.
    finish: (code) => code.replace('--request HEAD', '--head'),
  }),
};

/** curl reads `@file`, `<file` and `;type=` in a part unless it is quoted. */
function curlPart(value: string): string {
  return /^[@<"(]|;/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value;
}

/** The library escapes right here, so it gets the texts as they are. */
export const httpie: Language = { id: 'httpie', label: 'HTTPie', language: 'bash', write };

function write(request: SampleRequest): string {
  const { basic, body, method, url } = request;
  const items = body && itemsOf(body);
  const command = shellHttpie.generate({
    ...harOf(request),
    headers: request.headers.map(([name, value]) => ({ name, value })),
    ...(body && !items && { postData: harBody(body) }),
  });
  const options = [
    ...(body?.kind === 'multipart' && items ? ['--multipart '] : []),
    ...(basic ? [`--auth ${shellWord(`${basic.username}:${basic.password}`)} `] : []),
  ].join('');
  // All text is between single quotes, where HTML would lose a carriage return.
  const escaped = command.replace(/\r/g, () => `'$'\\r''`);
  const words = `'${method}' '${url}'`;
  return [
    escaped.replace(words, () => `${options}${method} ${shellWord(url)}`),
    ...(items ?? []).map((item) => `  ${shellWord(item)}`),
  ].join(' \\\n');
}

function harBody(body: SampleBody) {
  return body.kind === 'multipart'
    ? {
        mimeType: 'multipart/form-data',
        params: body.fields.map(({ name, value, isFile, contentType }) => ({
          name,
          ...(isFile ? { fileName: value } : { value }),
          ...(contentType && { contentType }),
        })),
      }
    : { mimeType: 'text/plain', text: textOf(body) ?? '' };
}

/** Request items of HTTPie, where it has one for each part: text with a media type it has none for. */
function itemsOf(body: SampleBody): string[] | undefined {
  if (body.kind === 'file') {
    return [`@${body.fileName}`];
  }
  return body.kind === 'multipart' && body.fields.length > 0 && body.fields.every(isItem)
    ? body.fields.map(item)
    : undefined;
}

/** A backslash before a separator cannot be written. */
function isItem({ name, value, isFile, contentType }: FormField): boolean {
  return isFile || !(contentType || name.includes('\\') || /\\[:=@;]|\0/.test(value));
}

function item({ name, value, isFile, contentType }: FormField): string {
  const key = name.replace(/[:=@;]/g, '\\$&');
  return isFile
    ? `${key}@${value}${contentType ? `;type=${contentType}` : ''}`
    : `${key}=${value.replace(/^[:=@;]/, '\\$&')}`;
}
