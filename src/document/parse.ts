import { parseJsonInOrder } from '../json/text.ts';
import { parsePointer } from '../openapi/pointer.ts';
import type { Problem } from '../problems/problem.ts';
import { duplicateKey, type JsonMistake, scanJson, tooDeep } from './json-scan.ts';
import { Origins } from './origin.ts';
import { DepthError, MAX_DEPTH, PlainError, TOO_DEEP, toPlain } from './plain.ts';
import type { SourceFile } from './source.ts';
import { parseYaml } from './yaml.ts';
import { firstMistake, repeatedKeys } from './yaml-mistakes.ts';

/** Either a value, perhaps with warnings, or at least one problem of severity error. */
export type Parsed =
  | {
      readonly value: unknown;
      readonly warnings: readonly Problem[];
      readonly problems?: undefined;
    }
  | { readonly value?: undefined; readonly problems: readonly Problem[] };

const YAML_FIX =
  'Check the indentation, and look for unclosed quotes and for ": " or " #" in unquoted text.';

/** Numbers that JSON cannot represent. */
const infinite = (text: string) =>
  ({
    rule: 'infinite-number',
    severity: 'warning',
    message: `JSON has no number ${text}, so it is read as a string.`,
    suggestion: `Write a number, or remove the keyword if there is no limit; for a string, write "${text}".`,
  }) as const;

/** Longer keys are not useful in a message. */
const MAX_KEY = 1_000;

/** The duplicate keys, from the slower parser, which finds all of them and their places. */
function doubleKeys(file: SourceFile): readonly JsonMistake[] {
  return repeatedKeys(file.text).map((offset) => {
    const line = file.text.slice(offset, offset + MAX_KEY);
    const key = /^(?:"([^"]*)"|'([^']*)'|([^:\n]*?))\s*:/.exec(line);
    return duplicateKey(key?.[1] ?? key?.[2] ?? key?.[3] ?? '', offset);
  });
}

/** The mistake that ended parsing. */
function syntaxMistake(error: unknown, file: SourceFile): JsonMistake {
  const { reason, message, mark } = error as YAMLException;
  const found = reason ?? message ?? String(error);
  return {
    rule: 'syntax',
    // Without a place, it concerns the whole file: the other parser may know more.
    offset: mark?.position ?? firstMistake(file.text) ?? 0,
    message: `This is not valid YAML: ${found}.`,
    suggestion: YAML_FIX,
  };
}

/** The YAML parser's error. */
interface YAMLException {
  readonly reason?: string;
  readonly message?: string;
  readonly mark?: { readonly position: number };
}

function yamlMistakes(file: SourceFile, error: unknown): readonly JsonMistake[] {
  const { reason, mark } = error as YAMLException;
  if (reason?.includes('maxDepth')) return [tooDeep(mark?.position ?? 0)];
  const mistake = syntaxMistake(error, file);
  const keys = mistake.message.includes('duplicated mapping key') ? doubleKeys(file) : [];
  return keys.length > 0 ? keys : [mistake];
}

function parseText(file: SourceFile): { value?: unknown; mistakes: readonly JsonMistake[] } {
  if (/\.json($|[?#])/i.test(file.name)) {
    const mistakes = scanJson(file.text);
    return mistakes.length > 0 ? { mistakes } : { value: parseJsonInOrder(file.text), mistakes };
  }
  try {
    // Deep enough for `toPlain` to judge, which also counts expanded aliases.
    return { value: parseYaml(file.text, MAX_DEPTH + 10), mistakes: [] };
  } catch (error) {
    return { mistakes: yamlMistakes(file, error) };
  }
}

/**
 * Parses YAML 1.2 (core schema: timestamps stay strings) or, for names that end in `.json`, JSON. Returns
 * plain JSON data with its origins in `origins` and warnings of `infinite-number`, or the problems `syntax`,
 * `duplicate-key` and `yaml-aliases`. Numbers keep all their digits.
 */
export function parseFile(
  file: SourceFile,
  origins: Origins,
  rename?: (key: string, value: unknown) => string,
): Parsed {
  const { value, mistakes } = parseText(file);
  if (mistakes.length > 0)
    return {
      problems: mistakes.map(({ offset, ...details }) =>
        file.problemAt({ ...details, severity: 'error' }, file.positionAt(offset)),
      ),
    };
  try {
    const warnings: Problem[] = [];
    const plain = toPlain(value, new Origins(), rename, (path, text) =>
      warnings.push(file.problem(infinite(text), path, 'value')),
    );
    origins.parsed(plain, file);
    return { value: plain, warnings };
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    const details =
      error instanceof DepthError
        ? ({ rule: 'syntax', severity: 'error', ...TOO_DEEP } as const)
        : ({
            rule: 'yaml-aliases',
            severity: 'error',
            message: `The value is too large. ${error.message}`,
            suggestion: 'Use $ref instead of YAML aliases (*name) for shared parts.',
          } as const);
    return { problems: [file.problem(details, parsePointer(error.pointer))] };
  }
}
