import { isObject } from './guards.ts';
import { entriesInOrder } from './key-order.ts';
import { jsonText } from './text.ts';

/** Strings that every parser of YAML 1.1 and 1.2 reads as themselves without quotes. */
const PLAIN = /^[A-Za-z_/][\w./-]*(?: [\w./()-]+)*$/;

/** What YAML 1.1 reads as other types. */
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n|[._]?(?:inf|nan))$/i;

/** Line breaks of YAML 1.1 (section 5.4) that JSON has as they are, and what is not printable (section 5.1). */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Lines that a literal block holds as they are (YAML 1.2.2 section 8.1.2): it starts with no space, and has no controls. */
const LITERAL =
  /^[^\s\p{Cc}\ufffe\uffff][^\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]*(?:\n[^\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]*)*[^\s\p{Cc}\ufffe\uffff]\n?$/u;

/**
 * A JSON value as YAML 1.2, in the order of its keys and with its numbers as written. A writer of our own: those of
 * libraries take seconds for a large document, and change numbers that a double cannot hold.
 */
export function yamlText(value: unknown): string {
  const lines: string[] = [];
  write(value, '', lines);
  return `${lines.join('\n')}\n`;
}

/** Writes a value below its key or dash; the last line is that of the key. */
function write(value: unknown, indent: string, lines: string[]): void {
  if (Array.isArray(value) && value.length > 0) {
    for (const item of value) {
      const start = lines.length;
      if (isNested(item)) {
        write(item, `${indent}  `, lines);
        lines[start] = `${indent}- ${lines[start]?.slice(indent.length + 2)}`;
      } else lines.push(`${indent}- ${scalar(item, `${indent}  `)}`);
    }
  } else if (isObject(value) && Object.keys(value).length > 0) {
    for (const [key, member] of entriesInOrder(value)) {
      const name = `${indent}${keyText(quoted(key), indent)}:`;
      if (isNested(member)) {
        lines.push(name);
        write(member, `${indent}  `, lines);
      } else lines.push(`${name} ${scalar(member, `${indent}  `)}`);
    }
  } else lines.push(indent + scalar(value, indent));
}

function isNested(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0;
}

function scalar(value: unknown, indent: string): string {
  if (typeof value !== 'string') return jsonText(value);
  if (!value.includes('\n') || !LITERAL.test(value)) return quoted(value);
  const text = value.replace(/\n$/, '').replace(/^(?=.)/gm, indent);
  return `${value.endsWith('\n') ? '|' : '|-'}\n${text}`;
}

/** Keys before their value on a line have at most 1024 characters (YAML 1.2.2 section 7.4.2). */
function keyText(key: string, indent: string): string {
  return key.length > 1000 ? `? ${key}\n${indent}` : key;
}

/** A text on one line: the strings of JSON are those of YAML, except for what YAML 1.1 changes or refuses in them. */
function quoted(text: string): string {
  if (PLAIN.test(text) && !WORDS.test(text)) return text;
  return jsonText(text).replace(UNPRINTABLE, escaped);
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
