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
  const parser = await grammarOf(language);
  return (code) => {
    const tree = parser.parse(code);
    const wrong = tree && wrongIn(tree.rootNode);
    const row = wrong?.startPosition.row;
    tree?.delete();
    return row === undefined ? undefined : `line ${row + 1}: ${code.split('\n')[row]}`;
  };
}

/**
 * Gives a function that leaves of a program what is code: all literals and comments become `0`, what is
 * evaluated inside of a literal stays.
 */
export async function codeOnlyOf(language: string): Promise<(code: string) => string> {
  const parser = await grammarOf(language);
  return (code) => {
    const tree = parser.parse(code);
    const left = tree ? leavesOf(tree.rootNode).join(' ') : code;
    tree?.delete();
    return left;
  };
}

const LITERAL =
  /string|comment|character|heredoc|nowdoc|raw_|ansi_c|property_identifier|^word$|shebang/;
const EVALUATED = /interpolation|substitution|expansion|embedded|variable/;

function leavesOf(node: Node, isInside = false): string[] {
  const inside = EVALUATED.test(node.type) ? false : isInside || LITERAL.test(node.type);
  const children = node.children.filter((child) => child !== null);
  if (children.length === 0) return [inside ? '0' : node.text];
  // Some grammars have no node for the text between the quotes and what is evaluated.
  return children.flatMap((child) => leavesOf(child, inside));
}

async function grammarOf(language: string) {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve(GRAMMARS[language] ?? '')));
  return parser;
}

function wrongIn(node: Node): Node | undefined {
  if (!node.hasError) return undefined;
  if (node.isError || node.isMissing) return node;
  return node.children.flatMap((child) => (child && wrongIn(child)) ?? [])[0] ?? node;
}
