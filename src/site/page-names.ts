import fs from 'node:fs';
import path from 'node:path';
import { pageName } from '../address/address.ts';
import { apiOfDoc } from '../address/files.ts';
import { type IndexedPage, LAYOUT, type Manifest } from '../generate/layout.ts';
import { nearest } from '../problems/nearest.ts';
import { mainApi, readManifest } from './manifest.ts';

/** What a guide can name. */
export type Kind = 'operation' | 'schema' | 'tag';

/** A page that a guide names. */
export interface Found {
  readonly api: string;
  readonly page: IndexedPage;
}

/** Why there is none. */
export interface Mistake {
  readonly message: string;
  readonly suggestion: string;
}

/** Resolves names in guides to pages. Reads the generated index, and again when that changes. */
export class PageNames {
  readonly #siteDir: string;
  readonly #indexes = new Map<string, { readonly time: number; readonly pages: Pages }>();

  constructor(siteDir: string) {
    this.#siteDir = siteDir;
  }

  /**
   * The default API of a guide: that of the guide's folder, or the one that the site starts with.
   *
   * @param file Absolute path of the guide.
   */
  defaultApi(file: string): string | undefined {
    const manifest = readManifest(this.#siteDir);
    const own = apiOfDoc(path.relative(this.#siteDir, file).replaceAll(path.sep, '/'));
    return idsOf(manifest).find((id) => id === own) ?? mainApi(manifest)?.id;
  }

  /** The page of a name in an API, or else of a page id. */
  find(kind: Kind, name: string, api: string | undefined): Found | Mistake {
    const ids = idsOf(readManifest(this.#siteDir));
    if (api === undefined) {
      return {
        message: `Which API does "${name}" belong to? The guide belongs to none, and the site has several.`,
        suggestion: `Use one of: ${list(ids)}.`,
      };
    }
    if (!ids.includes(api)) {
      return {
        message: `The site has no API "${api}".`,
        suggestion: didYouMean(nearest(api, ids)) ?? `It has ${list(ids)}.`,
      };
    }
    const page = this.#pages(api).find(kind, name);
    return page ? { api, page } : this.#unknown(kind, name, api, ids);
  }

  /** The same for a single text, in which `<api>/` may come before the name. */
  findNamed(kind: Kind, text: string, defaultApi: string | undefined): Found | Mistake {
    const whole = defaultApi === undefined ? undefined : this.find(kind, text, defaultApi);
    if (whole && 'page' in whole) return whole;
    const ids = idsOf(readManifest(this.#siteDir));
    // Names may contain slashes.
    const api = ids.find((id) => text.startsWith(`${id}/`));
    if (api !== undefined) return this.find(kind, text.slice(api.length + 1), api);
    return whole ?? this.find(kind, text, undefined);
  }

  #unknown(kind: Kind, name: string, api: string, ids: readonly string[]): Mistake {
    const message = `There is no ${kind} "${name}" in the API "${api}".`;
    const own = this.#pages(api).names(kind);
    const near = nearest(name, own);
    if (near !== undefined) return { message, suggestion: `Did you mean "${near}"?` };
    const others = ids.filter((id) => id !== api);
    const other = others.find((id) => this.#pages(id).find(kind, name));
    if (other !== undefined) {
      return {
        message,
        suggestion: `The API "${other}" has one: write api="${other}", in a link ${kind}:${other}/${name}.`,
      };
    }
    const spelled = others.flatMap((id) =>
      this.#pages(id)
        .names(kind)
        .map((of) => `${id}/${of}`),
    );
    return {
      message,
      suggestion:
        didYouMean(nearest(name, spelled)) ??
        (own.length > 0
          ? `Write it as the document does, "${own[0]}" for instance.`
          : `The API has no ${kind}.`),
    };
  }

  #pages(api: string): Pages {
    const file = path.join(this.#siteDir, LAYOUT.index, `${api}.json`);
    const time = fs.statSync(file).mtimeMs;
    const known = this.#indexes.get(api);
    if (known?.time === time) return known.pages;
    const pages = new Pages(JSON.parse(fs.readFileSync(file, 'utf8')));
    this.#indexes.set(api, { time, pages });
    return pages;
  }
}

/** The pages of one API, by kind and name. */
class Pages {
  readonly #byName = new Map<string, IndexedPage>();
  readonly #byId = new Map<string, IndexedPage>();
  readonly #names = new Map<Kind, string[]>();

  constructor(pages: readonly IndexedPage[]) {
    for (const page of pages) {
      const kind = kindOf(page);
      if (kind === undefined) continue;
      this.#byId.set(`${kind} ${pageName(page.id)}`, page);
      const { name } = page;
      // Two operations may share an operationId by mistake: the first one gets it.
      if (name === undefined || this.#byName.has(`${kind} ${name}`)) continue;
      this.#byName.set(`${kind} ${name}`, page);
      const names = this.#names.get(kind) ?? [];
      names.push(name);
      this.#names.set(kind, names);
    }
  }

  find(kind: Kind, name: string): IndexedPage | undefined {
    return (
      this.#byName.get(`${kind} ${name}`) ??
      this.#byId.get(`${kind} ${kind === 'schema' ? pageName(name) : name}`)
    );
  }

  names(kind: Kind): readonly string[] {
    return this.#names.get(kind) ?? [];
  }
}

function kindOf({ kind }: IndexedPage): Kind | undefined {
  if (kind === 'webhook') return 'operation';
  return kind === 'info' ? undefined : kind;
}

function idsOf({ apis }: Manifest): string[] {
  return apis.map(({ id }) => id);
}

function didYouMean(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `Did you mean "${name}"?`;
}

function list(ids: readonly string[]): string {
  return ids.map((id) => `"${id}"`).join(', ') || 'none yet: run "npm run generate"';
}
