import { translate } from '@docusaurus/Translate';
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { own, stringsOf } from '../../json/guards.ts';
import { parseJson } from '../../json/text.ts';
import type { ModelContext } from '../../model/page/context.ts';
import { mismatchesOf } from '../../model/schema/schema-mismatch.ts';
import { missing, reason } from './reason.ts';

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
  const mistakes: Mistake[] = [];
  for (const { path, reason } of errorsOf(parseJson(text), schema, context)) {
    const { offset, length } = nodeAt(root, path) ?? root;
    const message = [path.join('.'), reason].filter(Boolean).join(' ');
    mistakes.push({ ...placeOf(text, offset), offset, length, message, isSyntax: false });
    if (mistakes.length === MAX_MISTAKES) break;
  }
  return mistakes.sort((a, b) => a.offset - b.offset);
}

/** Larger texts are not shown as a form: it would have thousands of fields. */
const MAX_FORM = 100_000;

/**
 * The value of a JSON text for a form; undefined if only the text itself can be edited: it is not valid JSON, a form
 * would drop a part of it (the first of two members of one name), or it is too large.
 */
export function formValue(text: string): { readonly value: unknown } | undefined {
  if (text.trim() === '') return { value: undefined };
  if (text.length > MAX_FORM) return undefined;
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  if (!root || errors.length > 0 || hasTwice(root)) return undefined;
  return { value: parseJson(text) };
}

/** Whether an object has two members of one name. */
function hasTwice({ type, children = [] }: Node): boolean {
  const names = type === 'object' ? children.map((member) => member.children?.[0]?.value) : [];
  return new Set(names).size < names.length || children.some(hasTwice);
}

/** The most errors that a form shows. */
const MAX_FORM_ERRORS = 50;

/** The key of a place in a body, for `valueErrors`. */
export function placeKey(path: readonly (string | number)[]): string {
  return JSON.stringify(path.map(String));
}

/**
 * Errors of a value's fields, by `placeKey`.
 *
 * @param isTried Whether the reader has tried to send: until then, no member or item is missing.
 */
export function valueErrors(
  value: unknown,
  schema: unknown,
  path: readonly (string | number)[],
  context: ModelContext,
  isTried: boolean,
): ReadonlyMap<string, string> {
  const errors = new Map<string, string>();
  for (const { path: inner, reason, isMissing } of errorsOf(value, schema, context)) {
    const key = placeKey([...path, ...inner]);
    if (!errors.has(key) && (isTried || !isMissing)) errors.set(key, reason);
    if (errors.size >= MAX_FORM_ERRORS) break;
  }
  return errors;
}

interface PlacedError {
  readonly path: readonly string[];
  /** A phrase that follows the name. */
  readonly reason: string;
  readonly isMissing: boolean;
}

/** The errors of a value. Required members that are missing have theirs themselves. */
function* errorsOf(
  value: unknown,
  schema: unknown,
  context: ModelContext,
): Generator<PlacedError, void, undefined> {
  const reading = { lookUp: context.lookUp, direction: 'request' } as const;
  for (const mismatch of mismatchesOf(value, schema ?? true, reading)) {
    const { path, keyword, expected } = mismatch;
    if (keyword !== 'required')
      yield { path, reason: reason(mismatch), isMissing: keyword === 'minItems' };
    else
      for (const name of stringsOf(expected))
        if (own(mismatch.value, name) === undefined)
          yield { path: [...path, name], reason: missing(), isMissing: true };
  }
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
