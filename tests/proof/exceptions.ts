/** What is known to be wrong and cannot be mended here; each has to occur, or the proof fails. */
export interface Exception {
  readonly api: string;
  /** Who sends it: a language, or `browser`. */
  readonly by: string;
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
