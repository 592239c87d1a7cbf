import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonNode } from '../../../src/document/json-node.ts';
import { SourceFile } from '../../../src/document/source.ts';
import type { TextNode } from '../../../src/document/text-node.ts';
import { parseYaml } from '../../../src/document/yaml.ts';
import { parseNodes, yamlNode } from '../../../src/document/yaml-node.ts';

/** What a node says of itself and of everything in it, as lines. */
function described(node: TextNode, value: unknown, at = '#', key?: number): string[] {
  const range = node.range?.join('-');
  const line = `${at} ${key} ${range} ${node.isEmpty} ${JSON.stringify(node.written)}`;
  if (typeof value !== 'object' || value === null) return [line];
  return [
    line,
    ...Object.entries(value).flatMap(([name, member]) => {
      const child = node.child(name);
      if (!child) return [`${at}/${name} is missing`];
      return described(child.node, member, `${at}/${name}`, child.key);
    }),
  ];
}

const UNUSUAL = {
  escapes: '{"a\\"b\\\\": "\\u00e9\\/\\n", "c:d": {"\\u0063": [1, -0.5e3, "", null, true, false]}}',
  spaces: '\n\n  {\n\t"a" : [ ] ,\r\n"b":{ } , "": { "": 1 }\n}\n',
  names: '{"200": 1, "<<": {"x": 2}, "__proto__": 3, "null": 4, "~": 5, "1.0": 6, "*a": 7}',
  list: '[[[]], [{}], {"a": [{"b": [1, 2, {"c": 3}]}]}]',
  texts: '{"a": "# no comment", "b": "x: y", "c": "🎉 \\ud83c\\udf89", "d": "  two  spaces  "}',
};

describe('the nodes of JSON', () => {
  it.each(Object.entries(UNUSUAL))('are those of YAML: %s', (_name, text) => {
    const node = jsonNode(text);
    const value: unknown = JSON.parse(text);
    expect(node && described(node, value)).toEqual(described(yamlNode(parseNodes(text)), value));
  });

  it('are those of YAML in OpenAPI documents', () => {
    const corpus = path.join(import.meta.dirname, '../changes/corpus.yaml');
    const value = parseYaml(fs.readFileSync(corpus, 'utf8'), 100);
    const text = JSON.stringify(value, null, 2);
    const node = jsonNode(text);
    expect(node && described(node, value)).toEqual(described(yamlNode(parseNodes(text)), value));
  });
});

describe('text that is not JSON', () => {
  it.each([
    ['flow style of YAML', '{a: 1, b: [2]}'],
    ['a comma too many', '{"a": 1,}'],
    ['a name twice', '{"a": 1, "a": 2}'],
    ['a comment', '{"a": 1} # more'],
    ['block style', 'a: 1\n'],
    ['nothing', ''],
  ])('has the nodes of YAML: %s', (_name, text) => {
    expect(jsonNode(text)).toBeUndefined();
  });

  it('has places all the same', () => {
    const file = new SourceFile('a.yaml', '{a: 1, b: [2, 3]}');
    expect(file.find(['b', '1'], 'value')).toEqual({ line: 1, column: 15, path: ['b', '1'] });
  });
});
