import { pythonRequests } from '@scalar/snippetz/plugins/python/requests';
import { hashComment, type Language } from './language.ts';
import { fromLibrary } from './library.ts';
import { plainString as quote } from './literal.ts';

export const python: Language = {
  id: 'python',
  label: 'Python',
  language: 'python',
  comment: hashComment,
  write: fromLibrary({
    client: pythonRequests,
    literal: quote,
    textBody: (text) => `${quote(text)}${/^\p{ASCII}*$/u.test(text) ? '' : '.encode()'}`,
    fileBody: (fileName) => `open(${quote(fileName)}, "rb")`,
    repeatedFields: true,
    // Without a file, the fields of a multipart form would be sent as a URL-encoded form.
    parts: (fields) =>
      fields.some(({ isFile }) => isFile)
        ? fields
        : fields.map((field) => ({ contentType: 'text/plain', ...field })),
    finish: (code) =>
      `import requests\n\nresponse = ${indented(code)}\n\nprint(response.status_code)\nprint(response.text)`,
  }),
};

/**
 * The call with the indents of PEP 8: arguments on lines of their own, and four spaces for each level, where the library
 * has two.
 */
function indented(code: string): string {
  return code.replace(/^([^\n(]*\()([^\n]+,)\n/, '$1\n    $2\n').replace(/^ {4}( +)/gm, '    $1$1');
}
