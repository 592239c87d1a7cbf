import fs from 'node:fs';
import path from 'node:path';
import { ownFile } from '../own-files.ts';
import { codeFrame } from '../problems/frame.ts';
import type { Problem } from '../problems/problem.ts';
import {
  INSTEAD,
  isStockOnly,
  STOCK_CLASSES,
  STOCK_PACKAGES,
  STOCK_PROPS,
} from '../stock/theme-names.ts';

/** What a site's own code has of the stock theme. */
export interface SiteTheme {
  /** Components of the site that cannot be rendered here, by their names after `@theme/`: ours are, instead. */
  readonly leftOut: readonly string[];
  readonly problems: readonly Problem[];
}

const MODULE = /(?<!\.d|\.test|\.spec)\.[jt]sx?$/;
const STYLES = /\.(?:s?css|sass|less)$/;
const SWIZZLE = 'docusaurus swizzle docusaurus-openapi-reference/theme';

/**
 * Finds what a site's own code has of the stock theme: components that replace or wrap its components, imports of
 * its modules, and styles of its elements. Without this, a build would fail in the middle, or show less without a
 * word.
 *
 * @param siteDir Absolute path.
 */
export function readSiteTheme(siteDir: string): SiteTheme {
  return new Reader(siteDir).read();
}

interface Import {
  readonly name: string;
  /** Offset in the source. */
  readonly at: number;
}

interface Module {
  /** Path from the site's folder, with `/`. */
  readonly file: string;
  readonly source: string;
  /** The source with spaces in place of comments. */
  readonly code: string;
  readonly imports: readonly Import[];
}

class Reader {
  readonly #siteDir: string;
  readonly #modules: ReadonlyMap<string, Module>;
  /** Components of the site by name. */
  readonly #components = new Map<string, Module>();
  readonly #ours: ReadonlySet<string>;
  readonly #problems: Problem[] = [];

  constructor(siteDir: string) {
    this.#siteDir = siteDir;
    this.#ours = new Set(filesIn(ownFile('theme')).filter(isModule).map(componentName));
    const files = filesIn(path.join(siteDir, 'src')).filter(isModule);
    this.#modules = new Map(files.map((file) => [`src/${file}`, readModule(siteDir, file)]));
    for (const [file, module] of this.#modules)
      if (file.startsWith(THEME))
        this.#components.set(componentName(file.slice(THEME.length)), module);
  }

  read(): SiteTheme {
    const leftOut: string[] = [];
    const neverUsed: string[] = [];
    for (const [name, module] of this.#components) {
      if (isStockOnly(name, this.#ours)) neverUsed.push(name);
      else if (this.#ours.has(name) && this.#isLeftOut(name, module)) leftOut.push(name);
    }
    this.#reportNeverUsed(neverUsed);
    const known = new Set([...neverUsed, ...leftOut].map((name) => this.#components.get(name)));
    for (const module of this.#modules.values())
      if (!known.has(module)) this.#reportMissing(module);
    this.#reportStyles();
    return { leftOut, problems: this.#problems };
  }

  /** Whether a component in place of ours cannot be rendered; reports why. */
  #isLeftOut(name: string, module: Module): boolean {
    const missing = this.#missing(module, new Set());
    const instead = INSTEAD[name] ?? `To change ours: npx ${SWIZZLE} ${name} --wrap. Or delete it.`;
    if (missing) {
      const isPackage = !/^(?:@theme|docusaurus-theme-openapi-docs)/.test(missing.name);
      this.#report(
        missing.module,
        missing.at,
        `${module.file} is left out, and ours is shown: it needs ${missing.name}, which only docusaurus-theme-openapi-docs has.`,
        isPackage ? `Install ${missing.name}. ${instead}` : instead,
      );
      return true;
    }
    const property = readsProperty(module, STOCK_PROPS[name] ?? []);
    if (!property) return false;
    this.#report(
      module,
      property.at,
      `${module.file} is left out, and ours is shown: it reads the property "${property.name}" of docusaurus-theme-openapi-docs, which pages do not pass here.`,
      instead,
    );
    return true;
  }

  #reportNeverUsed(names: readonly string[]): void {
    const [first = '', ...others] = names;
    const module = this.#components.get(first);
    if (!module) return;
    const more = others.length > 0 ? `, as are ${others.join(', ')}` : '';
    this.#report(
      module,
      0,
      `${module.file} is never shown: it replaces a component of docusaurus-theme-openapi-docs that does not exist here, ${first}${more}.`,
      INSTEAD[first] ?? `Delete it. For the components that exist: npx ${SWIZZLE} --list.`,
    );
  }

  /** A module that the bundler will not be able to build, or that browsers cannot run, if a page imports it. */
  #reportMissing(module: Module): void {
    const missing = module.imports.find(({ name }) => this.#isMissing(name));
    const buffer = module.code.search(/\bBuffer\./);
    if (buffer >= 0 && !module.imports.some(({ name }) => /^(?:node:)?buffer\/?$/.test(name)))
      this.#report(
        module,
        buffer,
        'It uses Buffer, which browsers do not have: docusaurus-theme-openapi-docs added it to all pages.',
        "Install the package buffer, and import { Buffer } from 'buffer/'.",
      );
    if (!missing) return;
    this.#report(
      module,
      missing.at,
      `It imports ${missing.name}, which only docusaurus-theme-openapi-docs has: pages that use it cannot be built.`,
      'Remove the import and what is made of it.',
    );
  }

  #reportStyles(): void {
    const sheets = filesIn(path.join(this.#siteDir, 'src'))
      .filter((name) => STYLES.test(name))
      .flatMap((name) => {
        const file = `src/${name}`;
        const source = fs.readFileSync(path.join(this.#siteDir, file), 'utf8');
        const found = [...withoutComments(source, false).matchAll(STOCK_CLASSES)];
        return found.length > 0 ? [{ file, source, found }] : [];
      });
    const [first, ...others] = sheets;
    if (!first) return;
    const names = [...new Set(sheets.flatMap(({ found }) => found.map(([text]) => text)))];
    const more = names.length > 1 ? ` and ${names.length - 1} more` : '';
    const also = others.length > 0 ? ` Also in ${others.map(({ file }) => file).join(', ')}.` : '';
    this.#report(
      first,
      first.found[0]?.index ?? 0,
      `Styles of ${names[0]}${more} have no effect: no element has these class names of docusaurus-theme-openapi-docs here.${also}`,
      'Delete them. Colors, fonts and spacing follow the --ifm variables.',
    );
  }

  /** The first import of a module, or of the site's modules that it imports, that leads nowhere. */
  #missing(module: Module, seen: Set<Module>): (Import & { readonly module: Module }) | undefined {
    if (seen.has(module)) return undefined;
    seen.add(module);
    for (const one of module.imports) {
      if (this.#isMissing(one.name)) return { ...one, module };
      const next = this.#own(module, one.name);
      const further = next && this.#missing(next, seen);
      if (further) return further;
    }
    return undefined;
  }

  /** The module of the site that an import leads to. */
  #own({ file }: Module, name: string): Module | undefined {
    const [, component] = /^@theme\/(.+)$/.exec(name) ?? [];
    if (component !== undefined)
      return isStockOnly(component, this.#ours) ? this.#components.get(component) : undefined;
    const base = name.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), name)
      : name.startsWith('@site/')
        ? name.slice('@site/'.length)
        : undefined;
    if (base === undefined) return undefined;
    const endings = ['', '.tsx', '.ts', '.jsx', '.js'].flatMap((end) => [end, `/index${end}`]);
    return endings.map((end) => this.#modules.get(base + end)).find(Boolean);
  }

  #isMissing(name: string): boolean {
    const [, kind, component = ''] = /^@theme(-original|-init)?\/(.+)$/.exec(name) ?? [];
    if (component !== '')
      return (
        isStockOnly(component, this.#ours) &&
        (kind !== undefined || !this.#components.has(component))
      );
    if (name.startsWith('docusaurus-theme-openapi-docs/lib/theme/')) return true;
    const used = STOCK_PACKAGES.find((one) => name === one || name.startsWith(`${one}/`));
    return used !== undefined && !isInstalled(used, this.#siteDir);
  }

  #report(
    { file, source }: Pick<Module, 'file' | 'source'>,
    at: number,
    message: string,
    suggestion: string,
  ): void {
    const before = source.slice(0, at).split('\n');
    const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
    const frame = at > 0 && codeFrame(source.split('\n'), place.line, place.column);
    this.#problems.push({
      rule: 'stock-theme',
      severity: 'warning',
      file: path.relative(process.cwd(), path.join(this.#siteDir, file)).replaceAll(path.sep, '/'),
      ...place,
      pointer: '#/',
      message,
      suggestion,
      ...(frame && { frame }),
    });
  }
}

const THEME = 'src/theme/';

function isModule(file: string): boolean {
  return MODULE.test(file);
}

/** The name after `@theme/` of a file in a folder of components. */
function componentName(file: string): string {
  return file.replace(/\.\w+$/, '').replace(/\/index$/, '');
}

function readModule(siteDir: string, name: string): Module {
  const file = `src/${name}`;
  const source = fs.readFileSync(path.join(siteDir, file), 'utf8');
  const code = withoutComments(source, true);
  const imports = [...code.matchAll(IMPORT)]
    .filter(([, , isType]) => isType === undefined)
    .map((found) => ({ name: found[3] ?? found[4] ?? '', at: found.index }));
  return { file, source, code, imports };
}

const IMPORT =
  /\b(import|export)\s+(type\s)?[^'"();]*?['"]([^'"\n]+)['"]|\b(?:require|import)\s*\(\s*['"]([^'"\n]+)['"]/g;

/** A property that a component takes from its own, or passes on. */
function readsProperty({ code, imports }: Module, names: readonly string[]): Import | undefined {
  if (imports.some(({ name }) => name.startsWith('docusaurus-openapi-reference'))) return undefined;
  const found = names.flatMap((name) => {
    const at = code.search(new RegExp(`\\bprops\\??\\.${name}\\b|[{,]\\s*${name}\\b|\\s${name}=`));
    return at >= 0 ? [{ name, at }] : [];
  });
  return found.sort((a, b) => a.at - b.at)[0];
}

/** Spaces in place of comments, so that all else stays where it is. */
function withoutComments(source: string, hasLines: boolean): string {
  const comment = hasLines ? /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g : /\/\*[\s\S]*?\*\//g;
  return source.replace(comment, (text) => text.replace(/[^\n]/g, ' '));
}

function isInstalled(name: string, folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, 'node_modules', name))) return true;
    if (at === path.dirname(at)) return false;
  }
}

/** Paths of all files below a folder, with `/`; none if there is no such folder. */
function filesIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();
}
