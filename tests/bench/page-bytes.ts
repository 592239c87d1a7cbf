import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { type Summary, summarize } from './statistics.ts';

/** What the HTML of a page makes a browser load, by address, before anything else happens. */
export interface Pulled {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** Preloads of anything, other than the style sheets and scripts above. */
  readonly preloads: readonly string[];
}

/** Reads the addresses of style sheets, scripts and preloads out of HTML, each of them once. */
export function pulledBy(html: string): Pulled {
  const styles = new Set<string>();
  const scripts = new Set<string>();
  const preloads = new Set<string>();
  const parser = new Parser({
    onopentag(tag, { rel = '', href, src }) {
      const rels = rel.toLowerCase().split(/\s+/);
      if (tag === 'script' && src) scripts.add(src);
      if (tag !== 'link' || !href) return;
      if (rels.includes('stylesheet')) styles.add(href);
      else if (rels.includes('preload') || rels.includes('modulepreload')) preloads.add(href);
    },
  });
  parser.end(html);
  return {
    styles: [...styles],
    scripts: [...scripts],
    preloads: [...preloads].filter((address) => !styles.has(address) && !scripts.has(address)),
  };
}

/** Bytes of pages of a built site, as gzip at level 9 makes them. */
export interface PageBytes {
  readonly pages: number;
  /** Pages that should be there and are not. */
  readonly missing: number;
  readonly document: Summary;
  readonly styles: Summary;
  readonly scripts: Summary;
  readonly all: Summary;
  /** Requests, the document among them. */
  readonly requests: Summary;
}

/** Sizes of the files of a site after gzip (level 9), in bytes; each file is compressed once. */
export class GzipSizes {
  readonly #folder: string;
  readonly #sizes = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @returns 0 for an address of another host, and for one that leads nowhere. */
  of(address: string): number {
    if (/^(?:[a-z]+:)?\/\//.test(address)) return 0;
    const name = address.replace(/[?#].*$/, '');
    let size = this.#sizes.get(name);
    if (size === undefined) {
      const file = path.join(this.#folder, name);
      size = fs.existsSync(file) ? gzipSize(fs.readFileSync(file)) : 0;
      this.#sizes.set(name, size);
    }
    return size;
  }

  sum(addresses: readonly string[]): number {
    return addresses.reduce((sum, address) => sum + this.of(address), 0);
  }
}

/** Bytes of a content after gzip at level 9. */
export function gzipSize(content: string | Buffer): number {
  return gzipSync(content, { level: 9 }).length;
}

/**
 * What has to be loaded before a page can be read: its HTML, and all that this pulls in.
 *
 * @param folder Of the built site.
 * @param pages Names of files below it.
 */
export function pageBytes(folder: string, pages: readonly string[]): PageBytes {
  const sizes = new GzipSizes(folder);
  const there = pages.filter((page) => fs.existsSync(path.join(folder, page)));
  const measured = there.map((page) => {
    const html = fs.readFileSync(path.join(folder, page), 'utf8');
    const { styles, scripts, preloads } = pulledBy(html);
    const part = {
      document: gzipSize(html),
      styles: sizes.sum(styles),
      scripts: sizes.sum(scripts),
      preloads: sizes.sum(preloads),
    };
    return {
      ...part,
      all: part.document + part.styles + part.scripts + part.preloads,
      requests: 1 + styles.length + scripts.length + preloads.length,
    };
  });
  return {
    pages: there.length,
    missing: pages.length - there.length,
    document: summarize(measured.map((page) => page.document)),
    styles: summarize(measured.map((page) => page.styles)),
    scripts: summarize(measured.map((page) => page.scripts)),
    all: summarize(measured.map((page) => page.all)),
    requests: summarize(measured.map((page) => page.requests)),
  };
}

/** Files below a folder, and their bytes as they stand on disk. */
export function folderSize(folder: string): { files: number; bytes: number } {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const bytes = files.reduce(
    (sum, { parentPath, name }) => sum + fs.statSync(path.join(parentPath, name)).size,
    0,
  );
  return { files: files.length, bytes };
}
