import type { LoadedDocument } from '../document/load.ts';
import type { Details } from '../document/source.ts';
import { inline } from '../json/guards.ts';
import { formatPointer, parsePointer, valueAt } from '../openapi/pointer.ts';
import { SPLIT_FROM } from '../openapi/split-from.ts';
import type { Document } from '../openapi/types.ts';
import type { Path } from '../openapi/walk.ts';
import type { Problem } from '../problems/problem.ts';
import type { PageChoice } from '../slices/plan.ts';
import { measure } from './coverage.ts';
import { FACT_KINDS, type FactKind } from './keyword.ts';
import type { Site } from './site.ts';
import type { Count, Missing } from './tally.ts';
import { unknownKeywords } from './unknown.ts';

/** A place in the sources. */
type At = Pick<Problem, 'file' | 'line' | 'column'>;

export interface MissingFact extends At {
  readonly kind: FactKind;
  /** Pointer into the document after its upgrade to OpenAPI 3.1. */
  readonly pointer: string;
  /** The fact, for people. */
  readonly value: string;
  /** Paths of the pages that should show it; none if the page itself is missing. */
  readonly pages: readonly string[];
}

/** How much of a document its pages show. */
export interface CoverageResult {
  /** Kinds that do not occur in the document are omitted. */
  readonly counts: readonly ({ readonly kind: FactKind } & Readonly<Count>)[];
  readonly total: Readonly<Count>;
  readonly missing: readonly MissingFact[];
  readonly unknown: readonly (At & { readonly pointer: string; readonly object: string })[];
  /** Unused components. */
  readonly unused: readonly (At & { readonly pointer: string })[];
  /** Subjects without a page, by the site's options. */
  readonly leftOut: readonly string[];
  readonly pages: {
    readonly count: number;
    readonly medianBytes: number;
    readonly largest?: { readonly address: string; readonly bytes: number };
  };
  /** The findings as problems, with their places in the sources. */
  readonly problems: readonly Problem[];
}

/** Compares a document with its pages; see `measure`. */
export function coverageOf(
  { problemAt }: LoadedDocument,
  document: Document,
  site: Site,
  extensions?: readonly string[],
  kinds?: PageChoice,
): CoverageResult {
  const measured = measure(document, site, extensions, kinds);
  const counts = FACT_KINDS.flatMap((kind) => {
    const count = measured.counts.get(kind);
    return count && count.all > 0 ? [{ kind, ...count }] : [];
  });
  const sum = (key: keyof Count): number => counts.reduce((all, count) => all + count[key], 0);
  const problems: Problem[] = [];
  /** Records a problem, and returns its place. */
  const found = (details: Details, path: Path): At & { readonly pointer: string } => {
    const source = sourcePath(path, document);
    const problem = problemAt(details, source);
    problems.push(problem);
    const { file, line, column } = problem;
    return { pointer: formatPointer(source), file, line, column };
  };
  return {
    counts,
    total: { shown: sum('shown'), all: sum('all') },
    missing: measured.missing.map((missing) => ({
      kind: missing.fact.kind,
      value: shownValue(missing.fact),
      ...found(notShown(missing), missing.fact.path),
      pages: missing.pages.map(({ address }) => address).filter(Boolean),
    })),
    unknown: unknownKeywords(document).map(({ object, key, path }) => ({
      object,
      ...found(unknownKeyword(object, key), path),
    })),
    unused: measured.unused.map((path) => found(notUsed(path.at(-1) ?? ''), path)),
    leftOut: measured.leftOut,
    pages: sizesOf(site),
    problems,
  };
}

/** A path in the document as loaded: a part of a large schema is a component only on pages. */
function sourcePath(path: Path, document: Document): Path {
  const from = valueAt(document, [...path.slice(0, 3), SPLIT_FROM]);
  return typeof from === 'string' ? [...parsePointer(from), ...path.slice(3)] : path;
}

function unknownKeyword(object: string, key: string): Details {
  return {
    rule: 'unknown-keyword',
    severity: 'warning',
    message: `The field "${key}" is not defined by OpenAPI or JSON Schema (${object}), so no page has to show it.`,
    suggestion: 'Correct its name, or start it with "x-" if it is an extension.',
  };
}

function notUsed(name: string): Details {
  return {
    rule: 'not-used',
    severity: 'hint',
    message: `Nothing refers to the component "${name}", so no page shows it.`,
  };
}

function notShown({ fact, pages }: Missing): Details {
  const [page] = pages;
  const value = shownValue(fact);
  const others = pages.length > 1 ? `, nor on ${pages.length - 1} more` : '';
  const message =
    fact.kind === 'page'
      ? `There is no page for ${value}.`
      : `The ${fact.kind} "${value}" is not on the page "${page?.info.title}" (${page?.address})${others}.`;
  return {
    rule: 'not-shown',
    severity: 'warning',
    message,
    suggestion:
      'If the document has changed since the site was built, build it again. Otherwise, this is a bug in the site: please report it.',
  };
}

/** Facts are truncated to this length. */
const MAX_SHOWN = 80;

function shownValue({ form, value, labels: [label = ''] = [] }: Missing['fact']): string {
  const isWord = form === 'mark' || form === 'never';
  const text = isWord ? label : `${label} ${inline(value)}`;
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN - 1)}…` : line;
}

function sizesOf({ pages }: Site): CoverageResult['pages'] {
  const sorted = pages.toSorted((a, b) => a.bytes - b.bytes);
  const largest = sorted.at(-1);
  return {
    count: pages.length,
    medianBytes: sorted[Math.floor((sorted.length - 1) / 2)]?.bytes ?? 0,
    ...(largest && { largest: { address: largest.address, bytes: largest.bytes } }),
  };
}
