import type { NormalizedProblem } from '@redocly/openapi-core';
import { bundleOas, createEmptyRedoclyConfig } from '@redocly/openapi-core/lib/bundle-oas';
import { isData, isMap } from '../openapi/fields.ts';
import './redocly-types.ts';
import { type JsonObject, own } from '../json/guards.ts';
import { parsePointer, valueAt } from '../openapi/pointer.ts';
import type { Problem } from '../problems/problem.ts';
import { hasErrors } from '../problems/sort.ts';
import { componentNames, nameComponents } from './component-names.ts';
import { resolveIdentifiers } from './identifiers.ts';
import type { LoadInput } from './load.ts';
import type { Origins } from './origin.ts';
import { PlainError, toPlain } from './plain.ts';
import { isHttp, ReadError } from './read.ts';
import { suggestFile, unresolvedRef } from './refs.ts';
import { displayName, type Resolver, UnparsedError, unhide } from './resolver.ts';
import { isSelfContained } from './self-contained.ts';
import type { SourceFile } from './source.ts';
import { structureProblems } from './structure.ts';
import { detectVersion } from './version.ts';

export interface Bundled {
  /** All files in one; absent exactly if a problem is an error. */
  readonly root?: JsonObject;
  readonly version: string;
  readonly problems: readonly Problem[];
}

/** Whether segments lead into data: something like a `$ref` in it need not be one. */
function isInData(segments: readonly string[]): boolean {
  return segments.some(
    (segment, index) =>
      (isData(segment, []) || segment.startsWith('x-')) && !isMap(segments[index - 1] ?? ''),
  );
}

/** The bundler's message when it appends a number to a name. */
const RENAMED = /Renamed (.*) to /s;

/** Turns the bundler's reports into our problems: unresolved references, and renamed components. */
function fromBundler(resolver: Resolver, reported: readonly NormalizedProblem[]): Problem[] {
  const problems = reported.map((problem): Problem | undefined => {
    const location = problem.location[0];
    if (location?.pointer === undefined) return undefined;
    const base = location.source.absoluteRef;
    const loaded = resolver.loaded.get(base);
    const segments = parsePointer(location.pointer);
    // The meaning of a mapping is checked by a separate rule.
    if (segments.at(-2) === 'mapping') return undefined;
    const node = valueAt(loaded?.value, segments);
    const field = ['$ref', 'externalValue', 'defaultMapping'].find(
      (name) => typeof own(node, name) === 'string',
    );
    const written = field ? own(node, field) : node;
    if (problem.severity === 'error' && typeof written === 'string') {
      const at = field ? [...segments, field] : segments;
      const unresolved = unresolvedRef(resolver, base, at, written);
      // For a file that was not read because of a limit, it is unknown whether it is data.
      const isMinor = unresolved?.rule !== 'read-limit' && isInData(segments);
      return unresolved && isMinor ? { ...unresolved, severity: 'warning' } : unresolved;
    }
    return loaded?.file.problem(
      {
        rule: 'renamed-component',
        severity: 'warning',
        message: `Two different components are named "${RENAMED.exec(problem.message)?.[1]}", so they are prefixed with file or folder names.`,
        suggestion: 'Give them different names if both are intended, or make them identical.',
      },
      segments,
    );
  });
  const found = problems.filter((problem) => problem !== undefined);
  // Once the limit is reached, all further references exceed it, and there may be thousands.
  const limit = found.find(({ rule }) => rule === 'read-limit');
  return found.filter((problem) => problem.rule !== 'read-limit' || problem === limit);
}

/** Each mistake once: there may be two references in one place, or two ways to one place. */
function unique(problems: readonly Problem[]): Problem[] {
  const seen = new Map(
    problems.map((problem) => [
      `${problem.file}\n${problem.line}\n${problem.column}\n${problem.message}`,
      problem,
    ]),
  );
  return [...seen.values()];
}

function notFound(ref: string, document: string, cwd: string, error: ReadError): Problem {
  const fix = isHttp(ref)
    ? 'Check the URL.'
    : suggestFile({ ref, uri: document, pointer: '' }, false);
  return {
    rule: 'document-not-found',
    severity: 'error',
    message: `The document "${displayName(ref, cwd)}" cannot be read: ${error.message}.`,
    file: displayName(ref, cwd),
    line: 1,
    column: 1,
    pointer: '#/',
    suggestion: error.suggestion ?? fix,
  };
}

/** The bundler failed: it assumes types of some values that a document may not have. */
function unbundled(error: unknown, file: SourceFile): Problem {
  return file.problem(
    {
      rule: 'not-openapi',
      severity: 'error',
      message: `The document cannot be bundled: ${error instanceof Error ? error.message : error}.`,
      suggestion: 'Correct the values of the wrong type: see the other problems.',
    },
    [],
  );
}

/**
 * Reads a document and every file it refers to, and bundles them into one: external `$ref`s become internal
 * ones to components, internal `$ref`s stay as they are. Reads through `resolver`.
 */
export async function bundle(
  document: string,
  { cwd, structure }: Required<Pick<LoadInput, 'cwd' | 'structure'>>,
  resolver: Resolver,
  origins: Origins,
): Promise<Bundled> {
  const ref = resolver.resolveExternalRef(null, document);
  let source: Awaited<ReturnType<Resolver['resolveDocument']>>;
  try {
    source = await resolver.resolveDocument(null, ref, true);
  } catch (error) {
    if (error instanceof UnparsedError) return { version: '', problems: resolver.problems };
    if (!(error instanceof ReadError)) throw error;
    return { version: '', problems: [notFound(ref, document, cwd, error)] };
  }
  if (source instanceof Error) throw source;
  // Where it was finally read, after redirects.
  const { absoluteRef } = source.source;
  const loaded = resolver.loaded.get(absoluteRef);
  if (!loaded) throw new Error(`Nothing was read from ${absoluteRef}.`);
  const detected = detectVersion(source.parsed, loaded.file);
  const { version } = detected;
  if (detected.problem) return { version, problems: [detected.problem] };
  origins.copied(detected.root, source.parsed as object);
  const root = resolveIdentifiers(detected.root, origins);
  const before = componentNames(root);
  source.parsed = root;
  resolver.loaded.set(absoluteRef, { ...loaded, value: root });

  let problems = structure ? await structureProblems(source, version, resolver) : [];
  // Bundling takes as long as everything after it.
  if (!hasErrors(problems) && isSelfContained(root))
    return { root, version, problems: [...problems, ...resolver.problems] };
  try {
    const config = createEmptyRedoclyConfig();
    const result = await bundleOas({ doc: source, externalRefResolver: resolver, config });
    problems = unique([
      ...problems,
      ...resolver.problems,
      ...fromBundler(resolver, result.problems),
    ]);
  } catch (error) {
    problems = [...problems, ...resolver.problems, unbundled(error, loaded.file)];
  }
  if (hasErrors(problems)) return { version, problems };
  try {
    const bundled = toPlain(root, origins, unhide) as JsonObject;
    const plain = nameComponents(bundled, before, origins);
    origins.copied(plain, root);
    return { root: plain, version, problems };
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    const details = {
      rule: 'unresolved-ref',
      severity: 'error',
      message: `With the $refs in examples and extensions resolved, the document is too large. ${error.message}`,
      suggestion: 'Write the value itself instead of a $ref: examples and extensions hold data.',
    } as const;
    return {
      version,
      problems: [...problems, loaded.file.problem(details, parsePointer(error.pointer))],
    };
  }
}
