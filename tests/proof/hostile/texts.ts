/** What tools, shells and languages give a meaning to: options, files, code, and ends of what they stand in. */
const PAYLOADS: readonly string[] = [
  // Files of the reader, as curl, HTTPie, PHP and PowerShell name them.
  ...[
    '@secret.txt',
    '<secret.txt',
    '=@secret.txt',
    ':@secret.txt',
    ':=@secret.txt',
    '==@secret.txt',
  ],
  ...['=<secret.txt', '=secret.txt', ':secret.txt', ',secret.txt', 'secret.txt', '~/secret.txt'],
  ...[
    ';type=text/plain',
    ';headers=@secret.txt',
    ';filename=secret.txt',
    ';encoder=base64',
    '=(;',
    '=)',
  ],
  // Options.
  ...[
    '-',
    '--',
    '-o',
    '-opwned',
    '--output',
    '--output=pwned',
    '--config=secret.txt',
    '-Ksecret.txt',
  ],
  ...['--session=pwned', '--download', '-d', '--form', '--offline', '-InFile', '@request'],
  // Code: of a shell, and of languages where `pwn` is there to be called.
  ...[
    '$(touch pwned)',
    '`touch pwned`',
    "'; touch pwned; '",
    '"; touch pwned; "',
    '\ntouch pwned\n',
  ],
  ...[
    '|touch pwned',
    '&touch pwned&',
    '>pwned',
    '$HOME',
    '$' + '{HOME}',
    '!!',
    '{a,b}',
    '[1-3]',
    '*',
    '~',
  ],
  ...[
    "' + pwn() + '",
    '" + pwn() + "',
    "' . pwn() . '",
    '" . pwn() . "',
    '" + str(pwn()) + "',
    ', pwn(), ',
  ],
  ...[
    '$' + '{pwn()}',
    '{$' + '{pwn()}}',
    '#{pwn}',
    '#$pwn',
    '%(pwn)s',
    '{pwn()}',
    '$(pwn)',
    '\\(pwn())',
  ],
  ...[
    '`" + pwn + `"',
    "'); pwn(); ('",
    '"); pwn(); ("',
    '<?php pwn(); ?>',
    '?>',
    '*/pwn()/*',
    '//',
    '#',
  ],
  // Literals of several lines, and where they end.
  ...[
    '"""',
    "'''",
    '"""\npwn()\n"""',
    "'@\npwn\n@'",
    '\nBODY\npwn\n',
    '\nBODY;\npwn();',
    '`',
    '"#',
    '"##',
  ],
  ...['a\nb', 'a\n  b\nc', '{\n  "a": 1\n}', "a\n'@", "a\n'", '__END__', '\\\n', '\\'],
  // Escapes.
  ...[
    '\\u0027',
    '\\u0022',
    '\\u000a',
    '\\x27',
    '\\N{QUOTATION MARK}',
    '\\0',
    '\\@',
    '\\=',
    '\\\\:',
    '%s',
  ],
  ...[
    '%',
    '%0a',
    '%00',
    '%27',
    '&',
    ';',
    ':',
    '=',
    '?',
    '<',
    '>',
    '^',
    '|',
    '(',
    ')',
    ' ',
    '\t',
    '/',
    '.',
  ],
  ...["'", '"', '`', '$', '‘', '’', '“', '”', '&quot;', '</script>', '<!--'],
  // Ends of lines and what is not seen.
  ...[
    '\n',
    '\r',
    '\r\n',
    '\u0085',
    '\u2028',
    '\u2029',
    '\0',
    '\u000b',
    '\u001b[2J',
    '\u202e',
    '\ufeff',
    '\ud800',
  ],
  ...[
    '\r\nX-Evil: 1',
    '\nX-Evil: 1\n',
    '\r\n\r\nGET /evil HTTP/1.1\r\nHost: evil\r\n\r\n',
    '--boundary--\r\n',
  ],
  // Names that objects have already, and those of the writer itself.
  ...['__proto__', 'constructor', 'toString', 'mark0z', 'name', 'ü', '\u{1f600}', '0', '1'],
];

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export class Texts {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomOf(seed);
  }

  /** True as often as that. */
  chance(share: number): boolean {
    return this.#random() < share;
  }

  one<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T;
  }

  /** One payload, or several in a row. */
  text(): string {
    const count = this.one([1, 1, 2, 3, 4]);
    return Array.from({ length: count }, () => this.one(PAYLOADS)).join(this.one(['', '', 'x']));
  }

  /** A text of characters of a token, at the beginning a letter or none. */
  token(): string {
    return (
      this.one(['X-', 'X', '-', '--', "'", '`']) +
      this.text().replace(/[^\w!#$%&'*+.^`|~-]/g, '') +
      'x'
    );
  }
}
