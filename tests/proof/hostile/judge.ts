import type { Received } from './listener.ts';
import type { Expected, ExpectedBody, Pair } from './operations.ts';

/** What is wrong with a request that a sample has sent. */
export function mistakesIn(
  received: Received,
  expected: Expected,
  { keepsBreaks }: { readonly keepsBreaks: boolean },
): string[] {
  const { method, target, headers } = received;
  const query = pairsOf(/\?(.*)$/s.exec(target)?.[1] ?? '');
  const cookies = headers.filter(([name]) => name === 'cookie').map(([, value]) => value);
  return [
    ...different('method', method, expected.method),
    ...different('query', query, expected.query.map(wellFormedPair)),
    ...(expected.header ? headerMistakes(headers, expected.header) : []),
    ...(expected.cookie
      ? different('cookie', cookies.flatMap(cookiesOf), [expected.cookie].map(wellFormedPair))
      : []),
    ...headers
      .filter(([name]) => /^(x-evil|x|evil)$/.test(name))
      .map(([name]) => `header ${name} was smuggled in`),
    ...bodyMistakes(received, expected.body, keepsBreaks),
  ];
}

function different(what: string, found: unknown, wanted: unknown): string[] {
  const [one, other] = [found, wanted].map((value) => JSON.stringify(value));
  return one === other ? [] : [`${what} is ${one} and not ${other}`];
}

/** Pairs of `application/x-www-form-urlencoded`. */
function pairsOf(text: string): Pair[] {
  return [...new URLSearchParams(text)];
}

function cookiesOf(text: string): Pair[] {
  return text.split('; ').map((cookie) => {
    const at = cookie.indexOf('=');
    return [decodeURIComponent(cookie.slice(0, at)), decodeURIComponent(cookie.slice(at + 1))];
  });
}

/** Half a surrogate pair has no bytes. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

function wellFormedPair([name, value]: Pair): Pair {
  return [wellFormed(name), wellFormed(value)];
}

function headerMistakes(headers: Received['headers'], [name, value]: Pair): string[] {
  // A tab is part of a value (RFC 9110 section 5.5); other white space becomes a blank.
  const wanted = wellFormed(value)
    .replace(/[^\S\t]+/g, ' ')
    .trim();
  const encoded = [...wanted]
    .map((one) => (/[\t\x20-\x7e]/.test(one) ? one : encodeURIComponent(one)))
    .join('');
  const found = headers.filter(([other]) => other === name.toLowerCase()).map(([, one]) => one);
  return different(`header ${name}`, found, [encoded]);
}

function bodyMistakes(
  { headers, body }: Received,
  expected: ExpectedBody | undefined,
  keepsBreaks: boolean,
): string[] {
  const text = body.toString();
  if (!expected) return different('body', text, '');
  switch (expected.kind) {
    case 'json':
      return different('body', jsonOf(text), jsonOf(JSON.stringify(expected.value)));
    case 'text':
      return keepsBreaks
        ? different('body', text, wellFormed(expected.text))
        : different('body', oneBreak(text), oneBreak(wellFormed(expected.text)));
    case 'form':
      return different('form', pairsOf(text), expected.fields.map(wellFormedPair));
    default: {
      const type = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
      const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
      if (boundary === undefined) return [`there is no boundary in ${type}`];
      return partsMistakes(`\r\n${text}`.split(`\r\n--${boundary}`).slice(1, -1), expected);
    }
  }
}

/** JSON in one form, with U+FFFD for half a surrogate pair; some languages cannot hold one. */
function jsonOf(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text)).replace(/\\ud[89a-f][\da-f]{2}/g, '\ufffd');
  } catch {
    return `no JSON: ${text}`;
  }
}

function partsMistakes(
  parts: readonly string[],
  { fields, files }: Extract<ExpectedBody, { readonly fields: unknown }>,
): string[] {
  const read = parts.map((part) => {
    const at = part.indexOf('\r\n\r\n');
    const head = part.slice(2, at);
    // Quotes never stand in a name as they are.
    const disposition = /^content-disposition: form-data; name="([^"]*)"(; filename=.*)?$/im.exec(
      head,
    );
    return {
      name: nameText(disposition?.[1] ?? head),
      // A page sends a text with a media type as a file of no name.
      isFile: !/^(; filename="blob")?$/.test(disposition?.[2] ?? ''),
      value: oneBreak(part.slice(at + 4)),
      others: head
        .split('\r\n')
        .map((line) => line.split(':')[0]?.toLowerCase() ?? '')
        .filter((name) => !/^content-(disposition|type|length|transfer-encoding)$/.test(name)),
    };
  });
  const byName = (one: Pair, other: Pair) => (one.join('\0') < other.join('\0') ? -1 : 1);
  const texts = read.filter(({ isFile }) => !isFile).map(({ name, value }): Pair => [name, value]);
  const wanted = fields
    .map(wellFormedPair)
    .map(([name, value]): Pair => [nameText(name), oneBreak(value)]);
  return [
    ...different('parts', texts.sort(byName), wanted.sort(byName)),
    ...different(
      'files',
      read.filter(({ isFile }) => isFile).map(({ name }) => name),
      files,
    ),
    ...read.flatMap(({ others }) =>
      others.map((name) => `header ${name} of a part was smuggled in`),
    ),
  ];
}

/** Tools differ in how they escape a name: by `%XX` or by backslashes. */
function nameText(name: string): string {
  return name
    .replace(/%(?:[01][\dA-F]|22|7F|C2%[89][\dA-F])/gi, (all) => decodeURIComponent(all))
    .replaceAll('\\', '');
}

/** Forms have CRLF for every end of a line (HTML standard), and a message that was copied has LF. */
function oneBreak(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
