import { UnknownTables } from './browser-tables.ts';

/** So many pages share a chunk of the server's bundle. */
const PAGES = 50;

/**
 * Docusaurus makes a chunk of every page, and the bundler keeps books on each of them. On the server
 * nobody waits for a chunk: reference pages that are rendered one after the other share one.
 *
 * @param code `registry.js` as Docusaurus generated it.
 * @param folder Beginning of the module names of reference pages.
 * @throws UnknownTables where it does not have the form that Docusaurus 3.10 gives it.
 */
export function serverRegistry(code: string, folder: string): string {
  const entry = /^ {2}"([^"]+)": \[\(\) => import\(\/\* webpackChunkName: "\1" \*\/ "([^"]+)"\)/;
  const lines = code.split('\n');
  const pages = lines
    .flatMap((line, at) => {
      const [, , file] = entry.exec(line) ?? [];
      return file?.startsWith(folder) ? [{ at, file }] : [];
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  if (pages.length === 0) throw new UnknownTables('registry.js has no chunk of a reference page');
  pages.forEach(({ at }, index) => {
    const name = `reference-${Math.floor(index / PAGES)}`;
    lines[at] = (lines[at] ?? '').replace(
      /webpackChunkName: "[^"]+"/,
      () => `webpackChunkName: "${name}"`,
    );
  });
  return lines.join('\n');
}
