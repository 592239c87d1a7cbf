import fs from 'node:fs';
import path from 'node:path';
import { type ApiBase, pageName } from '../address/address.ts';
import { apiOfDoc, CURRENT, type DocsFile, docsFileOf, SITE_DOCS } from '../address/docs.ts';
import { FILE_KIND, sliceFile } from '../address/files.ts';
import { type IndexedPage, LAYOUT, type ManifestApi } from '../generate/layout.ts';
import { asObject, asString, defined, own } from '../json/guards.ts';
import { parseJson } from '../json/text.ts';
import { ownCommand } from '../own-command.ts';
import { nearest } from '../problems/nearest.ts';
import type { SliceDocument } from '../slices/slice.ts';
import { mainApi, placesOf, readManifest } from './manifest.ts';
import { NOTHING, type Published, type PublishedApi } from './published.ts';

/** What a guide can name. */
export type Kind = 'operation' | 'schema' | 'tag';

/** A page that a guide names. */
export interface Found extends ApiBase {
  readonly api: string;
  readonly page: IndexedPage;
  /** File of its slice, relative to the site's folder. */
  readonly slice: string;
}

/** Why there is none. */
export interface Mistake {
  readonly message: string;
  readonly suggestion: string;
}

/** An API whose pages a guide can name. */
interface NamedApi extends ApiBase {
  readonly id: string;
  /** Folder of its slices, relative to the site's folder. */
  readonly folder: string;
  readonly pages: () => Pages;
}

/** Resolves names in guides to pages. Reads the generated index, and again when that changes. */
export class PageNames {
  readonly #siteDir: string;
  readonly #indexes = new Map<string, { readonly time: number; readonly pages: Pages }>();
  /** What Docusaurus has loaded; before that, pages are where they were generated. */
  published: Published = NOTHING;

  constructor(siteDir: string) {
    this.#siteDir = siteDir;
  }

  /**
   * The names that a guide can use: those of all APIs, in its own version of the docs if they are in the same.
   *
   * @param file Absolute path of the guide.
   */
  of(file: string): GuideNames {
    const manifest = readManifest(this.#siteDir);
    const places = new Map(manifest.apis.map(({ id, place }) => [id, place]));
    const docs = [SITE_DOCS, ...Array.from(places.values(), (place) => place.docs)];
    const own = docsFileOf(path.relative(this.#siteDir, file).replaceAll(path.sep, '/'), docs);
    const api = own && apiOfDoc(own, places);
    return new GuideNames(
      manifest.apis.map((api) => this.#api(api, own)),
      api ?? mainApi(manifest)?.id,
    );
  }

  #api({ id, base, infoPath, place }: ManifestApi, guide: DocsFile | undefined): NamedApi {
    const all = placesOf(this.published.apis, id);
    const own = all.find(
      ({ docsPluginId, docsVersion }) =>
        docsPluginId === guide?.docs.id && docsVersion === guide.version,
    );
    const at = own ?? all[0];
    if (!at || at.docsVersion === CURRENT)
      return {
        id,
        base: at?.base ?? base,
        infoPath,
        folder: place.outputDir,
        pages: () => this.#current(id),
      };
    return { ...at, pages: () => this.#inVersion(at) };
  }

  #current(api: string): Pages {
    const file = path.join(this.#siteDir, LAYOUT.index, `${api}.json`);
    return this.#read(file, () => JSON.parse(fs.readFileSync(file, 'utf8')));
  }

  /** Versions have no index: they are copies of the pages and slices. */
  #inVersion({ folder, pages }: PublishedApi): Pages {
    return this.#read(path.join(this.#siteDir, folder), () =>
      pages.map(({ slice }) =>
        indexedPage(parseJson(fs.readFileSync(path.join(this.#siteDir, slice), 'utf8'))),
      ),
    );
  }

  #read(file: string, read: () => readonly IndexedPage[]): Pages {
    const time = fs.statSync(file).mtimeMs;
    const known = this.#indexes.get(file);
    if (known?.time === time) return known.pages;
    const pages = new Pages(read());
    this.#indexes.set(file, { time, pages });
    return pages;
  }
}

/** The names that one guide can use. */
export class GuideNames {
  readonly #apis: readonly NamedApi[];
  readonly #default: string | undefined;

  /** @param defaultApi Id of the API that names belong to if they say nothing else. */
  constructor(apis: readonly NamedApi[], defaultApi: string | undefined) {
    this.#apis = apis;
    this.#default = defaultApi;
  }

  /** The page of a name in an API, or else of a page id. */
  find(kind: Kind, name: string, api = this.#default): Found | Mistake {
    const ids = this.#apis.map(({ id }) => id);
    if (api === undefined) {
      return {
        message: `Which API does "${name}" belong to? The guide belongs to none, and the site has several.`,
        suggestion: `Use one of: ${list(ids)}.`,
      };
    }
    const own = this.#apis.find(({ id }) => id === api);
    if (!own) {
      return {
        message: `The site has no API "${api}".`,
        suggestion: didYouMean(nearest(api, ids)) ?? `It has ${list(ids)}.`,
      };
    }
    const page = own.pages().find(kind, name);
    if (!page) return this.#unknown(kind, name, own);
    const { base, infoPath, folder } = own;
    const slice = `${folder}/${sliceFile(page.id, FILE_KIND[page.kind])}`;
    return { api, base, infoPath, page, slice };
  }

  /** The same for a single text, in which `<api>/` may come before the name. */
  findNamed(kind: Kind, text: string): Found | Mistake {
    const whole = this.#default === undefined ? undefined : this.find(kind, text);
    if (whole && 'page' in whole) return whole;
    // Names may contain slashes.
    const api = this.#apis.find(({ id }) => text.startsWith(`${id}/`));
    if (api) return this.find(kind, text.slice(api.id.length + 1), api.id);
    return whole ?? this.find(kind, text);
  }

  #unknown(kind: Kind, name: string, api: NamedApi): Mistake {
    const message = `There is no ${kind} "${name}" in the API "${api.id}".`;
    const own = api.pages().names(kind);
    const near = nearest(name, own);
    if (near !== undefined) return { message, suggestion: `Did you mean "${near}"?` };
    const others = this.#apis.filter((other) => other !== api);
    const other = others.find(({ pages }) => pages().find(kind, name))?.id;
    if (other !== undefined) {
      return {
        message,
        suggestion: `The API "${other}" has one: write api="${other}", in a link ${kind}:${other}/${name}.`,
      };
    }
    const spelled = others.flatMap(({ id, pages }) =>
      pages()
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
}

/** What the index contains of a page, from its slice. */
function indexedPage(slice: unknown): IndexedPage {
  const document = slice as SliceDocument;
  const { kind, id, title, name, path: key = '', method = '' } = document['x-page'];
  const items = kind === 'webhook' ? document.webhooks : document.paths;
  const operationId = asString(asObject(own(own(items, key), method)).operationId);
  return { kind, id, title, ...defined({ name: operationId ?? name }) };
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

/** The kinds of pages about all of an API, which guides cannot name. */
const OF_ALL: { readonly [kind in Exclude<IndexedPage['kind'], Kind | 'webhook'>]: true } = {
  info: true,
  schemaList: true,
  changelog: true,
  release: true,
};

function kindOf({ kind }: IndexedPage): Kind | undefined {
  if (kind === 'webhook') return 'operation';
  return Object.hasOwn(OF_ALL, kind) ? undefined : (kind as Kind);
}

function didYouMean(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `Did you mean "${name}"?`;
}

function list(ids: readonly string[]): string {
  return ids.map((id) => `"${id}"`).join(', ') || `none yet: run "${ownCommand('generate')}"`;
}
