/** As generated JSON files hold it: a line for each member, and one at the end. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
