/** A human-readable number of bytes in the page's language: `1 byte`, `133 bytes`, `2.1 kB`. */
export function bytes(count: number): string {
  const [value, unit] =
    count < 1000
      ? [count, 'byte']
      : count < 1e6
        ? [count / 1e3, 'kilobyte']
        : [count / 1e6, 'megabyte'];
  return written(value, unit);
}

/** A human-readable time in milliseconds: `84 ms`, `1.2 sec`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? written(milliseconds, 'millisecond', 0)
    : written(milliseconds / 1000, 'second');
}

function written(value: number, unit: string, digits = 1): string {
  return value.toLocaleString(document.documentElement.lang || undefined, {
    style: 'unit',
    unit,
    // The short form of bytes has no plural.
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: unit === 'byte' ? 0 : digits,
  });
}
