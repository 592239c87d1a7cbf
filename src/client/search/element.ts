type Child = Node | string | undefined | false;

/** Creates an element. Strings always become text nodes; undefined attributes are omitted. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** A text with the words of a query highlighted: short ones only where they begin a word. */
export function marked(text: string, words: readonly string[]): Node {
  const fragment = document.createDocumentFragment();
  const parts = words.map((word) => {
    const literal = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    return word.length < 4 ? `(?<![\\p{L}\\p{N}])${literal}` : literal;
  });
  const pattern = parts.length > 0 ? new RegExp(`(${parts.join('|')})`, 'giu') : undefined;
  for (const [index, part] of (pattern ? text.split(pattern) : [text]).entries())
    fragment.append(index % 2 === 1 ? element('mark', {}, part) : part);
  return fragment;
}
