import { jsonText } from '../json/text.ts';

/** As generated JSON files hold it: a line for each member, and one at the end. */
export function json(value: unknown): string {
  return `${jsonText(value, 1)}\n`;
}
