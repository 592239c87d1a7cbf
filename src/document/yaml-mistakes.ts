import { isScalar, parseDocument, visit, type Document as YamlDocument } from 'yaml';

/** The text as YAML nodes with ranges, which are also those of text with mistakes. */
function parseNodes(text: string): YamlDocument.Parsed {
  return parseDocument(text, {
    merge: true,
    logLevel: 'error',
    // It compares all keys with each other; `repeatedKeys` looks them up.
    uniqueKeys: false,
  });
}

/** The offset of the first mistake; undefined if there is none. */
export function firstMistake(text: string): number | undefined {
  return parseNodes(text).errors[0]?.pos[0];
}

/** The offsets of duplicate keys. JSON keys are always strings, so `200` and `'200'` are the same key. */
export function repeatedKeys(text: string): number[] {
  const offsets: number[] = [];
  visit(parseNodes(text), {
    Map: (_key, map) => {
      const names = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (names.has(name) && key.range) offsets.push(key.range[0]);
        names.add(name);
      }
    },
  });
  return offsets.sort((a, b) => a - b);
}
