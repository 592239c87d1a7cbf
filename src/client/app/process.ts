/**
 * `process` in browsers, for code of sites with the stock theme, which adds it to all of them: such code reads
 * environment variables that are not set. Not loaded unless it does.
 */
export const env: Readonly<Record<string, string | undefined>> = {};
export const browser = true;
