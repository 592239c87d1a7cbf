import path from 'node:path';
import { BaseResolver, Source } from '@redocly/openapi-core';
import { nearestBudget } from '../problems/nearest.ts';
import type { Problem } from '../problems/problem.ts';
import type { Access } from './access.ts';
import type { Origins } from './origin.ts';
import { parseFile } from './parse.ts';
import { hasScheme, isHttp, ReadError, readText } from './read.ts';
import { circularRefs } from './refs.ts';
import { SourceFile } from './source.ts';

/**
 * Stands in for `externalValue` while the bundler works. The bundler would read every URL there,
 * and in data that only looks like an example; the page links to it instead. A NUL is in no key, and
 * extensions are no mistakes.
 */
const HIDDEN = 'x-\u0000externalValue';

/** Hides `externalValue` from the bundler where it is a URL. A relative one is read: it is a file. */
function hide(key: string, value: unknown): string {
  return key === 'externalValue' && typeof value === 'string' && hasScheme(value) ? HIDDEN : key;
}

/** Gives the key back that `hide` took. */
export function unhide(key: string): string {
  return key === HIDDEN ? 'externalValue' : key;
}

/** A name as problems show it: relative to the working folder, with `/`; URLs as they are. */
export function displayName(ref: string, cwd: string): string {
  if (hasScheme(ref)) return ref;
  return path.relative(cwd, ref).split(path.sep).join('/') || '.';
}

/** A file that was read but cannot be used; its problems are noted already. */
export class UnparsedError extends Error {}

interface Loaded {
  readonly file: SourceFile;
  /** Absent where the file does not parse. */
  readonly value?: unknown;
}

/** Reads and parses the files of a document for the bundler, and remembers all it meets. */
export class Resolver extends BaseResolver {
  /** Every file and URL that was read, by absolute path or URL. */
  readonly loaded = new Map<string, Loaded>();
  /** Why a file or URL could not be read. */
  readonly failed = new Map<string, ReadError>();
  /** Of files that do not parse, or go in circles. */
  readonly problems: Problem[] = [];
  /** Files that are the reason for `problems`. */
  readonly unusable = new Set<string>();
  /** What the search for names like those of wrong references may take. */
  readonly suggestions = nearestBudget();
  readonly #cwd: string;
  readonly #access: Access;
  readonly #origins: Origins;

  constructor(cwd: string, access: Access, origins: Origins) {
    super();
    this.#cwd = cwd;
    this.#access = access;
    this.#origins = origins;
  }

  /** The absolute path or URL of a reference from a file; refused schemes stay as they are. */
  override resolveExternalRef(base: string | null, ref: string): string {
    if (hasScheme(ref)) return ref;
    // `C:\a.yaml` in a file from the network is no path in ours, whatever the bundler makes of it.
    if (base !== null && isHttp(base) && /^[a-z]:/i.test(ref)) return `file:///${ref}`;
    return super.resolveExternalRef(base ?? path.join(this.#cwd, 'base'), ref);
  }

  override async loadExternalRef(ref: string): Promise<Source> {
    try {
      if (!hasScheme(ref)) await this.#access.check(ref);
      const text = await readText(ref);
      this.loaded.set(ref, { file: new SourceFile(displayName(ref, this.#cwd), text) });
      return new Source(ref, text);
    } catch (error) {
      if (error instanceof ReadError) this.failed.set(ref, error);
      throw error;
    }
  }

  /** YAML and JSON become data, other files (a Markdown description) text. */
  override parseDocument(source: Source, isRoot = false): { source: Source; parsed: unknown } {
    const ref = source.absoluteRef;
    const file = this.loaded.get(ref)?.file ?? new SourceFile(ref, source.body);
    const pathname = isHttp(ref) ? new URL(ref).pathname : ref;
    // A URL without an extension is an API that answers with YAML or JSON.
    const isData =
      isRoot || /\.(ya?ml|json)$/i.test(pathname) || (isHttp(ref) && !path.extname(pathname));
    if (!isData) {
      this.loaded.set(ref, { file, value: source.body });
      return { source, parsed: source.body };
    }
    const { value, problems } = parseFile(file, this.#origins, hide);
    if (problems) {
      this.problems.push(...problems);
      this.unusable.add(ref);
      throw new UnparsedError(`${file.name} does not parse`);
    }
    this.loaded.set(ref, { file, value });
    // The bundler answers a circle with an exception that nobody can catch.
    const circular = circularRefs(this, ref);
    if (circular.length > 0) {
      this.problems.push(...circular);
      this.unusable.add(ref);
      throw new UnparsedError(`${file.name} has circular references`);
    }
    return { source, parsed: value };
  }
}
