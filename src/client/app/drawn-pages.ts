import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { pathKey } from '../../address/address.ts';
import { drawnFile } from '../../address/files.ts';
import { isObject } from '../../json/guards.ts';

/** What Docusaurus asks for when it renders a page. */
export interface RenderRequest {
  readonly pathname: string;
}

/** A rendered page: HTML, and what Docusaurus' checks and templates read of it. */
export interface Drawn {
  readonly html: string;
  readonly collectedData: Readonly<Record<string, unknown>>;
}

export type Render = (request: RenderRequest) => Promise<Drawn>;

/** What a page's HTML is made of, as hashes. */
export interface DrawnKeys {
  /** Of everything that all pages have: the code, the configuration, texts, labels. */
  readonly site: string;
  /** Of what belongs to the page alone, by `pathKey`. Pages without one are always rendered. */
  readonly pages: Readonly<Record<string, string>>;
}

/** What rendering a page writes besides its result, by the request: its Markdown twin. */
export interface Aside {
  /** The file, which rendering writes for some pages. */
  file(request: RenderRequest): string | undefined;
}

/** What became of a request for a page that has a key. */
export interface DrawnNote {
  /** The page, as `pathKey`. */
  readonly path: string;
  /** Of its file, see `drawnFile`. */
  readonly key: string;
  /** Whether it was taken from the file. */
  readonly isKept: boolean;
  /** How long that took. */
  readonly milliseconds: number;
}

/**
 * Renders pages once: as long as nothing changes that a page is made of, its result is read from a file, and what
 * rendering wrote besides is written again.
 *
 * @param folder Of the files. May be deleted at any time; files that are damaged are written again.
 * @param note Called once for each request.
 */
export function renderOnce(
  render: Render,
  folder: string,
  { site, pages }: DrawnKeys,
  aside?: Aside,
  note?: (note: DrawnNote) => void,
): Render {
  return async (request) => {
    const page = pathKey(request.pathname);
    const own = pages[page];
    if (own === undefined) return render(request);
    const start = performance.now();
    const key = createHash('sha256')
      .update(JSON.stringify([site, own, request]))
      .digest('hex');
    const file = path.join(folder, drawnFile(key));
    const noteIt = (isKept: boolean): void =>
      note?.({ path: page, key, isKept, milliseconds: Math.round(performance.now() - start) });
    const beside = aside?.file(request);
    const kept = read(file, key);
    if (kept) {
      if (beside !== undefined && kept.beside !== undefined) writeBeside(beside, kept.beside);
      noteIt(true);
      return kept.drawn;
    }
    // An interrupted build may have left it.
    if (beside !== undefined) fs.rmSync(beside, { force: true });
    const drawn = await render(request);
    if (isWhole(drawn)) write(file, { key, drawn, ...readBeside(beside) });
    noteIt(false);
    return drawn;
  };
}

interface Entry {
  readonly key: string;
  readonly drawn: Drawn;
  /** The contents of the file that rendering wrote. */
  readonly beside?: string;
}

function readBeside(file: string | undefined): Pick<Entry, 'beside'> {
  if (file === undefined || !fs.existsSync(file)) return {};
  return { beside: fs.readFileSync(file, 'utf8') };
}

function writeBeside(file: string, content: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

function read(file: string, key: string): Entry | undefined {
  try {
    const text = gunzipSync(fs.readFileSync(file)).toString();
    const end = text.indexOf('\n');
    const rest: Entry = JSON.parse(text.slice(0, end));
    const entry: Entry = { ...rest, drawn: { ...rest.drawn, html: text.slice(end + 1) } };
    if (entry.key !== key || !isWhole(entry.drawn)) return undefined;
    // Those that were not used for the longest time are removed first.
    const now = new Date();
    fs.utimesSync(file, now, now);
    return entry;
  } catch {
    return undefined;
  }
}

/** The HTML follows on a line of its own: as JSON, it would take twice as long to read. */
function write(file: string, entry: Entry): void {
  const { html, ...drawn } = entry.drawn;
  const text = `${JSON.stringify({ ...entry, drawn })}\n${html}`;
  // Threads render at the same time, and a build may be killed: no file is ever half written.
  const partial = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(partial, gzipSync(text, { level: 1 }));
    fs.renameSync(partial, file);
  } catch {
    // A full disk, for example: the page is rendered, and next time again.
    if (fs.existsSync(partial)) fs.rmSync(partial, { force: true });
  }
}

/**
 * Whether a result can be written as JSON: with an option of Docusaurus it contains React elements, and a new version
 * may give something else.
 */
function isWhole(drawn: Drawn): boolean {
  const { html, collectedData } = drawn as Partial<Drawn>;
  const metadata = collectedData?.metadata;
  return typeof html === 'string' && isObject(metadata) && metadata.helmet === null;
}
