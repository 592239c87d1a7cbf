import { jsFetch } from '@scalar/snippetz/plugins/js/fetch';
import { nodeFetch } from '@scalar/snippetz/plugins/node/fetch';
import { refusedByFetch } from '../../request/fetch-rules.ts';
import type { SampleRequest } from '../../request/request.ts';
import type { FormField } from '../../request/serialize.ts';
import { readsFile } from './body.ts';
import { type Language, slashComment } from './language.ts';
import { type Client, type CorrectedClient, fromLibrary } from './library.ts';
import { javascriptName, javascriptString as quote } from './literal.ts';

/** A page cannot open files by name: a Blob replaces the file that a reader would choose. */
export const javascript: Language = {
  id: 'javascript',
  label: 'JavaScript',
  language: 'javascript',
  comment: slashComment,
  cannot,
  write: fromLibrary(
    fetching(jsFetch, (file, type) => `new Blob([${quote(`content of ${file}`)}]${type})`),
  ),
};

export const node: Language = {
  id: 'node',
  label: 'Node.js',
  language: 'javascript',
  comment: slashComment,
  cannot: (request) =>
    request.headers.some(([name]) => name === '__proto__')
      ? 'Node.js cannot send this request: its fetch loses a header named __proto__.'
      : cannot(request),
  write: fromLibrary({
    ...fetching(nodeFetch, (file, type) => `await openAsBlob(${quote(file)}${type})`),
    finish: (code, { body }) =>
      `${readsFile(body) ? "import { openAsBlob } from 'node:fs'\n\n" : ''}${printed(code)}`,
  }),
};

/** Why `fetch` would throw. */
function cannot(request: SampleRequest): string | undefined {
  switch (refusedByFetch(request)) {
    case 'method':
      return 'fetch cannot send this request: it refuses the methods CONNECT, TRACE and TRACK.';
    case 'body':
      return 'fetch cannot send this request: it refuses a body with GET and HEAD.';
    default:
      return undefined;
  }
}

type Blob = (file: string, type: string) => string;

/** Used by both clients of `fetch`: the library's omit media types of parts. */
function fetching(client: Client, blob: Blob): CorrectedClient {
  return {
    client,
    literal: quote,
    name: javascriptName,
    textBody: quote,
    fileBody: (fileName) => blob(fileName, ''),
    basic: (credentials) => `'Basic ' + btoa(${quote(credentials)})`,
    part: (field) => partOf(field, blob),
    finish: printed,
  };
}

function partOf({ value, isFile, contentType }: FormField, blob: Blob): string | undefined {
  const type = contentType ? `, { type: ${quote(contentType)} }` : '';
  if (isFile) return `${blob(value, type)}, ${quote(value)}`;
  return type === '' ? undefined : `new Blob([${quote(value)}]${type})`;
}

function printed(code: string): string {
  const fetched = code.replace(/^fetch\(/m, 'const response = await fetch(');
  return `${fetched}\n\nconsole.log(response.status)\nconsole.log(await response.text())`;
}
