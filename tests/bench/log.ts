/** Says on stderr what is being done and how long it took; stdout is for the tables. */
export async function step<T>(
  name: string,
  run: () => Promise<T>,
  tell?: (result: T) => string,
): Promise<T> {
  const start = performance.now();
  const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  process.stderr.write(`  · ${name} …\n`);
  try {
    const result = await run();
    const told = tell ? ` — ${tell(result)}` : '';
    process.stderr.write(`  ✓ ${name}${told} (${seconds()})\n`);
    return result;
  } catch (error) {
    process.stderr.write(`  ✗ ${name}: ${(error as Error).message} (${seconds()})\n`);
    throw error;
  }
}

export function heading(text: string): void {
  process.stderr.write(`\n${text}\n`);
}

export function note(text: string): void {
  process.stderr.write(`    ${text}\n`);
}
