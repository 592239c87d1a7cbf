import { entriesOf, inline, isObject } from '../../json/guards.ts';

/** Text that YAML 1.1 or 1.2 reads as another type. */
const RESERVED = /^(true|false|null|yes|no|on|off|y|n|nan|inf)$/i;

/** Characters that JSON leaves unescaped, but YAML does not allow (YAML 1.2.2 section 5.1) or folds. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

/** A JSON value as YAML 1.2 in block style, without a trailing line break. */
export function toYaml(value: unknown): string {
  return linesOf(value).join('\n');
}

function linesOf(value: unknown): string[] {
  if (!isBlock(value)) return [scalar(value)];
  if (Array.isArray(value))
    return value.flatMap((item) => {
      const [first = '', ...others] = linesOf(item);
      return [`- ${first}`, ...others.map((line) => `  ${line}`)];
    });
  return entriesOf(value).flatMap(([name, member]) => {
    const lines = linesOf(member);
    return isBlock(member)
      ? [`${scalar(name)}:`, ...lines.map((line) => `  ${line}`)]
      : [`${scalar(name)}: ${lines.join('')}`];
  });
}

/** Empty lists and objects are written as in JSON. */
function isBlock(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isObject(value) && entriesOf(value).length > 0;
}

/** JSON strings are YAML strings; words need no quotes. */
function scalar(value: unknown): string {
  if (typeof value !== 'string') return inline(value);
  if (/^[a-z_][\w-]*( [\w-]+)*$/i.test(value) && !RESERVED.test(value)) return value;
  return JSON.stringify(value).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
