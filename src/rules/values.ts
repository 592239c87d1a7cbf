import { asArray, entriesOf, inline, isObject, own } from '../json/guards.ts';
import { type Counted, validity } from '../model/schema/schema-check.ts';
import { type Mismatch, mismatchOf } from '../model/schema/schema-mismatch.ts';
import type { Finding, Rule } from './rule.ts';
import type { Located, Survey } from './survey.ts';

/** OpenAPI 3.1 section 4.8.19: an example should match its schema. */
export const invalidExample: Rule = {
  id: 'invalid-example',
  severity: 'warning',
  about: 'an example that does not match its schema',
  find: (survey) =>
    judgeAll(
      'example',
      [
        ...survey
          .all('schema')
          .flatMap((schema) =>
            examplesOf(schema).map((value) => ({ ...value, schema: schema.node })),
          ),
        ...[...survey.all('parameter'), ...survey.all('mediaType')].flatMap((holder) =>
          examplesOf(holder)
            .filter(({ node }) => !isSerialised(node, holder))
            .map((value) => ({ ...value, schema: holder.node.schema })),
        ),
      ],
      survey,
    ),
};

/** JSON Schema 2020-12 validation section 9.2: a default should be valid against its schema. */
export const invalidDefault: Rule = {
  id: 'invalid-default',
  severity: 'warning',
  about: 'a default that does not match its schema',
  find: (survey) =>
    judgeAll(
      'default',
      survey
        .all('schema')
        .flatMap(({ node, path }) =>
          node.default === undefined
            ? []
            : [{ node: node.default, path: [...path, 'default'], schema: node }],
        ),
      survey,
    ),
};

export const enumType: Rule = {
  id: 'enum-type',
  severity: 'warning',
  about: 'an enum value whose type differs from that of its schema',
  find: (survey) =>
    judgeAll(
      'enum value',
      survey.all('schema').flatMap(({ node, path }) =>
        node.type === undefined
          ? []
          : asArray(node.enum).map((value, index) => ({
              node: value,
              path: [...path, 'enum', String(index)],
              schema: { type: node.type },
            })),
      ),
      survey,
    ),
};

/** A value in the document, of any type. */
interface LocatedValue {
  readonly node: unknown;
  readonly path: readonly string[];
}

/** The examples of a schema, parameter, header or media type, in all forms. */
function examplesOf({ node, path }: Located): LocatedValue[] {
  const { example, examples } = node;
  const single = example === undefined ? [] : [{ node: example, path: [...path, 'example'] }];
  const listed = asArray(examples).map((value, index) => ({
    node: value,
    path: [...path, 'examples', String(index)],
  }));
  const named = isObject(examples) ? entriesOf(examples) : [];
  return [
    ...single,
    ...listed,
    ...named.flatMap(([name, entry]) =>
      ['value', 'dataValue'].flatMap((key) => {
        const value = own(entry, key);
        return value === undefined ? [] : [{ node: value, path: [...path, 'examples', name, key] }];
      }),
    ),
  ];
}

/**
 * Whether a string is the serialized body, such as `<a/>`, rather than the value that the schema describes.
 */
function isSerialised(value: unknown, { path }: Located): boolean {
  const mediaType = path.at(-2) === 'content' ? path.at(-1) : undefined;
  return typeof value === 'string' && mediaType !== undefined && !/[/+]json\b/i.test(mediaType);
}

/** A value and the schema that it should match. */
interface Judged extends LocatedValue {
  readonly schema: unknown;
}

/** Schema checks that a rule may make in total: some seconds of work. */
const MAX_STEPS = 5_000_000;

/** The values that do not match their schemas, and the first one left unchecked when the budget ran out. */
function judgeAll(what: string, values: readonly Judged[], { lookUp }: Survey): Finding[] {
  // A value that is valid in a request need not be valid in a response, and vice versa.
  const readingsWith = (budget: { left: number }) =>
    (['request', 'response'] as const).map((direction) => ({ lookUp, direction, budget }));
  const readings = readingsWith({ left: MAX_STEPS });
  const reasons = readingsWith({ left: MAX_STEPS });
  const unchecked: LocatedValue[] = [];
  const findings = values.flatMap((value) => {
    if (value.schema === undefined) return [];
    const answers = readings.map((reading) => validity(value.node, value.schema, reading));
    if (answers.includes(true)) return [];
    if (answers.includes(undefined)) {
      unchecked.push(value);
      return [];
    }
    return judge(what, value, reasons);
  });
  const [first] = unchecked;
  return first ? [...findings, notChecked(what, first, unchecked.length)] : findings;
}

function notChecked(what: string, { path }: LocatedValue, count: number): Finding {
  const others = count === 1 ? '' : ` Also not checked: ${count - 1} more.`;
  return {
    path,
    part: 'value',
    message: `The ${what} was not checked: its schema and earlier ones took too many steps.${others}`,
    suggestion:
      'Look for large examples or patterns such as .*.*x in schemas that many values share.',
  };
}

function judge(
  what: string,
  { node, path, schema }: Judged,
  readings: readonly Counted[],
): Finding[] {
  const found = readings.map((reading) => mismatchOf(node, schema, reading)).find(Boolean);
  const isSpent = readings.some(({ budget }) => budget.left <= 0);
  if (!found && !isSpent) return [];
  const inner = found && found.path.length > 0 ? ` at ${found.path.join('.')}` : '';
  const why = found ? `${inner}: ${reason(found)}` : '';
  return [
    {
      path: [...path, ...(found?.path ?? [])],
      part: 'value',
      message: `The ${what} does not match its schema${why}.`,
      suggestion: `Correct the ${what}, or the schema if that is wrong.`,
    },
  ];
}

const WIDTH = 60;

/** A value on one line, cut to a length that fits a message. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : inline(value);
  return text.length > WIDTH ? `${text.slice(0, WIDTH - 1)}…` : text;
}

const list = (values: unknown): string => [values].flat().map(shown).join(', ');

/** What is wrong with a value, by keyword, as the end of a sentence. */
const REASONS: Readonly<Record<string, (mismatch: Mismatch) => string>> = {
  type: ({ value, expected }) => `${shown(value)} is not of type ${[expected].flat().join(' or ')}`,
  enum: ({ value, expected }) => `${shown(value)} is none of ${cut(list(expected))}`,
  const: ({ value, expected }) => `${shown(value)} is not ${shown(expected)}`,
  format: ({ value, expected }) => `${shown(value)} does not have the format ${shown(expected)}`,
  pattern: ({ value, expected }) => `${shown(value)} does not match the pattern ${shown(expected)}`,
  required: ({ value, expected }) =>
    `it is missing ${cut(list(asArray(expected).filter((name) => own(value, String(name)) === undefined)))}`,
  additionalProperties: ({ path }) => `the schema has no property ${shown(path.at(-1))}`,
  oneOf: () => 'none of the schemas in oneOf matches, or several do',
  anyOf: () => 'none of the schemas in anyOf matches',
};

function reason(mismatch: Mismatch): string {
  const { keyword, value, expected } = mismatch;
  const explain = Object.hasOwn(REASONS, keyword) ? REASONS[keyword] : undefined;
  return explain?.(mismatch) ?? `${shown(value)} breaks ${keyword}: ${shown(expected)}`;
}

function cut(text: string): string {
  return text.length > 2 * WIDTH ? `${text.slice(0, 2 * WIDTH - 1)}…` : text;
}
