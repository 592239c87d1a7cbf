import { XMLParser, XMLValidator } from 'fast-xml-parser';

type Tag = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
});

/** What keeps a text from being XML with namespaces; nothing where it is. */
export function xmlErrors(text: string): string[] {
  const answer = XMLValidator.validate(text);
  if (answer !== true) return [answer.err.msg];
  const roots = (parser.parse(text) as Tag[]).filter((tag) => !('?xml' in tag));
  const count = roots.length === 1 ? [] : [`${roots.length} roots`];
  return [...count, ...roots.flatMap((tag) => unbound(tag, new Set(['xml'])))];
}

/** Names whose prefix nothing around them declares, Namespaces in XML section 5. */
function unbound(tag: Tag, around: ReadonlySet<string>): string[] {
  const attributes = Object.keys((tag[':@'] as Tag | undefined) ?? {});
  const declared = attributes.flatMap((name) => /^xmlns:(.+)$/.exec(name)?.[1] ?? []);
  const bound = new Set([...around, ...declared]);
  return Object.entries(tag).flatMap(([name, children]) => {
    if (name === ':@' || name.startsWith('#') || !Array.isArray(children)) return [];
    const names = [name, ...attributes.filter((one) => !one.startsWith('xmlns'))];
    return [
      ...names.filter((one) => one.includes(':') && !bound.has(one.replace(/:.*/s, ''))),
      ...children.flatMap((child) => unbound(child as Tag, bound)),
    ];
  });
}
