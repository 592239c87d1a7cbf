import type { LevelSettings } from '../changes/rules/judge.ts';
import { MARK } from '../document/internal/marks.ts';
import type { HistoryOptions } from '../history/options.ts';
import { asObject, isObject } from '../json/guards.ts';
import type { Assistant } from '../model/page/assistants.ts';
import type { RuleSettings } from '../rules/check.ts';
import { pageId } from '../slices/page-id.ts';
import type { PageChoice } from '../slices/plan.ts';
import type { CollectionKind, PageVersion, RequestCookies, SampleChoice } from '../slices/slice.ts';
import type { PageFrames } from '../upstream/source.ts';
import type { StockSidebarOptions } from '../upstream/stock-item.ts';

/** All that a site can say about its reference. The comments of options are the tables in the guides. */
export interface ReferenceOptions {
  /** The APIs: what `openapi/apis.ts` lists, or those on the command line. */
  readonly apis: readonly ApiConfig[];
  /** When the JavaScript of the app is loaded: when the reader first uses a page, or with every page. */
  readonly loadApp?: 'intent' | 'page';
  /** Whether a build also writes `llms-full.txt`, all guides and pages as one Markdown file. It is large. */
  readonly llmsFull?: boolean;
  /** Options of the Content-Security-Policy that a build writes. */
  readonly policy?: PolicyOptions;
  /**
   * Whether the site has the search of this package. Without it, there is no index, no search page and no field, so that
   * you can add another one.
   */
  readonly search?: boolean;
}

export interface PolicyOptions {
  /** Whether every page contains the policy, for hosts that do not let a site set its headers. */
  readonly inPages?: boolean;
  /** Directives that replace the default ones. */
  readonly directives?: Readonly<Record<string, string>>;
}

/** An API of the site: an entry of `openapi/apis.ts`. */
export interface ApiConfig {
  /**
   * Last part of its folder's name and address: lowercase letters, digits and hyphens. If empty, it is made from the
   * document's title.
   */
  readonly id: string;
  /** The OpenAPI document: a path from the project's folder, or an http(s) URL. */
  readonly document: string;
  /** Name in the navigation. Default: the document's title. */
  readonly label?: string;
  /** Heading under which lists of all APIs have it, for a site of many. APIs without one come first. */
  readonly group?: string;
  /** Its logo: a file in the folder `static`. The navbar has that of the main API. */
  readonly logo?: string;
  /**
   * Its color: `#` and six hexadecimal digits. A site of its own has that of the main API, in shades that can be read in
   * both color modes.
   */
  readonly accent?: string;
  /**
   * Folder of its pages, below that of the docs plugin; a path from the project's folder. Default:
   * `reference/<id>` there.
   */
  readonly outputDir?: string;
  /** `id` of the docs plugin that its pages belong to. Default: `default`. */
  readonly docsPluginId?: string;
  /**
   * Address of the introduction: that of the folder, or `below` it, with a name made from the document's title.
   */
  readonly introduction?: 'folder' | 'below';
  /** Whether the site is named after this API and begins with it. An API that is the only one always is. */
  readonly main?: boolean;
  /**
   * Whether the API is about the site itself, such as a showcase: it does not appear in the navbar, on the home page
   * or in searches of other APIs.
   */
  readonly about?: boolean;
  /** OpenAPI Overlays to apply to the document, in order. */
  readonly overlays?: readonly string[];
  /** Folders besides the document's own that its `$ref`s may read, or single files; paths from the project's folder. */
  readonly refFolders?: readonly string[];
  /**
   * Hosts that its `$ref`s may read, with or without a port. By default a local document reads none, and a
   * document from the network reads its own server.
   */
  readonly refHosts?: readonly string[];
  /** Specification extensions to show wherever they occur. Those of schemas are always shown. */
  readonly extensions?: readonly string[];
  /** Whether to show parts marked with `x-internal: true`, and the mark. By default they are left out. */
  readonly showInternal?: boolean;
  /**
   * Whether to list required parameters and properties first. By default, they are first in requests, and responses
   * keep the order of the document; `false` keeps it everywhere.
   */
  readonly requiredFirst?: boolean;
  /** Languages of samples, in order: ids, or an id with a label. `[]` means none. Default: all of them. */
  readonly samples?: readonly (string | SampleChoice)[];
  /** Whether "Try it" only shows a form and samples, and sends nothing. */
  readonly hideSendButton?: boolean;
  /**
   * A proxy for requests that the API does not allow from other sites (CORS). Readers choose to use it; it is
   * called as `<proxy>/<address of the request>`.
   */
  readonly proxy?: string;
  /** Whether "Try it" uses the proxy until the reader decides otherwise. */
  readonly usesProxy?: boolean;
  /**
   * Where "Try it" keeps credentials: until the tab is closed (the default), for good, or nowhere.
   */
  readonly authPersistence?: 'sessionStorage' | 'localStorage' | false;
  /** Milliseconds after which "Try it" cancels a request. By default, only readers do. */
  readonly requestTimeout?: number;
  /** Whether "Try it" sends cookies. By default, it does if the request has one. */
  readonly requestCredentials?: RequestCookies;
  /**
   * Whether samples keep their placeholders when the reader enters credentials. By default, they show that there are
   * some, and are copied with them.
   */
  readonly maskCredentials?: boolean;
  /** Whether samples are not generated in languages in which an operation has `x-codeSamples`. */
  readonly hideGeneratedSamples?: boolean;
  /** How many levels of nested properties are open at first, or `'all'`. Default: one. */
  readonly openLevels?: number | 'all';
  /** URL of the document for readers: the introduction has a link that downloads it. */
  readonly downloadUrl?: string;
  /**
   * Request collections of the whole API that the introduction links to: `postman`, which Bruno and Insomnia import as
   * well. Default: none.
   */
  readonly collections?: readonly CollectionKind[];
  /**
   * Where the document is edited: the URL of the project's folder in its repository. Pages link to the file below it,
   * at the line of their operation, schema or tag (`#L12`). For other notations, a URL with `{file}` and `{line}`.
   */
  readonly editUrl?: string;
  /**
   * Where readers report mistakes: a URL with `{title}`, `{operation}` (method and path) and `{page}` (address) in its
   * query, which every page fills in.
   */
  readonly reportUrl?: string;
  /**
   * Sites to which the menu of each page links, with a question about the page: a label, and a URL with `{prompt}` in its
   * query; `false` for none. Default: ChatGPT and Claude.
   */
  readonly assistants?: readonly Assistant[] | false;
  /** Name of the current version, if there are others. Default: `info.version` of the document. */
  readonly version?: string;
  /** Older versions, the newest first: their pages are below those of the API. See the table below. */
  readonly versions?: readonly ApiVersion[];
  /**
   * What readers say, and what it means in the document, as words of names there: the search finds one by the other. With
   * commas between several of either.
   */
  readonly synonyms?: Readonly<Record<string, string>>;
  /**
   * Where earlier documents are, for a changelog: see the guide about it. The command `history` compares them, and a
   * build reads what it has found.
   */
  readonly history?: HistoryOptions;
  /** Severities of rules of the command `check`, by id: `error`, `warning`, `hint` or `off`. */
  readonly rules?: RuleSettings;
  /** Levels of rules of the command `changes`, by id: `breaking`, `warning`, `info` or `off`. */
  readonly changeLevels?: LevelSettings;
}

/** An older version of an API. Its other options are those of the API. */
export interface ApiVersion {
  /** Last part of its folder's name and address: letters, digits, hyphens, and dots between digits. */
  readonly version: string;
  /** Its OpenAPI document. */
  readonly document: string;
  /** Its name on pages. Default: `version`. */
  readonly label?: string;
  /** Folder of its pages. Default: `<version>` in the folder of the API. */
  readonly outputDir?: string;
  /** As for the API, whose own overlays do not apply to the version. */
  readonly overlays?: readonly string[];
  /** As for the API. */
  readonly refFolders?: readonly string[];
  /** As for the API. */
  readonly refHosts?: readonly string[];
  /** URL of its document for readers. */
  readonly downloadUrl?: string;
}

/** Pages and sidebar as the stock plugin would generate them. */
export interface StockPages {
  readonly pages: PageChoice;
  /** Absent if there is no `sidebar.ts`. */
  readonly sidebar?: StockSidebarOptions;
  /** Whether the sidebar lists the schemas. */
  readonly showSchemas: boolean;
  /** Label of the version, which is part of the addresses of generated lists. */
  readonly label?: string;
  /** Whether pages show all extensions that operations have. */
  readonly showExtensions?: true;
  /** What surrounds the pages of each kind. */
  readonly frames?: PageFrames;
  /** Further files by path from the project's folder. */
  readonly files?: { readonly [path: string]: string };
}

/** An API of a site that has options of the stock plugin. APIs with one folder share its sidebar. */
export interface ApiEntry extends ApiConfig {
  readonly stock?: StockPages;
  /** Set if the API has several versions. Without a name, it is the version of the document. */
  readonly versioned?: Omit<PageVersion, 'name'> & Partial<Pick<PageVersion, 'name'>>;
}

/** A usage error: an invalid value on the command line or in `openapi/apis.ts`. */
export class ConfigError extends Error {}

/**
 * Checks a list of APIs.
 *
 * @param place The place of an entry in messages, by its number.
 * @throws ConfigError that names the entry, the key, the value and the fix.
 */
export async function checkConfig(apis: readonly unknown[], place = placeInList): Promise<void> {
  // It takes a while to load, and not every command needs it.
  const { entryMistake } = await import('./config-schema.ts');
  for (const [at, api] of apis.entries()) {
    const { stock: _stock, versioned, ...entry } = asObject(api);
    // Made from an entry that was checked: see `entriesOf`.
    if (versioned !== undefined) continue;
    const mistake = entryMistake(isObject(api) ? entry : api);
    if (mistake !== undefined) throw new ConfigError(`${place(at + 1)}: ${mistake}`);
  }
  const good = apis as readonly ApiConfig[];
  if (good.length === 0)
    throw new ConfigError('openapi/apis.ts lists no APIs. Add an entry with an id and a document.');
  checkIds(good.map(({ id }) => id || undefined));
  const [, another] = good.filter(({ main }) => main);
  if (another)
    throw new ConfigError(
      `openapi/apis.ts: "${another.id}" is a second API with main: true. Only one API can be the main one.`,
    );
}

function placeInList(entry: number): string {
  return `openapi/apis.ts, entry ${entry}`;
}

/**
 * Checks that no two APIs have the same id.
 *
 * @param ids Of each entry, in order; undefined if not yet known.
 * @throws ConfigError that names the entry and the fix.
 */
export function checkIds(ids: readonly (string | undefined)[]): void {
  const first = new Map<string, number>();
  for (const [at, id] of ids.entries()) {
    if (id === undefined) continue;
    const other = first.get(id);
    if (other !== undefined) {
      throw new ConfigError(
        `The list of APIs, entry ${at + 1}: the id "${id}" is already used by entry ${other + 1}. An entry without an id gets one from its document's title. Give each API a unique id.`,
      );
    }
    first.set(id, at);
  }
}

/**
 * The id of an API: from its entry, or else derived from the title of its document. Ids are ASCII: a title in
 * another script gives the plain id `api`.
 */
export function apiIdOf({ id }: ApiConfig, title: unknown): string {
  if (id !== '') return id;
  const made = pageId([typeof title === 'string' ? title : undefined], 'api')
    .replace(/[^a-z0-9-]+/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
  return made || 'api';
}

/**
 * The extensions that an API's pages show wherever they occur: with internal parts, including their mark.
 */
export function shownExtensions({ extensions = [], showInternal }: ApiConfig): readonly string[] {
  return showInternal ? [...new Set([...extensions, MARK])] : extensions;
}

/** The languages of an entry, in a uniform format. */
export function sampleChoices(samples: readonly (string | SampleChoice)[]): SampleChoice[] {
  return samples.map((sample) => (typeof sample === 'string' ? { id: sample } : sample));
}
