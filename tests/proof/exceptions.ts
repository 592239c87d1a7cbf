/** What is known to be wrong and cannot be mended here; each has to occur, or the proof fails. */
export interface Exception {
  readonly api: string;
  /** Languages that it is about; all of them where there are none. */
  readonly languages?: readonly string[];
  readonly operation: string;
  readonly mistake: string;
  /** Why it stays. */
  readonly reason: string;
}

export const EXCEPTIONS: readonly Exception[] = [];

/** Mistakes that no exception stands for, and exceptions that no longer occur. */
export function unexpected(
  mistakes: readonly string[],
  api: string,
  language: string,
  exceptions: readonly Exception[] = EXCEPTIONS,
): string[] {
  const known = exceptions
    .filter((one) => one.api === api && (one.languages?.includes(language) ?? true))
    .map(({ operation, mistake }) => `${language}, ${operation}: ${mistake}`);
  return [
    ...mistakes.filter((mistake) => !known.includes(mistake)),
    ...known.filter((one) => !mistakes.includes(one)).map((one) => `no longer occurs: ${one}`),
  ];
}
