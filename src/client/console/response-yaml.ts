import { entriesOf, isObject } from '../../json/guards.ts';
import { mapEntries } from '../../json/key-order.ts';
import { jsonText } from '../../json/text.ts';
import type { ModelContext } from '../../model/page/context.ts';
import { isSecret } from '../../model/request/control.ts';

/** Texts that YAML reads as they are: words that are not numbers, dates, booleans or null in any version of it. */
const PLAIN = /^(?!(?:true|false|yes|no|y|n|on|off|null|nan|inf)$)[a-z][\w -]*(?<! )$/i;

/** Lines of a value in YAML 1.2, in block style; digits of numbers are kept. */
function linesOf(value: unknown): string[] {
  const isList = Array.isArray(value);
  if (isList ? value.length === 0 : !isObject(value) || Object.keys(value).length === 0)
    return [scalar(value)];
  if (isList) return value.flatMap((item) => below('-', item, true));
  return entriesOf(value).flatMap(([name, member]) => below(`${scalar(name)}:`, member, false));
}

function below(start: string, value: unknown, isItem: boolean): string[] {
  const [first = '', ...others] = linesOf(value);
  const isBlock = Array.isArray(value) ? value.length > 0 : isObject(value) && first.includes(':');
  if (!isBlock || isItem) return [`${start} ${first}`, ...others.map((line) => `  ${line}`)];
  return [start, ...[first, ...others].map((line) => `  ${line}`)];
}

/** Double-quoted YAML contains double-quoted JSON. */
function scalar(value: unknown): string {
  return typeof value === 'string' && PLAIN.test(value) ? value : jsonText(value);
}

/** A value without the texts of members whose names mark them as secrets. */
function withoutSecrets(value: unknown, context: ModelContext): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, context));
  if (!isObject(value)) return value;
  return mapEntries(value, (member, name) =>
    typeof member === 'string' && isSecret(name, undefined, context)
      ? ''
      : withoutSecrets(member, context),
  );
}

/**
 * A response as an example for the document: the `examples` of a media type (OpenAPI 3.1 section 4.8.14), in YAML.
 * Secrets, recognized by their names, are empty.
 *
 * @param name Of the example, such as the status.
 */
export function responseYaml(value: unknown, name: string, context: ModelContext): string {
  const example = { examples: { [name]: { value: withoutSecrets(value, context) } } };
  return `${linesOf(example).join('\n')}\n`;
}
