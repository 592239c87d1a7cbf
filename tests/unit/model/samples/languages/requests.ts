import type { SampleBody, SampleRequest } from '../../../../../src/model/request/request.ts';

/** Quotes, escapes and templates of every language, and what no literal may hold as it is. */
const HOSTILE = 'a\'b"c\\d`e$f#{g}$\u007bh}\u0000"""\'\'\'\r\n\u2028ü\u{1f600}';

const body = (type: string | undefined, content: SampleBody): SampleRequest => ({
  method: 'POST',
  url: 'https://api.example.com/a?b=c%20d',
  headers: type === undefined ? [] : [['Content-Type', type]],
  body: content,
});

/** One request for each kind of body, and what else a request may have. */
export const KINDS: Readonly<Record<string, SampleRequest>> = {
  'headers and a cookie': {
    method: 'GET',
    url: 'https://api.example.com/a%27b/$c',
    headers: [
      ['Accept', 'application/json'],
      ['X-Quotes', `'"\\ \`$x #{y}`],
      ['Cookie', 'session=YOUR_API_KEY'],
    ],
  },
  'basic authentication': {
    method: 'HEAD',
    url: 'https://api.example.com/',
    headers: [],
    basic: { username: 'USERNAME', password: 'PASSWORD' },
  },
  JSON: body('application/json', {
    kind: 'json',
    text: '{\n  "a": "\\"b\\"",\n  "c": [1, null]\n}',
  }),
  'JSON, hostile': body('application/json', {
    kind: 'json',
    text: JSON.stringify({ [HOSTILE]: HOSTILE }, null, 2),
  }),
  form: body('application/x-www-form-urlencoded', {
    kind: 'form',
    fields: [
      { name: 'a', value: 'b c', isFile: false },
      { name: 'a', value: 'ü&=', isFile: false },
    ],
  }),
  multipart: body(undefined, {
    kind: 'multipart',
    fields: [
      { name: 'text', value: 'b', isFile: false },
      { name: 'json', value: '{}', isFile: false, contentType: 'application/json' },
      { name: 'file', value: 'file.bin', isFile: true },
      { name: 'image', value: 'image.bin', isFile: true, contentType: 'image/png' },
    ],
  }),
  'multipart, plain': body(undefined, {
    kind: 'multipart',
    fields: [
      { name: 'text', value: HOSTILE.replace('\0', ''), isFile: false },
      { name: 'file', value: 'file.bin', isFile: true },
    ],
  }),
  XML: body('application/xml', { kind: 'text', text: '<a>\n  <b c="d"/>\n</a>' }),
  'text, hostile': body('text/plain', { kind: 'text', text: HOSTILE.replace('\0', '') }),
  file: body('image/png', { kind: 'file', fileName: 'file.bin' }),
  'form, names of the same text': body('application/x-www-form-urlencoded', {
    kind: 'form',
    fields: [
      { name: 'channels[]', value: 'mail', isFile: false },
      { name: 'channels[]', value: 'post', isFile: false },
    ],
  }),
  'names of JavaScript itself': {
    ...body('application/json', { kind: 'json', text: '{"__proto__": {"constructor": 1}}' }),
    headers: [
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['Content-Type', 'application/json'],
    ],
  },
  'GET with a body': {
    ...body('application/json', { kind: 'json', text: '{"a": 1}' }),
    method: 'GET',
  },
  'HEAD with a body': { ...body('text/plain', { kind: 'text', text: 'a' }), method: 'HEAD' },
  TRACE: { method: 'TRACE', url: 'https://api.example.com/', headers: [] },
  'QUERY and DELETE': { ...body('text/plain', { kind: 'text', text: 'a' }), method: 'QUERY' },
};
