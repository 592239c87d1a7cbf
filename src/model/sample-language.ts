import { goNative } from '@scalar/snippetz/plugins/go/native';
import { jsFetch } from '@scalar/snippetz/plugins/js/fetch';
import { pythonRequests } from '@scalar/snippetz/plugins/python/requests';
import { shellCurl } from '@scalar/snippetz/plugins/shell/curl';
import { doubleQuoted, goString, shellQuoted, singleQuoted } from './literal.ts';
import type { SampleRequest } from './request.ts';
import type { FormField } from './serialize.ts';

/** What of the library writes a language. */
export type Client = Pick<typeof shellCurl, 'generate'>;

/** A language of samples: the client of the library that writes it, and what has to be mended. */
export interface Language {
  readonly id: string;
  readonly label: string;
  /** Highlighting language. */
  readonly language: string;
  readonly client: Client;
  /** Text as it stands inside of the quotes that the client writes. */
  readonly escape: (text: string) => string;
  /** What the client writes around a body that is text. */
  readonly around: readonly [before: string, after: string];
  /** A body that is text, in place of what the client writes. */
  readonly textBody: (text: string) => string;
  /** A body that is a file, in place of what the client writes. */
  readonly fileBody: (fileName: string) => string;
  /** True where JSON is written as a literal of the language instead of as text. */
  readonly jsonLiteral: boolean;
  /** True where a form may have several fields of one name. */
  readonly repeatedFields: boolean;
  /** True where the client writes HTTP basic authentication its own way. */
  readonly basic: boolean;
  /** What the client gets wrong in the parts of a multipart form. */
  readonly parts?: (fields: readonly FormField[]) => readonly FormField[];
  /** The last touch. */
  readonly finish?: (code: string, request: SampleRequest) => string;
}

/** In the order in which a page shows them; a further language is one more entry. */
export const LANGUAGES: readonly Language[] = [
  {
    id: 'shell',
    label: 'curl',
    language: 'bash',
    client: shellCurl,
    escape: shellQuoted,
    around: ["--data '", "'"],
    // A value that begins with `@` would name a file.
    textBody: (text) => `--data${text.startsWith('@') ? '-raw' : ''} '${shellQuoted(text)}'`,
    fileBody: (fileName) => `--data-binary '@${fileName}'`,
    jsonLiteral: false,
    repeatedFields: true,
    basic: true,
    parts: (fields) => fields.map((field) => ({ ...field, value: curlPart(field.value) })),
    // curl would wait for the body that an answer to HEAD announces and never sends.
    finish: (code) => code.replace('--request HEAD', '--head'),
  },
  {
    id: 'python',
    label: 'Python',
    language: 'python',
    client: pythonRequests,
    escape: doubleQuoted,
    around: ['data="', '"'],
    textBody: (text) =>
      `data="${doubleQuoted(text)}"${/^[\0-\x7f]*$/.test(text) ? '' : '.encode()'}`,
    fileBody: (fileName) => `data=open("${fileName}", "rb")`,
    jsonLiteral: true,
    repeatedFields: true,
    basic: true,
    // Without a file, the fields of a multipart form would be sent as an ordinary form.
    parts: (fields) =>
      fields.some(({ isFile }) => isFile)
        ? fields
        : fields.map((field) => ({ contentType: 'text/plain', ...field })),
    finish: (code) =>
      `import requests\n\nresponse = ${code}\n\nprint(response.status_code)\nprint(response.text)`,
  },
  {
    id: 'javascript',
    label: 'JavaScript',
    language: 'javascript',
    client: jsFetch,
    escape: singleQuoted,
    around: ["body: '", "'"],
    textBody: (text) => `body: '${singleQuoted(text)}'`,
    fileBody: (fileName) => `body: new Blob(['content of ${fileName}'])`,
    jsonLiteral: true,
    repeatedFields: false,
    basic: false,
    finish: (code) =>
      `${code.replace(/^fetch\(/m, 'const response = await fetch(')}\n\nconsole.log(response.status)\nconsole.log(await response.text())`,
  },
  {
    id: 'go',
    label: 'Go',
    language: 'go',
    client: goNative,
    escape: doubleQuoted,
    around: ['payload := strings.NewReader(`', '`)'],
    textBody: (text) => `payload := strings.NewReader(${goString(text)})`,
    fileBody: (fileName) => `payload, _ := os.Open("${fileName}")`,
    jsonLiteral: false,
    repeatedFields: false,
    basic: true,
    finish: (code, { body }) => (body?.kind === 'file' ? code.replace('"strings"', '"os"') : code),
  },
];

/** curl reads `@file`, `<file` and `;type=` in a part unless it is quoted. */
function curlPart(value: string): string {
  return /^[@<"(]|;/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value;
}
