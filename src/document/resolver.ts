import path from 'node:path';
import { BaseResolver, type Document as BundlerDocument, Source } from '@redocly/openapi-core';
import { decoded } from '../openapi/pointer.ts';
import { maskPasswords } from '../problems/mask.ts';
import { nearestBudget } from '../problems/nearest.ts';
import type { Problem } from '../problems/problem.ts';
import type { Access } from './access.ts';
import type { Hosts } from './hosts.ts';
import type { Fetched, Network } from './network.ts';
import type { Origins } from './origin.ts';
import { parseFile } from './parse.ts';
import { hasScheme, isHttp, ReadError, RefusedError, readFileText } from './read.ts';
import { circularRefs } from './refs.ts';
import { SourceFile } from './source.ts';

/**
 * Stands in for `externalValue` while the bundler works. The bundler would read every URL there, even in data
 * that only looks like an example; the page links to it instead. A NUL is in no key, and extensions are
 * always valid.
 */
const HIDDEN = 'x-\u0000externalValue';

/** Hides `externalValue` from the bundler if it is a URL. A relative one is read: it is a file. */
function hide(key: string, value: unknown): string {
  return key === 'externalValue' && typeof value === 'string' && hasScheme(value) ? HIDDEN : key;
}

/** Restores the key that `hide` replaced. */
export function unhide(key: string): string {
  return key === HIDDEN ? 'externalValue' : key;
}

/** A name as problems show it: relative to the working folder, with `/`; URLs without passwords. */
export function displayName(ref: string, cwd: string): string {
  if (hasScheme(ref)) return maskPasswords(ref);
  return path.relative(cwd, ref).split(path.sep).join('/') || '.';
}

/** A file that was read but cannot be used; its problems have been recorded. */
export class UnparsedError extends Error {}

interface Loaded {
  readonly file: SourceFile;
  /** Absent where the file cannot be parsed. */
  readonly value?: unknown;
}

/** What a document may read, and how. */
export interface Reading {
  /** Absolute path of the document, or its URL without a user name and password. */
  readonly document: string;
  readonly access: Access;
  readonly hosts: Hosts;
  readonly network: Network;
}

/** Reads and parses the files of a document for the bundler, and records everything it finds. */
export class Resolver extends BaseResolver {
  /** Every file and URL that was read, by absolute path or URL. */
  readonly loaded = new Map<string, Loaded>();
  /** Why a file or URL could not be read. */
  readonly failed = new Map<string, ReadError>();
  /** Of files with syntax errors or circular references. */
  readonly problems: Problem[] = [];
  /** Files that caused `problems`. */
  readonly unusable = new Set<string>();
  /** The budget for finding names similar to those of broken references. */
  readonly suggestions = nearestBudget();
  readonly #cwd: string;
  readonly #reading: Reading;
  readonly #origins: Origins;
  /** URLs that redirect, and their targets. */
  readonly #moved = new Map<string, string>();
  /** What was read, by its final URL. */
  readonly #parsed = new Map<string, Promise<BundlerDocument>>();
  /** References that are neither paths nor URLs, by their placeholders. */
  readonly #refused = new Map<string, RefusedError>();

  constructor(cwd: string, reading: Reading, origins: Origins) {
    super();
    this.#cwd = cwd;
    this.#reading = reading;
    this.#origins = origins;
  }

  /**
   * The absolute path or URL of a reference from a file, after redirects if it has already been read; without
   * a user name and password. Refused schemes are left unchanged.
   */
  override resolveExternalRef(base: string | null, ref: string): string {
    const absolute = this.#reading.hosts.withoutPassword(this.#absolute(base, ref));
    return this.#moved.get(absolute) ?? absolute;
  }

  #absolute(base: string | null, ref: string): string {
    if (hasScheme(ref)) return ref;
    if (base !== null && isHttp(base)) {
      // `C:\a.yaml` in a file from the network is not a path on this machine, whatever the bundler does
      // with it.
      if (/^[a-z]:/i.test(ref)) return `file:///${ref}`;
      if (URL.canParse(ref, base)) return new URL(ref, base).href;
      return this.#refuse(
        `invalid:${ref}`,
        new RefusedError('it is not a valid URL', 'Correct it.'),
      );
    }
    if (base === null) return path.resolve(this.#cwd, ref);
    const file = decoded(ref);
    if (/^[\\/]{2}/.test(file))
      return this.#refuse(
        `share:${ref}`,
        new RefusedError(
          'it refers to another machine',
          'Use a path that is relative to the file.',
        ),
      );
    return path.resolve(path.dirname(base), file);
  }

  #refuse(standIn: string, error: RefusedError): string {
    this.#refused.set(standIn, error);
    return standIn;
  }

  /** Like the bundler's own, but a file with several URLs is one file, and its final URL is the base. */
  override async resolveDocument<T = unknown>(
    base: string | null,
    ref: string,
    isRoot = false,
  ): Promise<BundlerDocument<T>> {
    const absolute = this.resolveExternalRef(base, ref);
    const known = this.cache.get(absolute);
    const document = known ?? this.#load(absolute, isRoot);
    if (!known) this.cache.set(absolute, document);
    return document as Promise<BundlerDocument<T>>;
  }

  async #load(ref: string, isRoot: boolean): Promise<BundlerDocument> {
    const source = await this.loadExternalRef(ref);
    const final = source.absoluteRef;
    if (final !== ref) this.#moved.set(ref, final);
    const known = this.#parsed.get(final);
    if (known) return known;
    const document = Promise.resolve().then(() => this.parseDocument(source, isRoot));
    this.#parsed.set(final, document);
    if (!this.cache.has(final)) this.cache.set(final, document);
    return document;
  }

  override async loadExternalRef(ref: string): Promise<Source> {
    try {
      const { text, address } = await this.#read(ref);
      if (!this.loaded.has(address))
        this.loaded.set(address, { file: new SourceFile(displayName(address, this.#cwd), text) });
      return new Source(address, text);
    } catch (error) {
      if (error instanceof ReadError) this.failed.set(ref, error);
      throw error;
    }
  }

  async #read(ref: string): Promise<Fetched> {
    const { document, access, hosts, network } = this.#reading;
    const refused = this.#refused.get(ref);
    if (refused) throw refused;
    if (isHttp(ref)) {
      const isDocument = ref === document;
      const rule = isDocument ? hosts.forNamed(ref) : hosts.forRefs;
      const fetched = await network.read(ref, rule, isDocument);
      if (isDocument) hosts.readFrom(fetched.address);
      return fetched;
    }
    if (hasScheme(ref))
      throw new RefusedError(
        `only http and https URLs are read, not ${ref.slice(0, ref.indexOf(':') + 1)}`,
        'Use a path or an http(s) URL.',
      );
    return { text: await readFileText(await access.check(ref)), address: ref };
  }

  /** YAML and JSON become data, other files (a Markdown description) text. */
  override parseDocument(source: Source, isRoot = false): { source: Source; parsed: unknown } {
    const ref = source.absoluteRef;
    const file = this.loaded.get(ref)?.file ?? new SourceFile(ref, source.body);
    const pathname = isHttp(ref) ? new URL(ref).pathname : ref;
    // A URL without an extension is an API that responds with YAML or JSON.
    const isData =
      isRoot || /\.(ya?ml|json)$/i.test(pathname) || (isHttp(ref) && !path.extname(pathname));
    if (!isData) {
      this.loaded.set(ref, { file, value: source.body });
      return { source, parsed: source.body };
    }
    const parsed = parseFile(file, this.#origins, hide);
    const { value, problems } = parsed;
    if (!problems) this.problems.push(...parsed.warnings);
    if (problems) {
      this.problems.push(...problems);
      this.unusable.add(ref);
      throw new UnparsedError(`${file.name} cannot be parsed`);
    }
    this.loaded.set(ref, { file, value });
    // The bundler responds to a circle with an exception that nobody can catch.
    const circular = circularRefs(this, ref, isRoot);
    if (circular.length > 0) {
      this.problems.push(...circular);
      this.unusable.add(ref);
      throw new UnparsedError(`${file.name} has circular references`);
    }
    return { source, parsed: value };
  }
}
