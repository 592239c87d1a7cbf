/** Numbers in a text: `0-5,8`. */
export function formatRanges(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const number of sorted) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join();
}

/** The reverse; only numbers below `end`, whatever the text says. */
export function parseRanges(text: string, end: number): number[] {
  return text.split(',').flatMap((range) => {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
    if (first === undefined) return [];
    const from = Number(first);
    const to = Math.min(Number(last), end - 1);
    if (to < from) return [];
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}
