import path from 'node:path';
import type { JsonObject } from '../json/guards.ts';
import { formatPointer } from '../openapi/pointer.ts';
import type { Document } from '../openapi/types.ts';
import type { Problem } from '../problems/problem.ts';
import { hasErrors, sortProblems } from '../problems/sort.ts';
import { Access } from './access.ts';
import { relativeAddresses, resolveAddresses } from './addresses.ts';
import { bundle } from './bundle.ts';
import { danglingRefs } from './dangling.ts';
import { dataRefs } from './data-refs.ts';
import { Hosts } from './hosts.ts';
import { impliedMappings } from './implied-mappings.ts';
import { withoutInternal } from './internal/internal.ts';
import { restoreOrder } from './key-order.ts';
import { encodeRef, mapRefs } from './map-refs.ts';
import { Network } from './network.ts';
import { resolveOperationRefs } from './operation-refs.ts';
import { Origins } from './origin.ts';
import { applyOverlay } from './overlay.ts';
import { parseFile } from './parse.ts';
import { inlinePathItems } from './path-items.ts';
import { isHttp, ReadError, RefusedError, RefusedForNowError, readFileText } from './read.ts';
import { displayName, type Reading, Resolver } from './resolver.ts';
import { type Details, type Part, SourceFile } from './source.ts';
import { stringsAsWritten } from './strings.ts';
import { upgrade } from './upgrade.ts';

export interface LoadInput {
  /** Path, relative to `cwd`, or http(s) URL. */
  readonly document: string;
  /** Paths or URLs of OpenAPI Overlays, applied in this order. */
  readonly overlays?: readonly string[];
  /** Paths, relative to `cwd`, of further folders and files that its `$ref`s may read. */
  readonly refFolders?: readonly string[];
  /**
   * Hosts, optionally with a port, that its `$ref`s may read; one from the network may read its own origin.
   */
  readonly refHosts?: readonly string[];
  /** Shared by the documents of a run; by default a separate one. */
  readonly network?: Network;
  /** Absolute path; file names in problems are relative to it. */
  readonly cwd: string;
  /** Whether parts marked with `x-internal: true` stay in the document. */
  readonly showInternal?: boolean;
  /** Whether all sources are checked by the rule `structure`. */
  readonly structure?: boolean;
}

export interface LoadedDocument {
  /** OpenAPI 3.1 (or 3.2) in one piece, plain JSON; undefined exactly if a problem is an error. */
  readonly document?: Document;
  /** In report order. */
  readonly problems: Problem[];
  /**
   * Absolute path to text of all local files that were requested, sorted by path: the files to watch.
   * Includes overlays and files that could not be read (undefined), but not refused ones.
   */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** Whether the same `files` may give another document: one came from the network, or was refused for now. */
  readonly isVolatile: boolean;
  /** As in the document: `3.0.3`, `2.0`. Empty if unknown. */
  readonly version: string;
  /**
   * A problem at a path into `document`: placed in the source that contains the value, or else at its nearest
   * ancestor in a source.
   */
  problemAt(details: Details, path: readonly string[], part?: Part): Problem;
}

/** The absolute path or URL of an overlay, without a user name and password. */
function overlayRef(ref: string, cwd: string, { hosts }: Reading): string {
  return isHttp(ref) ? hosts.withoutPassword(ref) : path.resolve(cwd, ref);
}

async function overlayFile(
  absolute: string,
  cwd: string,
  { hosts, network }: Reading,
): Promise<SourceFile | Problem> {
  const name = displayName(absolute, cwd);
  try {
    const text = isHttp(absolute)
      ? (await network.read(absolute, hosts.forNamed(absolute))).text
      : await readFileText(absolute);
    return new SourceFile(name, text);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return {
      rule: 'document-not-found',
      severity: 'error',
      message: `The overlay "${name}" cannot be read: ${error.message}.`,
      file: name,
      line: 1,
      column: 1,
      pointer: '#/',
      suggestion: error.suggestion ?? 'Check the path or URL; paths are relative to the site.',
    };
  }
}

async function applyOverlays(
  root: JsonObject,
  overlays: readonly string[],
  cwd: string,
  reading: Reading,
  origins: Origins,
): Promise<{ root: JsonObject; problems: Problem[]; files: SourceFiles }> {
  const problems: Problem[] = [];
  const files = new Map<string, SourceFile>();
  let current = root;
  for (const ref of overlays) {
    const file = await overlayFile(ref, cwd, reading);
    if (!(file instanceof SourceFile)) {
      problems.push(file);
      continue;
    }
    files.set(ref, file);
    const parsed = parseFile(file, origins);
    if (parsed.problems) {
      problems.push(...parsed.problems);
      continue;
    }
    problems.push(...parsed.warnings);
    const applied = applyOverlay(current, parsed.value, file, origins);
    current = applied.root;
    problems.push(...applied.problems);
  }
  return { root: current, problems, files };
}

/** By path or URL. */
type SourceFiles = ReadonlyMap<string, SourceFile>;

/** The requested local files, as in `LoadedDocument.files`. */
function localFiles(asked: readonly string[], read: SourceFiles): LoadedDocument['files'] {
  const local = asked
    .filter((file) => !isHttp(file))
    .map((file) => [file, read.get(file)?.text] as const);
  return new Map(local.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Loads a document: reads and bundles its files, upgrades it to OpenAPI 3.1, applies overlays, removes
 * internal parts, and inlines path items. A user's mistake is a problem in the result; only internal errors
 * are thrown.
 */
export async function loadDocument(input: LoadInput): Promise<LoadedDocument> {
  const { cwd, refFolders = [], refHosts = [], structure = false } = input;
  const origins = new Origins();
  const hosts = new Hosts(input.document, refHosts);
  const ref = hosts.withoutPassword(input.document);
  const root = isHttp(ref) ? ref : path.resolve(cwd, ref);
  const access = new Access(
    root,
    refFolders.map((folder) => path.resolve(cwd, folder)),
  );
  const reading: Reading = {
    document: root,
    access,
    hosts,
    network: input.network ?? new Network(),
  };
  const overlays = (input.overlays ?? []).map((overlay) => overlayRef(overlay, cwd, reading));
  const resolver = new Resolver(cwd, reading, origins);
  const bundled = await bundle(ref, { cwd, structure }, resolver, origins);
  const problems = [...bundled.problems];
  // Where it was finally read, after redirects.
  const final = resolver.resolveExternalRef(null, ref);
  let document: Document | undefined;
  const read = new Map([...resolver.loaded].map(([name, { file }]) => [name, file]));
  if (bundled.root) {
    const url = isHttp(final) ? new URL(final) : undefined;
    const strings = stringsAsWritten(bundled.root, bundled.version, origins);
    const linked = resolveOperationRefs(strings.root, resolver, origins);
    const upgraded = upgrade(linked, bundled.version, origins, url);
    const overlaid = await applyOverlays(
      upgraded.document as unknown as JsonObject,
      overlays,
      cwd,
      reading,
      origins,
    );
    // Additions of overlays may use another version: they are not checked.
    const { root: changed, problems: unquoted } =
      overlays.length > 0
        ? stringsAsWritten(overlaid.root, upgraded.document.openapi, origins)
        : { root: overlaid.root, problems: [] };
    problems.push(...strings.problems, ...upgraded.problems, ...overlaid.problems, ...unquoted);
    for (const [name, file] of overlaid.files) read.set(name, file);
    const self = changed.$self;
    const place = url?.href ?? (typeof self === 'string' && isHttp(self) ? self : undefined);
    const whole = resolveAddresses(changed, place, origins);
    const all = impliedMappings(mapRefs(whole, encodeRef, origins), origins);
    const shown = input.showInternal ? { root: all, problems: [] } : withoutInternal(all, origins);
    const finished = shown.root;
    document = inlinePathItems(finished, origins) as unknown as Document;
    restoreOrder(document, origins);
    problems.push(...danglingRefs(finished, origins), ...dataRefs(finished, origins));
    problems.push(...relativeAddresses(finished, origins), ...shown.problems);
  }
  const failed = [...resolver.failed].filter(([, error]) => !(error instanceof RefusedError));
  const asked = [...resolver.loaded.keys(), ...failed.map(([file]) => file), ...overlays];
  const name = displayName(final, cwd);
  const found = hasErrors(problems) ? undefined : document;
  return {
    ...(found ? { document: found } : {}),
    problems: sortProblems(problems),
    files: localFiles(asked, read),
    isVolatile:
      asked.some(isHttp) ||
      [...resolver.failed.values()].some((error) => error instanceof RefusedForNowError),
    version: bundled.version,
    problemAt: (details, path, part) => {
      const origin = origins.at(document, path);
      if (origin) return origin.file.problem(details, origin.path, part);
      return { ...details, file: name, line: 1, column: 1, pointer: formatPointer(path) };
    },
  };
}
