import { pythonRequests } from '@scalar/snippetz/plugins/python/requests';
import type { Language } from './language.ts';
import { fromLibrary } from './library.ts';
import { doubleQuoted } from './literal.ts';

export const python: Language = {
  id: 'python',
  label: 'Python',
  language: 'python',
  write: fromLibrary({
    client: pythonRequests,
    escape: doubleQuoted,
    around: ['data="', '"'],
    textBody: (text) =>
      `data="${doubleQuoted(text)}"${/^\p{ASCII}*$/u.test(text) ? '' : '.encode()'}`,
    fileBody: (fileName) => `data=open("${fileName}", "rb")`,
    jsonLiteral: true,
    repeatedFields: true,
    // Without a file, the fields of a multipart form would be sent as an ordinary form.
    parts: (fields) =>
      fields.some(({ isFile }) => isFile)
        ? fields
        : fields.map((field) => ({ contentType: 'text/plain', ...field })),
    finish: (code) =>
      `import requests\n\nresponse = ${code}\n\nprint(response.status_code)\nprint(response.text)`,
  }),
};
