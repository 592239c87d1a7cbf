/** A value on its own in parentheses, or written as code. */
const VALUES = [/^\s?([^\s()`]{1,100})\)/, /^\s?`([^`\n]{1,100})`/];

/** What introduces an example within a description. */
const EXAMPLE = /(\()?(?:\be\.g\.|\bexample:|\bfor example)[,:]?(?=\s)/gi;

/** What introduces a form. Most forms are names, such as `YYYY-MM-DD`; but pairs with numbers are values, too. */
const FORM = /(\()?\bformat:(?=\s)/gi;
const PAIRS = /^[a-z_]+=[-\d.]+(?:[;,&][a-z_]+=[-\d.]+)*$/i;

/** Characters of a placeholder, as in `<name>`, `{id}` or `a...z`. */
const PLACEHOLDER = /[<>{}[\]*…]|\.{3}/;

/**
 * The example that a description gives of a text: `(Format: hours=1;minutes=2)`, `(e.g. en_US)`, ``e.g. `en_US` ``.
 * Whether it is valid is for the caller to check.
 */
export function describedText(description: unknown): string | undefined {
  if (typeof description !== 'string') return undefined;
  const form = valueAfter(FORM, description, (text) => PAIRS.test(text));
  return form ?? valueAfter(EXAMPLE, description, (text) => !PLACEHOLDER.test(text));
}

function valueAfter(
  start: RegExp,
  description: string,
  isValue: (text: string) => boolean,
): string | undefined {
  for (const match of description.matchAll(start)) {
    const rest = description.slice(match.index + match[0].length).slice(0, 120);
    const [inParentheses, code] = VALUES.map((pattern) => pattern.exec(rest)?.[1]);
    const text = code ?? (match[1] === undefined ? undefined : inParentheses);
    if (text !== undefined && isValue(text)) return text;
  }
  return undefined;
}
