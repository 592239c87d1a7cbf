import { translate } from '@docusaurus/Translate';
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { parseJson } from '../../json/text.ts';
import type { ModelContext } from '../../model/page/context.ts';
import { mismatchesOf } from '../../model/schema/schema-mismatch.ts';
import { reason } from './reason.ts';

/** An error in a text. Lines and columns are 1-based. */
export interface Mistake {
  readonly line: number;
  readonly column: number;
  /** Offsets in the text, in UTF-16 units, for a selection. */
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  /** True if the text is not valid JSON. */
  readonly isSyntax: boolean;
}

/** Nobody would read more. */
const MAX_MISTAKES = 5;

/**
 * Checks a JSON text against the schema of its media type: first its syntax (RFC 8259), then its validity.
 * Empty if there are no errors.
 */
export function checkJson(text: string, schema: unknown, context: ModelContext): Mistake[] {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first || !root) return [syntaxMistake(text, first)];
  const reading = { lookUp: context.lookUp, direction: 'request' } as const;
  const mistakes: Mistake[] = [];
  for (const mismatch of mismatchesOf(parseJson(text), schema ?? true, reading)) {
    const node = nodeAt(root, mismatch.path);
    const { offset, length } = node ?? root;
    const message = [mismatch.path.join('.'), reason(mismatch)].filter(Boolean).join(': ');
    mistakes.push({ ...placeOf(text, offset), offset, length, message, isSyntax: false });
    if (mistakes.length === MAX_MISTAKES) break;
  }
  return mistakes.sort((a, b) => a.offset - b.offset);
}

/** Missing members, and anything deeper, get the place of their parent. */
function nodeAt(root: Node, path: readonly string[]): Node | undefined {
  const segments: (string | number)[] = [];
  let node: Node | undefined = root;
  for (const step of path) {
    segments.push(node.type === 'array' ? Number(step) : step);
    const inner = findNodeAtLocation(root, segments);
    if (!inner) break;
    node = inner;
  }
  return node;
}

/** What was expected, by `ParseErrorCode` of jsonc-parser. */
const EXPECTED: Readonly<Record<number, () => string>> = {
  3: () => translate({ id: 'ref.try.json.name', message: 'a property name in double quotes' }),
  4: () => translate({ id: 'ref.try.json.value', message: 'a value' }),
  5: () => translate({ id: 'ref.try.json.colon', message: 'a colon' }),
  6: () => translate({ id: 'ref.try.json.comma', message: 'a comma' }),
  7: () => translate({ id: 'ref.try.json.brace', message: 'a closing brace }' }),
  8: () => translate({ id: 'ref.try.json.bracket', message: 'a closing bracket ]' }),
  9: () => translate({ id: 'ref.try.json.end', message: 'the end of the text' }),
  12: () => translate({ id: 'ref.try.json.quote', message: 'a closing quote' }),
};

function syntaxMistake(text: string, error: ParseError | undefined): Mistake {
  const offset = error?.offset ?? 0;
  const expected = EXPECTED[error?.error ?? 4]?.();
  const message = expected
    ? translate(
        { id: 'ref.try.json.expected', message: 'Invalid JSON: expected {expected}' },
        { expected },
      )
    : translate({ id: 'ref.try.json.unexpected', message: 'Invalid JSON: unexpected text' });
  return { ...placeOf(text, offset), offset, length: error?.length ?? 0, message, isSyntax: true };
}

function placeOf(text: string, offset: number): Pick<Mistake, 'line' | 'column'> {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
