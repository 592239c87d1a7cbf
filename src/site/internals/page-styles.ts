import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { PurgeCSS } from 'purgecss';
import { copied } from '../copied.ts';
import { isPlain, warnOnce } from './level.ts';

const PIECE = {
  name: 'page-styles',
  loss: 'Pages of the reference load the styles of the whole site.',
};

/** Docusaurus' folder of style sheets. */
const FOLDER = 'assets/css';

/** What a page of ours loads: one sheet, and the list of what the page's script loads later. */
const SHEET = /<link rel="stylesheet" href="([^"]+)"/g;
const LATER = ' data-app="';
const SCRIPTS = /<script [^>]*\bsrc=/g;

/** Where class names, ids and elements occur in HTML. */
const NAMES = /<([a-z][\w-]*)|\s(?:class|id|style)="([^"]*)"/g;
const LIST = /:(?:is|where|not|has)\(([^()]*)\)/g;
const WORD = /-{0,2}[A-Za-z_][\w-]*/g;

/**
 * Gives the pages of the reference a style sheet of their own, with the rules that apply to any of them before the
 * app is loaded. The sheet of the whole site, which the app needs, is loaded together with it. A page that has
 * scripts which may add other classes keeps the whole sheet.
 *
 * Works on the rendered pages: names in sources say too little, as half of Infima's classes are also words.
 *
 * @param files HTML files of the pages, relative to the folder of the language.
 * @param scripts Code that changes pages before the app is loaded.
 */
export async function writePageStyles(
  { outDir, baseUrl }: { readonly outDir: string; readonly baseUrl: string },
  files: readonly string[],
  scripts: readonly string[],
): Promise<void> {
  if (isPlain()) return;
  try {
    const names = new Set(scripts.flatMap((code) => code.match(WORD) ?? []));
    const pages: string[] = [];
    let whole: string | undefined;
    for (const file of files.map((file) => path.join(outDir, file))) {
      const html = fs.readFileSync(file, 'utf8');
      const sheet = replaceableSheet(html);
      whole ??= sheet;
      if (sheet === undefined || sheet !== whole) continue;
      addNames(html, names);
      pages.push(file);
    }
    if (whole === undefined) throw new Error('no page has one style sheet and one script');
    const css = fs.readFileSync(path.join(outDir, whole.slice(baseUrl.length)), 'utf8');
    const own = await usedStyles(css, names);
    const hash = createHash('sha256').update(own).digest('hex').slice(0, 8);
    const sheet = `${FOLDER}/reference.${hash}.css`;
    fs.writeFileSync(path.join(outDir, sheet), own);
    for (const file of pages) {
      const html = fs.readFileSync(file, 'utf8');
      fs.writeFileSync(file, withSheet(html, whole, baseUrl + sheet));
    }
  } catch (error) {
    warnOnce(PIECE, error);
  }
}

/** The URL of the sheet that a page can replace: its only one, on a page without further scripts. */
export function replaceableSheet(html: string): string | undefined {
  const [sheet, ...others] = [...html.matchAll(SHEET)];
  const isOurs = html.includes(LATER) && html.match(SCRIPTS)?.length === 1;
  return isOurs && others.length === 0 ? sheet?.[1] : undefined;
}

/** A page with its own sheet, whose script loads the whole one before the app. */
export function withSheet(html: string, whole: string, own: string): string {
  return html
    .replace(`href="${whole}"`, () => `href="${own}"`)
    .replace(LATER, () => `${LATER}${whole} `);
}

/** Adds the elements, classes, ids and variables of a page. */
export function addNames(html: string, names: Set<string>): void {
  for (const [, element, words = ''] of html.matchAll(NAMES))
    for (const name of element ? [element] : (words.match(WORD) ?? []))
      if (!names.has(name)) names.add(copied(name));
}

/**
 * The rules of a sheet that apply to elements, classes and ids of these names. Attributes and pseudo-classes always
 * count as used: scripts change them.
 */
export async function usedStyles(css: string, names: ReadonlySet<string>): Promise<string> {
  // Otherwise, a list would be removed for the first unused name in it.
  const lists = Array.from(css.matchAll(LIST), ([, list = '']) => list.match(WORD) ?? []);
  const extended = [
    ...names,
    ...lists.filter((list) => list.some((name) => names.has(name))).flat(),
  ];
  const [result] = await new PurgeCSS().purge({
    css: [{ raw: css }],
    content: [{ raw: '', extension: 'html' }],
    defaultExtractor: () => extended,
    variables: true,
    keyframes: true,
    safelist: { standard: ['html', 'body', /^data-/, /^aria-/, /^:/], variables: extended },
  });
  return result?.css ?? css;
}
