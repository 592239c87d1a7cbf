import { parseYaml } from '@redocly/openapi-core';
import type { YAMLError } from 'yaml';
import type { Problem } from '../problems/problem.ts';
import { parsePointer } from './json.ts';
import { duplicateKey, type JsonMistake, scanJson } from './json-scan.ts';
import { Origins } from './origin.ts';
import { PlainError, toPlain } from './plain.ts';
import type { SourceFile } from './source.ts';

/** Either a value or at least one problem of severity error. */
export type Parsed =
  | { readonly value: unknown; readonly problems?: undefined }
  | { readonly value?: undefined; readonly problems: readonly Problem[] };

const YAML_FIX =
  'Look at the indentation, at quotes that are not closed, and at ": " or " #" in text without quotes.';

function yamlMistake(error: YAMLError, text: string): JsonMistake {
  const [offset] = error.pos;
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^(?:"([^"]*)"|'([^']*)'|([^:\n]*?))\s*:/.exec(text.slice(offset));
    return duplicateKey(key?.[1] ?? key?.[2] ?? key?.[3] ?? '', offset);
  }
  const reason = error.message.split(/ at line \d|\n/)[0]?.trim() ?? error.message;
  return { rule: 'syntax', offset, message: `This is not YAML: ${reason}.`, suggestion: YAML_FIX };
}

/** What the fast parser says, where the one with positions finds nothing wrong. */
function thrownMistake(error: unknown): JsonMistake {
  const { reason, mark } = error as { reason?: unknown; mark?: { position?: unknown } };
  return {
    rule: 'syntax',
    offset: typeof mark?.position === 'number' ? mark.position : 0,
    message: `This is not YAML: ${typeof reason === 'string' ? reason : String(error)}.`,
    suggestion: YAML_FIX,
  };
}

/** Every double key, but only the first other mistake: the ones after it follow from it. */
function yamlMistakes(file: SourceFile, error: unknown): readonly JsonMistake[] {
  const mistakes = file.ast.errors.map((item) => yamlMistake(item, file.text));
  if (mistakes.length === 0) return [thrownMistake(error)];
  const syntax = mistakes.find((mistake) => mistake.rule === 'syntax');
  return syntax ? [syntax] : mistakes;
}

function parseText(file: SourceFile): { value?: unknown; mistakes: readonly JsonMistake[] } {
  if (/\.json($|[?#])/i.test(file.name)) {
    const mistakes = scanJson(file.text);
    return mistakes.length > 0 ? { mistakes } : { value: JSON.parse(file.text), mistakes };
  }
  try {
    return { value: parseYaml(file.text), mistakes: [] };
  } catch (error) {
    return { mistakes: yamlMistakes(file, error) };
  }
}

/**
 * Parses YAML 1.2 (core schema: timestamps stay strings) or, where the name ends in `.json`, JSON.
 * Gives plain JSON data whose origins are in `origins`, or the problems `syntax`, `duplicate-key`
 * and `yaml-aliases`.
 */
export function parseFile(
  file: SourceFile,
  origins: Origins,
  rename?: (key: string, value: unknown) => string,
): Parsed {
  const { value, mistakes } = parseText(file);
  if (mistakes.length > 0) {
    return {
      problems: mistakes.map(({ offset, ...details }) =>
        file.problemAt({ ...details, severity: 'error' }, file.positionAt(offset)),
      ),
    };
  }
  try {
    const plain = toPlain(value, new Origins(), rename);
    origins.parsed(plain, file);
    return { value: plain };
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    const details = {
      rule: 'yaml-aliases',
      severity: 'error',
      message: `The value is too large. ${error.message}`,
      suggestion: 'Use $ref instead of YAML aliases (*name) for what is shared.',
    } as const;
    return { problems: [file.problem(details, parsePointer(error.pointer))] };
  }
}
