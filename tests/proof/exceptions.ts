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

export const EXCEPTIONS: readonly Exception[] = [
  ...['PUT /json', 'PUT /text', 'PUT /lines', 'DELETE /methods'].map(rawString),
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
