/** What is known to be wrong and cannot be mended here; each has to occur, or the proof fails. */
export interface Exception {
  readonly api: string;
  /** Who sends it, or who finds it: a language, `browser`, or `grammar of` a language. */
  readonly by: string;
  readonly operation: string;
  readonly mistake: string;
  /** Why it stays. */
  readonly reason: string;
}

/** A backslash in a text of several lines is what asks for such a string. */
const rawString = (operation: string): Exception => ({
  api: 'hard',
  by: 'grammar of swift',
  operation,
  mistake: 'line 6: request.httpBody = Data(#"""',
  reason: 'The grammar does not know raw strings of several lines (Swift 5, SE-0200).',
});

const NOT_SENT = 'was asked for 0 times';

/** The sample says that the language cannot send the request, and sends none. */
const sendsNone = (by: string, operation: string, reason: string): Exception => ({
  api: 'hard',
  by,
  operation,
  mistake: NOT_SENT,
  reason,
});

export const EXCEPTIONS: readonly Exception[] = [
  ...[
    'PUT /json',
    'PUT /text',
    'PUT /lines',
    'PUT /yaml',
    'PUT /names',
    'DELETE /methods',
    'HEAD /methods/body',
    'OPTIONS /methods/body',
  ].map(rawString),
  {
    api: 'hard',
    by: 'javascript',
    operation: 'GET /names',
    mistake: 'header parameter __proto__: is missing',
    reason:
      'The proof runs the sample in Node.js, whose fetch loses such a header; browsers send it.',
  },
  ...['node', 'node, all fields'].map((by) =>
    sendsNone(by, 'GET /names', 'Node.js loses a header of this name.'),
  ),
  ...['javascript', 'node'].flatMap((language) => [
    sendsNone(language, 'TRACE /methods', 'The Fetch standard forbids the method.'),
    sendsNone(language, 'GET /methods/body', 'The Fetch standard forbids a body with GET.'),
    sendsNone(language, 'HEAD /methods/body', 'The Fetch standard forbids a body with HEAD.'),
  ]),
];

/** Mistakes that no exception stands for, and exceptions that no longer occur. */
export function unexpected(
  mistakes: readonly string[],
  api: string,
  by: string,
  exceptions: readonly Exception[] = EXCEPTIONS,
): string[] {
  const known = exceptions
    .filter((one) => one.api === api && one.by === by)
    .map(({ operation, mistake }) => `${operation}: ${mistake}`);
  return [
    ...mistakes.filter((mistake) => !known.includes(mistake)).map((one) => `${by}, ${one}`),
    ...known.filter((one) => !mistakes.includes(one)).map((one) => `${by} no longer: ${one}`),
  ];
}

/** The number of operations of an API that the samples of a language cannot send. */
export function notSent(api: string, by: string): number {
  return EXCEPTIONS.filter((one) => one.api === api && one.by === by && one.mistake === NOT_SENT)
    .length;
}
