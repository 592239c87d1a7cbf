import type { SampleBody, SampleRequest } from '../../request/request.ts';
import type { FormField } from '../../request/serialize.ts';
import { boundaryOf, haveOwnNames, multipart, textOf } from './body.ts';
import { type Language, lines } from './language.ts';
import { indented, isBlock, phpString as quote } from './literal.ts';

/** The curl extension. The library's client calls functions for parts that PHP does not have. */
export const php: Language = {
  id: 'php',
  label: 'PHP',
  language: 'php',
  comment: (text) => `<?php\n\n// ${text}`,
  write,
};

function write({ method, url, headers, basic, body }: SampleRequest): string {
  const type =
    body?.kind === 'multipart' && !isArray(body.fields)
      ? [['Content-Type', `multipart/form-data; boundary=${boundaryOf(body.fields)}`] as const]
      : [];
  // Without a body, curl can send HEAD properly; with one, it reads until the server closes the
  // connection.
  const isHeadWithBody = method === 'HEAD' && body !== undefined;
  const closing = isHeadWithBody ? [['Connection', 'close'] as const] : [];
  const all = [...headers, ...type, ...closing].map(
    ([name, value]) => `        ${quote(value === '' ? `${name};` : `${name}: ${value}`)},`,
  );
  return lines(
    '<?php',
    '',
    `$request = curl_init(${quote(url)});`,
    'curl_setopt_array($request, [',
    // Otherwise curl would wait for the body that a response to HEAD never has.
    method === 'HEAD' && !body && '    CURLOPT_NOBODY => true,',
    isHeadWithBody && '    CURLOPT_IGNORE_CONTENT_LENGTH => true,',
    (body || !['GET', 'HEAD'].includes(method)) && `    CURLOPT_CUSTOMREQUEST => ${quote(method)},`,
    basic && `    CURLOPT_USERPWD => ${quote(`${basic.username}:${basic.password}`)},`,
    all.length > 0 && ['    CURLOPT_HTTPHEADER => [', ...all, '    ],'],
    body && `    CURLOPT_POSTFIELDS => ${contentOf(body)},`,
    '    CURLOPT_RETURNTRANSFER => true,',
    ']);',
    '$content = curl_exec($request);',
    '',
    'echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), "\\n", $content, "\\n";',
  );
}

function contentOf(body: SampleBody): string {
  if (body.kind === 'file') return `file_get_contents(${quote(body.fileName)})`;
  if (body.kind === 'multipart')
    return isArray(body.fields) ? array(body.fields) : bytes(body.fields);
  if (body.kind === 'form' && haveOwnNames(body.fields)) {
    const members = body.fields.map(({ name, value }) => member(name, quote(value)));
    return `http_build_query([\n${members.join('\n')}\n    ])`;
  }
  return literal(textOf(body) ?? '');
}

const member = (name: string, value: string) => `        ${quote(name)} => ${value},`;

/** curl takes parts as an array, with unique names and without media types for text parts. */
function isArray(fields: readonly FormField[]): boolean {
  return haveOwnNames(fields) && fields.every(({ isFile, contentType }) => isFile || !contentType);
}

function array(fields: readonly FormField[]): string {
  const members = fields.map(({ name, value, isFile, contentType }) => {
    const file = [value, ...(contentType ? [contentType] : [])].map(quote).join(', ');
    return member(name, isFile ? `new CURLFile(${file})` : quote(value));
  });
  return `[\n${members.join('\n')}\n    ]`;
}

function bytes(fields: readonly FormField[]): string {
  const all = multipart(fields).flatMap((segment) =>
    'file' in segment
      ? [`file_get_contents(${quote(segment.file)})`]
      : segment.text
          .split(/(?<=\r\n)/)
          .map((line) =>
            line.endsWith('\r\n') && line.length > 2
              ? `${quote(line.slice(0, -2))} . "\\r\\n"`
              : quote(line),
          ),
  );
  return `${all.join('\n        . ')}`;
}

/** A nowdoc, which has no escapes. */
function literal(text: string): string {
  return isBlock(text) && !/^\s*BODY/m.test(text)
    ? `<<<'BODY'\n        ${indented(text, '        ')}\n        BODY`
    : quote(text);
}
