import { createRequire } from 'node:module';
import type { Node } from '@vscode/tree-sitter-wasm';

const require = createRequire(import.meta.url);
const { Language, Parser } =
  require('@vscode/tree-sitter-wasm') as typeof import('@vscode/tree-sitter-wasm');

const VSCODE = '@vscode/tree-sitter-wasm/wasm/tree-sitter-';
const CURSORLESS = '@cursorless/tree-sitter-wasms/out/tree-sitter-';

/** Grammars of tree-sitter by language. A message of HTTP has none: it is sent as it is. */
const GRAMMARS: Readonly<Record<string, string>> = {
  curl: `${VSCODE}bash.wasm`,
  httpie: `${VSCODE}bash.wasm`,
  javascript: `${VSCODE}javascript.wasm`,
  node: `${VSCODE}javascript.wasm`,
  python: `${VSCODE}python.wasm`,
  go: `${VSCODE}go.wasm`,
  java: `${VSCODE}java.wasm`,
  kotlin: `${CURSORLESS}kotlin.wasm`,
  csharp: `${VSCODE}c-sharp.wasm`,
  php: `${VSCODE}php.wasm`,
  ruby: `${VSCODE}ruby.wasm`,
  rust: `${VSCODE}rust.wasm`,
  swift: `${CURSORLESS}swift.wasm`,
  powershell: `${VSCODE}powershell.wasm`,
};

export const PARSED: readonly string[] = Object.keys(GRAMMARS);

/** Gives a function that finds what is no code of a language: the line and its text, or undefined. */
export async function parserOf(language: string): Promise<(code: string) => string | undefined> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve(GRAMMARS[language] ?? '')));
  return (code) => {
    const tree = parser.parse(code);
    const wrong = tree && wrongIn(tree.rootNode);
    const row = wrong?.startPosition.row;
    tree?.delete();
    return row === undefined ? undefined : `line ${row + 1}: ${code.split('\n')[row]}`;
  };
}

function wrongIn(node: Node): Node | undefined {
  if (!node.hasError) return undefined;
  if (node.isError || node.isMissing) return node;
  return node.children.flatMap((child) => (child && wrongIn(child)) ?? [])[0] ?? node;
}
