import { headerText, isToken, type SampleBody, type SampleRequest } from './request.ts';
import type { FormField } from './serialize.ts';

/**
 * A request that is safe to write as a sample, or the reason why there is none. Line breaks in headers, names
 * that are not HTTP tokens and other protocols are removed before any language sees them, whether they come
 * from the document or the reader.
 */
export function sendable(request: SampleRequest): SampleRequest | string {
  if (!isToken(request.method))
    return 'This request cannot be sent: its method is not a valid HTTP method.';
  if (!/^https?:\/\/[^/?#]/i.test(request.url))
    return 'This request cannot be sent: its address is not an HTTP or HTTPS URL.';
  const { body } = request;
  return {
    ...request,
    headers: request.headers
      .filter(([name]) => isToken(name))
      .map(([name, value]) => [name, headerText(value)]),
    ...(body && { body: sendableBody(body) }),
  };
}

function sendableBody(body: SampleBody): SampleBody {
  switch (body.kind) {
    case 'file':
      return { ...body, fileName: baseName(body.fileName) };
    case 'multipart':
      return { ...body, fields: body.fields.map(part) };
    default:
      return body;
  }
}

/** A part, with its name as browsers send it (HTML standard, "multipart/form-data encoding algorithm"). */
function part({ name, value, isFile, contentType }: FormField): FormField {
  const type = contentType && headerText(contentType);
  return {
    name: name.replace(/[\p{Cc}"]/gu, encodeURIComponent),
    value: isFile ? baseName(value) : value,
    isFile,
    ...(type && MEDIA_TYPE.test(type) && { contentType: type }),
  };
}

/** RFC 9110 section 8.3.1. */
const MEDIA_TYPE =
  /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+(\s*;\s*[\w!#$%&'*+.^`|~-]+=([\w!#$%&'*+.^`|~-]+|"[^"\\]*"))*$/;

/** A file in the program's working folder, without a path. */
function baseName(fileName: string): string {
  return (
    fileName
      .replace(/^.*[/\\]/s, '')
      .replace(/\p{Cc}/gu, '_')
      .replace(/^\.{1,2}$/, '') || 'file.bin'
  );
}
