/** Seconds, for people: tenths below a minute and a half, minutes and seconds above. */
export function seconds(value: number): string {
  if (value < 90) return `${value.toFixed(1)} s`;
  return `${Math.floor(value / 60)} min ${Math.round(value % 60)} s`;
}

/** Milliseconds, for people. */
export function milliseconds(value: number): string {
  return value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
}

/** Bytes, for people; 1 KB is 1,000 bytes. */
export function bytes(value: number): string {
  if (value < 1e6) return `${(value / 1e3).toFixed(1)} KB`;
  if (value < 1e9) return `${(value / 1e6).toFixed(1)} MB`;
  return `${(value / 1e9).toFixed(2)} GB`;
}

/** A whole number with its thousands apart. */
export function integer(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** A share of a whole in percent, rounded down: 100 is all of it. A dash where the whole is nothing. */
export function percent({ found, all }: { found: number; all: number }): string {
  return all === 0 ? '–' : `${(Math.floor((1000 * found) / all) / 10).toFixed(1)} %`;
}

/** How many times the second the first is: `0.31x`; a dash where there is no such figure. */
export function ratio(ours: number | undefined, stock: number | undefined): string {
  if (ours === undefined || stock === undefined || !(stock > 0)) return '–';
  if (ours === 0) return '0x';
  const value = ours / stock;
  return `${value.toFixed(value < 0.1 ? 3 : 2)}x`;
}

/** A figure as text, or a dash where there is none. */
export function orDash(value: number | undefined, format: (value: number) => string): string {
  return value === undefined || Number.isNaN(value) ? '–' : format(value);
}
