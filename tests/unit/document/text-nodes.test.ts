import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonNode } from '../../../src/document/json-node.ts';
import { SourceFile } from '../../../src/document/source.ts';
import type { TextNode } from '../../../src/document/text-node.ts';
import { parseYaml } from '../../../src/document/yaml.ts';
import { yamlNode } from '../../../src/document/yaml-node.ts';

/** What a node says of itself and of everything in it, as lines. The ends of objects and lists are not used. */
function described(node: TextNode, value: unknown, at = '#', key?: number): string[] {
  const [start, end] = node.range;
  const range = node.written === undefined ? `${start}` : `${start}-${end}`;
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
  spaces: '\n\n  {\n   "a"\t:\t[ ] ,\r\n   "b":{ } , "": { "": 1 }\n   }\n',
  names: '{"200": 1, "<<": {"x": 2}, "__proto__": 3, "null": 4, "~": 5, "1.0": 6, "*a": 7}',
  list: '[[[]], [{}], {"a": [{"b": [1, 2, {"c": 3}]}]}]',
  texts: '{"a": "# no comment", "b": "x: y", "c": "🎉 \\ud83c\\udf89", "d": "  two  spaces  "}',
};

describe('the nodes of JSON', () => {
  it.each(Object.entries(UNUSUAL))('are those of YAML: %s', (_name, text) => {
    const node = jsonNode(text);
    const value: unknown = JSON.parse(text);
    expect(node && described(node, value)).toEqual(described(yamlNode(text), value));
  });

  it('are those of YAML in OpenAPI documents', () => {
    const corpus = path.join(import.meta.dirname, '../changes/corpus.yaml');
    const value = parseYaml(fs.readFileSync(corpus, 'utf8'), 100);
    const text = JSON.stringify(value, null, 2);
    const node = jsonNode(text);
    expect(node && described(node, value)).toEqual(described(yamlNode(text), value));
  });
});

const YAML = {
  anchors: 'a: &x {b: 1, c: [2, 3]}\nd: *x\ne: &x\n  - 4\nf: *x\n"g": &y h\ni: *y\n',
  merges: 'a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n',
  'anchor of a name': '&k name: 1\nb: *k\n',
  nothing:
    'a:\nb: ""\nc: ~\nd: \'\'\ne: |\n\nf: &x\ng: {x, y: }\nh:\n  -\n  - \n  - &x # c - d\n  - # e\n  - i:\n  -\n  - "j"\n  -\n  - [k]\n  -\n',
  blocks:
    "a: |\n  x\n  y\nb: >- # | no\n  x\n\n  z\nc: \"q\n  r\"\nd: p\n  q\ne: 'it''s'\nf: # a | b\n  |2-\n     x\n",
  'blocks in lists':
    '- |\n  x\n# a > b\n- &x >\n\n  y\n- - |-\n    z\n-  # c\n   a: |+\n     b\n\n',
  names:
    "0x10: 1\n1.0: 2\n'2.0': 3\n~: 4\nTrue: 5\n'a b': 6\n\"\\x41\": 7\n? k\n: 8\n? |\n  b\n: 9\n",
  tags: 'a: !!str 1\nb: !!set {x, y}\nc: !!binary aGk=\nd: !!map\n  e: !!seq\n  - f\n',
  flow: '[{c: d, e: , "f": 1}, [g], \'h\',\n  i\n  j, ]',
  comments: '# x\n\na: # y\n\n  # z\n  b: 1 # w\n\n  c: # v\n  - 1\n\nd: 2\n',
};

describe('the nodes of YAML', () => {
  it.each(Object.entries(YAML))('have the places in the text: %s', (_name, text) => {
    expect(described(yamlNode(text), parseYaml(text, 100))).toMatchSnapshot();
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
