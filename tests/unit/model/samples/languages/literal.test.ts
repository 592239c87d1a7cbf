import { describe, expect, it } from 'vitest';
import {
  bracedString,
  isBlock,
  javascriptName,
  javascriptString,
  kotlinString,
  phpString,
  plainString,
  powershellString,
  printfString,
  rubyString,
  shellString,
  shellWord,
} from '../../../../../src/model/samples/languages/literal.ts';

const WRITERS = {
  plain: plainString,
  kotlin: kotlinString,
  braced: bracedString,
  ruby: rubyString,
  php: phpString,
  powershell: powershellString,
  javascript: javascriptString,
  name: javascriptName,
  shell: shellString,
  word: shellWord,
  printf: printfString,
};

describe('a text as a literal', () => {
  it.each<[writer: keyof typeof WRITERS, text: string, literal: string]>([
    ['plain', 'a"b\\c\n\t\r', String.raw`"a\"b\\c\n\t\r"`],
    ['plain', '\u0000\u001b\u2028\u202e', String.raw`"\u0000\u001b\u2028\u202e"`],
    ['plain', "ü\u{1f600}'`$", '"ü\u{1f600}\'`$"'],
    ['plain', 'a\ud800b', '"a\ufffdb"'],
    ['kotlin', '$a $\u007bb}', '"\\$a \\$\u007bb}"'],
    ['braced', '\u0000\u2028\\(a)', String.raw`"\u{0}\u{2028}\\(a)"`],
    ['ruby', '#{a} #$b #@c #d', String.raw`"\#{a} \#$b \#@c #d"`],
    ['php', "it's $a \\ \n", "'it\\'s $a \\\\ \n'"],
    ['php', '$a\r"', String.raw`"\$a\r\""`],
    ['powershell', "it's ‘$a’", "'it''s ‘‘$a’’'"],
    ['powershell', '`$"“\r\n\u0000', '"```$`"`“`u{d}`n`u{0}"'],
    ['javascript', 'it\'s "a" \\ \n\u2028', String.raw`'it\'s "a" \\ \n\u2028'`],
    ['shell', "it's $a `b` \\", `'it'\\''s $a \`b\` \\'`],
    ['shell', 'a\r\n', `'a'$'\\r''\n'`],
    ['shell', 'a\u202eb\u0001', String.raw`'a'$'\xe2\x80\xae''b'$'\x01'''`],
    ['shell', 'a\ud800', "'a\ufffd'"],
    ['printf', "it's \\0 %s\r\n\u0000", String.raw`'it'\''s \\0 %s\r\n\0000'`],
    ['name', 'a_1', 'a_1'],
    ['name', 'a-b', "'a-b'"],
    ['name', '__proto__', "['__proto__']"],
    ['word', '=ls', "'=ls'"],
    ['word', 'https://a.b/c?d=e', `'https://a.b/c?d=e'`],
    ['word', 'https://a.b/c', 'https://a.b/c'],
    ['word', '', "''"],
  ])('of %s: %j', (writer, text, literal) => {
    expect(WRITERS[writer](text)).toBe(literal);
  });
});

it.each<[text: string, isOne: boolean]>([
  ['{\n  "a": 1\n}', true],
  ['a\n\n  b', true],
  ['one line', false],
  ['  a\n  b', false],
  ['a \nb', false],
  ['a\nb\n', false],
  ['a\r\nb', false],
  ['a\n\u202eb', false],
  ['a\u3000\nb', false],
])('%j can stand in a literal of several lines: %s', (text, isOne) => {
  expect(isBlock(text)).toBe(isOne);
});
