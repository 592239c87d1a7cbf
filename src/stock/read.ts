import fs from 'node:fs';
import path from 'node:path';
import { isHttp } from '../document/read.ts';
import { type ApiEntry, ConfigError } from '../generate/config.ts';
import { asObject, defined } from '../json/guards.ts';
import type { Problem } from '../problems/problem.ts';
import { pageId } from '../slices/page-id.ts';
import type { PageFrame, PageFrames } from '../upstream/source.ts';
import { readLanguages } from './languages.ts';
import type { StockApiOptions, StockPluginOptions } from './options.ts';
import { dotted, OptionReport, shown } from './report.ts';
import {
  API_OPTIONS,
  EXPANSION_OPTIONS,
  LANGUAGE_OPTIONS,
  MARKDOWN_GENERATORS,
  PLUGIN_OPTIONS,
  SIDEBAR_GENERATORS,
  SIDEBAR_OPTIONS,
  THEME_OPTIONS,
  VERSION_OPTIONS,
} from './table.ts';
import { readTemplate } from './template.ts';
import { type StockTarget, versionsFile, withVersions } from './versions.ts';

/** The site that the options belong to. */
export interface StockSite {
  readonly siteDir: string;
  /** The configuration, for messages: a path relative to the working folder. */
  readonly configFile: string;
  readonly themeConfig: unknown;
  readonly presets: readonly unknown[];
}

export interface StockReading {
  /** Of the plugin instance. */
  readonly id: string;
  readonly targets: readonly StockTarget[];
  /** What is not honored, with what to do instead; errors only for folders without documents. */
  readonly problems: readonly Problem[];
}

/**
 * Options of the stock plugin 5.2 as ours.
 *
 * @param ids Ids of APIs that are taken; those of these APIs are added.
 * @throws ConfigError for a value of the wrong type, or an unknown option.
 */
export function readStockOptions(
  options: unknown,
  site: StockSite,
  ids = new Set<string>(),
): StockReading {
  return new Reader(site, ids).read(options);
}

/** The same for all instances of the plugin, in order. */
export function readStockInstances(
  instances: readonly unknown[],
  site: StockSite,
): readonly StockReading[] {
  const ids = new Set<string>();
  return instances.map((options) => readStockOptions(options, site, ids));
}

type Values = Readonly<Record<string, unknown>>;

class Reader {
  readonly #site: StockSite;
  readonly #report: OptionReport;
  readonly #ids: Set<string>;

  constructor(site: StockSite, ids: Set<string>) {
    this.#site = site;
    this.#report = new OptionReport(site.configFile);
    this.#ids = ids;
  }

  read(given: unknown): StockReading {
    this.#report.check([], given, PLUGIN_OPTIONS);
    const options = given as StockPluginOptions;
    const shared = {
      ...this.#theme(asObject(this.#site.themeConfig)),
      docsPluginId: this.#docsInstance(options.docsPluginId),
    };
    const targets = Object.entries(options.config).flatMap(([name, api]) =>
      this.#targets(name, api, shared),
    );
    return { id: options.id, targets, problems: this.#report.problems };
  }

  #targets(name: string, api: StockApiOptions, shared: Partial<ApiEntry>): StockTarget[] {
    const at = ['config', name];
    for (const [place, key] of [
      [at, name],
      ...Object.keys(api.versions ?? {}).map((key) => [[...at, 'versions', key], key] as const),
    ] as const)
      if (key === 'all')
        throw new ConfigError(
          `${this.#site.configFile}: ${dotted(place)} has the name by which commands mean all of them. Rename it.`,
        );
    this.#report.check(at, api, API_OPTIONS);
    this.#report.check([...at, 'sidebarOptions'], api.sidebarOptions, SIDEBAR_OPTIONS);
    const { sidebarGenerators } = api.sidebarOptions ?? {};
    this.#report.check(
      [...at, 'sidebarOptions', 'sidebarGenerators'],
      sidebarGenerators,
      SIDEBAR_GENERATORS,
    );
    this.#report.check([...at, 'markdownGenerators'], api.markdownGenerators, MARKDOWN_GENERATORS);
    const { versions = {}, ...main } = api;
    const files = versionsFile(this.#inSite(main.outputDir), main, versions);
    const current = { api: name, entries: this.#entries(at, name, main, shared) };
    const older = Object.entries(versions).map(([version, given]): StockTarget => {
      const place = [...at, 'versions', version];
      this.#report.check(place, given, VERSION_OPTIONS);
      const { version: _version, label: _label, baseUrl: _url, downloadUrl: _file, ...rest } = main;
      const merged = { ...rest, ...given };
      const id = `${name} ${version}`;
      return { api: name, version, entries: this.#entries(place, id, merged, shared, files) };
    });
    const names = [
      main.label || main.version,
      ...Object.values(versions).map(({ label }) => label),
    ];
    return withVersions([current, ...older], names);
  }

  /** An entry for each document. */
  #entries(
    at: readonly string[],
    name: string,
    api: Omit<StockApiOptions, 'versions'>,
    shared: Partial<ApiEntry>,
    files?: Readonly<Record<string, string>>,
  ): ApiEntry[] {
    const outputDir = this.#inSite(api.outputDir);
    const { downloadUrl, hideSendButton, proxy, maskCredentials } = api;
    const frames = this.#frames(at, api);
    return this.#documents(at, api.specPath).map(({ document, part }) => ({
      ...shared,
      id: this.#id(part === undefined ? name : `${name} ${part}`),
      document,
      outputDir,
      introduction: 'below',
      ...defined({ downloadUrl, hideSendButton, proxy: proxy ?? shared.proxy }),
      ...((proxy ?? shared.proxy) !== undefined && { usesProxy: true }),
      maskCredentials: maskCredentials !== false,
      stock: { ...stockPages(api), ...defined({ frames, files }) },
    }));
  }

  /** The document of a path, or all those of a folder, not of the folders in it. */
  #documents(at: readonly string[], specPath: string): { document: string; part?: string }[] {
    if (isHttp(specPath)) return [{ document: specPath }];
    const full = path.resolve(this.#site.siteDir, specPath);
    if (!fs.statSync(full, { throwIfNoEntry: false })?.isDirectory())
      return [{ document: this.#inSite(specPath) }];
    const names = fs.readdirSync(full).filter(isDocument).sort();
    if (names.length === 0)
      this.#report.add(
        [...at, 'specPath'],
        `${dotted(at)}.specPath is the folder ${JSON.stringify(specPath)}, which contains no documents.`,
        'Put .yaml, .yml or .json files into it, or name a file.',
        'error',
      );
    return names.map((file) => ({
      document: this.#inSite(path.join(specPath, file)),
      part: path.parse(file).name,
    }));
  }

  /** The texts of the templates. */
  #frames(at: readonly string[], api: Omit<StockApiOptions, 'versions'>): PageFrames | undefined {
    const { template, infoTemplate, tagTemplate, schemaTemplate, sidebarOptions } = api;
    const own = template && this.#frame([...at, 'template'], template);
    const info = infoTemplate && this.#frame([...at, 'infoTemplate'], infoTemplate);
    const frames = defined({
      api: own || undefined,
      // As in the stock plugin.
      info: info || (sidebarOptions?.categoryLinkSource === 'info' ? undefined : own || undefined),
      tag: (tagTemplate && this.#frame([...at, 'tagTemplate'], tagTemplate)) || undefined,
      schema:
        (schemaTemplate && this.#frame([...at, 'schemaTemplate'], schemaTemplate)) || undefined,
    });
    return Object.keys(frames).length > 0 ? frames : undefined;
  }

  #frame(at: readonly string[], file: string): PageFrame | undefined {
    const full = path.resolve(this.#site.siteDir, file);
    if (!fs.existsSync(full)) {
      this.#report.add(
        at,
        `${dotted(at)} is ${shown(file)}, which does not exist.`,
        `Write a path from the site's folder, or remove ${at.at(-1)}.`,
        'error',
      );
      return undefined;
    }
    const { frame, leftOut } = readTemplate(fs.readFileSync(full, 'utf8'));
    if (leftOut.length > 0)
      this.#report.add(
        at,
        `${dotted(at)} is ${shown(file)}, of which ${leftOut.join(', ')} is left out: it would make text of the document code.`,
        'Remove it. To show more on pages, wrap one of their components: npx docusaurus swizzle docusaurus-openapi-reference/theme.',
      );
    return frame;
  }

  #theme({ api, languageTabs }: Values): Partial<ApiEntry> {
    const at = ['themeConfig', 'api'];
    this.#report.check(at, api, THEME_OPTIONS);
    const given = asObject(api);
    this.#report.check([...at, 'schemaExpansion'], given.schemaExpansion, EXPANSION_OPTIONS);
    const { proxy, authPersistence, requestTimeout, requestCredentials } =
      given as Partial<ApiEntry>;
    const { default: levels } = asObject(given.schemaExpansion);
    return {
      ...defined({ proxy, authPersistence, requestTimeout, requestCredentials }),
      ...(given.hideGeneratedSnippets === true && { hideGeneratedSamples: true }),
      ...(levels !== undefined && { openLevels: levels as number | 'all' }),
      ...(Array.isArray(languageTabs) && this.#samples(languageTabs)),
    };
  }

  #samples(tabs: readonly unknown[]): Pick<ApiEntry, 'samples'> {
    const at = ['themeConfig', 'languageTabs'];
    for (const [entry, tab] of tabs.entries())
      this.#report.check([...at, `${entry}`], tab, LANGUAGE_OPTIONS);
    const { samples, notes } = readLanguages(tabs);
    for (const { entry, key, message, suggestion } of notes) {
      const place = [...at, `${entry}`, key];
      this.#report.add(place, `${dotted(place)}: ${message}.`, suggestion);
    }
    return { samples };
  }

  /** The id of the docs instance; the stock plugin also accepts the end of the name of a preset. */
  #docsInstance(id: string): string {
    const preset = this.#site.presets.find(
      (entry): entry is readonly [string, Values] =>
        Array.isArray(entry) && typeof entry[0] === 'string' && entry[0].endsWith(id),
    );
    if (!preset) return id;
    const { id: docs = 'default' } = asObject(asObject(preset[1]).docs);
    return String(docs);
  }

  /** A unique id from a name. */
  #id(name: string): string {
    const id =
      pageId([name], 'api')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'api';
    let unique = id;
    for (let count = 2; this.#ids.has(unique); count += 1) unique = `${id}-${count}`;
    this.#ids.add(unique);
    return unique;
  }

  /** A path from the site's folder, with `/`. */
  #inSite(place: string): string {
    const { siteDir } = this.#site;
    const inside = path.relative(siteDir, path.resolve(siteDir, place));
    return inside.replaceAll(path.sep, '/');
  }
}

function stockPages(api: Omit<StockApiOptions, 'versions'>): NonNullable<ApiEntry['stock']> {
  const {
    sidebarOptions = {},
    schemasOnly,
    showSchemas,
    showInfoPage,
    showExtensions,
    label,
  } = api;
  const hasPages = schemasOnly !== true;
  return {
    pages: {
      info: hasPages && showInfoPage !== false,
      operations: hasPages,
      tags: hasPages && sidebarOptions.categoryLinkSource === 'tag' ? 'declared' : 'none',
      schemas: schemasOnly === true || showSchemas === true ? 'all' : 'tagged',
      whole: false,
      sameName: 'first',
    },
    showSchemas: showSchemas === true,
    ...(hasPages && Object.keys(sidebarOptions).length > 0 && { sidebar: sidebarOptions }),
    ...defined({ label }),
    ...(showExtensions === true && { showExtensions }),
  };
}

/** As in the stock plugin: files of Docusaurus and hidden ones are no documents. */
function isDocument(name: string): boolean {
  return /\.(?:json|ya?ml)$/.test(name) && !/^[._]/.test(name) && !name.includes('_category_');
}
