import { jsonText } from '../json/text.ts';

/** The format of generated JSON files: a line for each member, and a trailing line break. */
export function json(value: unknown): string {
  return `${jsonText(value, 1)}\n`;
}
