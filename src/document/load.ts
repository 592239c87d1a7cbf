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
  /** The place of a path into `document`, as that of a problem. */
  placeAt(path: readonly string[]): SourcePlace;
}

/** A line of a source file, which is named as in problems. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
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
    // Most documents have none.
    const { applyOverlay } = await import('./overlay.ts');
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

/** Shared by all steps of loading one document. */
interface Loading {
  /** The given path or URL, without a user name and password. */
  readonly ref: string;
  readonly cwd: string;
  readonly overlays: readonly string[];
  readonly reading: Reading;
  readonly resolver: Resolver;
  readonly origins: Origins;
}

/** The result of a step: the document, and the problems that the step found. */
interface Step {
  readonly root: JsonObject;
  readonly problems: readonly Problem[];
}

function startLoading(input: LoadInput): Loading {
  const { cwd, refFolders = [], refHosts = [] } = input;
  const origins = new Origins();
  const hosts = new Hosts(input.document, refHosts);
  const ref = hosts.withoutPassword(input.document);
  const document = isHttp(ref) ? ref : path.resolve(cwd, ref);
  const folders = refFolders.map((folder) => path.resolve(cwd, folder));
  const access = new Access(document, folders);
  const reading = { document, access, hosts, network: input.network ?? new Network() };
  const overlays = (input.overlays ?? []).map((overlay) => overlayRef(overlay, cwd, reading));
  return { ref, cwd, overlays, reading, resolver: new Resolver(cwd, reading, origins), origins };
}

/** A bundled document as OpenAPI 3.1. */
function toCurrentVersion(
  root: JsonObject,
  version: string,
  url: URL | undefined,
  { resolver, origins }: Loading,
): Step {
  const strings = stringsAsWritten(root, version, origins);
  const linked = resolveOperationRefs(strings.root, resolver, origins);
  const { document, problems } = upgrade(linked, version, origins, url);
  return {
    root: document as unknown as JsonObject,
    problems: [...strings.problems, ...problems],
  };
}

/** Applies the overlays. What they add may use another version: it is neither upgraded nor checked. */
async function withOverlays(
  root: JsonObject,
  { overlays, cwd, reading, origins }: Loading,
): Promise<Step & { readonly files: SourceFiles }> {
  const overlaid = await applyOverlays(root, overlays, cwd, reading, origins);
  if (overlays.length === 0) return overlaid;
  const strings = stringsAsWritten(overlaid.root, String(root.openapi), origins);
  return { ...overlaid, ...strings, problems: [...overlaid.problems, ...strings.problems] };
}

/** The document that pages show: with absolute addresses, and without internal parts. */
function finish(
  root: JsonObject,
  url: URL | undefined,
  showInternal: boolean,
  { origins }: Loading,
): Step {
  const { $self: self } = root;
  const place = url?.href ?? (typeof self === 'string' && isHttp(self) ? self : undefined);
  const whole = resolveAddresses(root, place, origins);
  const all = impliedMappings(mapRefs(whole, encodeRef, origins), origins);
  const shown = showInternal ? { root: all, problems: [] } : withoutInternal(all, origins);
  const finished = inlinePathItems(shown.root, origins);
  restoreOrder(finished, origins);
  return {
    root: finished,
    problems: [
      ...danglingRefs(shown.root, origins),
      ...dataRefs(shown.root, origins),
      ...relativeAddresses(shown.root, origins),
      ...shown.problems,
    ],
  };
}

/**
 * Loads a document: reads and bundles its files, upgrades it to OpenAPI 3.1, applies overlays, removes
 * internal parts, and inlines path items. A user's mistake is a problem in the result; only internal errors
 * are thrown.
 */
export async function loadDocument(input: LoadInput): Promise<LoadedDocument> {
  const loading = startLoading(input);
  const { ref, cwd, overlays, resolver, origins } = loading;
  const { structure = false, showInternal = false } = input;
  const bundled = await bundle(ref, { cwd, structure }, resolver, origins);
  // Where it was finally read, after redirects.
  const final = resolver.resolveExternalRef(null, ref);
  const url = isHttp(final) && URL.canParse(final) ? new URL(final) : undefined;
  const current = bundled.root && toCurrentVersion(bundled.root, bundled.version, url, loading);
  const overlaid = current && (await withOverlays(current.root, loading));
  const finished = overlaid && finish(overlaid.root, url, showInternal, loading);
  const problems = [bundled, current, overlaid, finished].flatMap((step) => step?.problems ?? []);
  const document = finished?.root as unknown as Document | undefined;
  const loaded = [...resolver.loaded].map(([source, { file }]) => [source, file] as const);
  const failed = [...resolver.failed].filter(([, error]) => !(error instanceof RefusedError));
  const name = displayName(final, cwd);
  const asked = [...resolver.loaded.keys(), ...failed.map(([file]) => file), ...overlays];
  return {
    ...(document && !hasErrors(problems) ? { document } : {}),
    problems: sortProblems(problems),
    files: localFiles(asked, new Map([...loaded, ...(overlaid?.files ?? [])])),
    isVolatile:
      asked.some(isHttp) ||
      [...resolver.failed.values()].some((error) => error instanceof RefusedForNowError),
    version: bundled.version,
    problemAt: (details, path, part) => {
      const origin = origins.at(document, path);
      if (origin) return origin.file.problem(details, origin.path, part);
      return { ...details, file: name, line: 1, column: 1, pointer: formatPointer(path) };
    },
    placeAt: (path) => {
      const origin = origins.at(document, path);
      if (!origin) return { file: name, line: 1 };
      return { file: origin.file.name, line: origin.file.find(origin.path).line };
    },
  };
}
