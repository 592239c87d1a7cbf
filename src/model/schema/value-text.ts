import { inline } from '../../json/guards.ts';

/** Strings that would be read as another type, or be invisible, keep their quotes. */
const AMBIGUOUS = /^$|^\s|\s$|^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** A JSON value within a line of text: `true` is the boolean, `"true"` a string. */
export function valueText(value: unknown): string {
  return typeof value === 'string' && AMBIGUOUS.test(value) ? JSON.stringify(value) : inline(value);
}

/** A name as shown: in quotes if any of it would be invisible. */
export function nameText(name: string): string {
  return /^$|^\s|\s$/.test(name) ? JSON.stringify(name) : name;
}
