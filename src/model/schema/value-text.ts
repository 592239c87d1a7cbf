import { inline } from '../../json/guards.ts';

/** Strings that would be read as something else, or not be seen, keep their quotes. */
const AMBIGUOUS = /^$|^\s|\s$|^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** A JSON value as it is shown in a line of text: `true` is the boolean, `"true"` a string. */
export function valueText(value: unknown): string {
  return typeof value === 'string' && AMBIGUOUS.test(value) ? JSON.stringify(value) : inline(value);
}

/** A name as it is shown: in quotes where it could not be seen, or not all of it. */
export function nameText(name: string): string {
  return /^$|^\s|\s$/.test(name) ? JSON.stringify(name) : name;
}
