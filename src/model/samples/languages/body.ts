import type { SampleBody } from '../../request/request.ts';
import type { FormField } from '../../request/serialize.ts';

/** A body in bytes: text, and the contents of files. */
export type Segment = { readonly text: string } | { readonly file: string };

/** Fields as `application/x-www-form-urlencoded` (WHATWG URL section 5). */
export function urlEncoded(fields: readonly FormField[]): string {
  return new URLSearchParams(
    fields.map(({ name, value }): [string, string] => [name, value]),
  ).toString();
}

/** The text of a text body or form. */
export function textOf(body: SampleBody | undefined): string | undefined {
  if (body?.kind === 'form') return urlEncoded(body.fields);
  return body && 'text' in body ? body.text : undefined;
}

/** The bytes of a body, whatever its kind. */
export function segmentsOf(body: SampleBody): Segment[] {
  if (body.kind === 'file') return [{ file: body.fileName }];
  return body.kind === 'multipart' ? multipart(body.fields) : [{ text: textOf(body) ?? '' }];
}

/** Whether a program has to open a file to send a body. */
export function readsFile(body: SampleBody | undefined): boolean {
  return (
    body?.kind === 'file' ||
    (body?.kind === 'multipart' && body.fields.some(({ isFile }) => isFile))
  );
}

export function haveOwnNames(fields: readonly FormField[]): boolean {
  return new Set(fields.map(({ name }) => name)).size === fields.length;
}

/** A boundary that occurs in none of the parts (RFC 2046 section 5.1.1). */
export function boundaryOf(fields: readonly FormField[]): string {
  const all = JSON.stringify(fields);
  let boundary = 'boundary';
  while (all.includes(boundary)) boundary += '-1';
  return boundary;
}

/**
 * `multipart/form-data` (RFC 7578) for languages whose library cannot write it: the lines before, between and
 * after the contents of files.
 */
export function multipart(fields: readonly FormField[]): Segment[] {
  const boundary = boundaryOf(fields);
  const segments: Segment[] = [];
  let text = '';
  for (const { name, value, isFile, contentType } of fields) {
    const type = contentType ?? (isFile ? 'application/octet-stream' : undefined);
    const fileName = isFile ? `; filename="${quotedName(value)}"` : '';
    text += `--${boundary}\r\nContent-Disposition: form-data; name="${quotedName(name)}"${fileName}\r\n`;
    text += `${type === undefined ? '' : `Content-Type: ${quotedName(type)}\r\n`}\r\n`;
    if (isFile) {
      segments.push({ text }, { file: value });
      text = '\r\n';
    } else {
      text += `${value}\r\n`;
    }
  }
  return [...segments, { text: `${text}--${boundary}--\r\n` }];
}

/** A name of a part or file as browsers write it (HTML standard, "multipart/form-data encoding algorithm"). */
export function quotedName(text: string): string {
  return text.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
}

/** A text split after each line break. */
export function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [''];
}
