import { checked, FLAG, field, Joi, type Schema, text } from '../generate/option-schema.ts';

/** An option of the stock plugin, and what becomes of it. */
export interface StockOption {
  readonly schema: Schema;
  /** What it does here; for options that are not honored, why. One or two sentences of Markdown. */
  readonly effect: string;
  /** What to do about an option that is not honored, or not entirely. Such options are reported. */
  readonly instead?: string;
  /** The values that are not honored; all if absent. */
  readonly isIgnored?: (value: unknown) => boolean;
}

/** Options by name. */
export type StockOptions = Readonly<Record<string, StockOption>>;

const FUNCTION = field(Joi.function(), 'a function', '(item) => …');

const object = (example: string): Schema => field(Joi.object(), 'an object', example);

function oneOf(...values: readonly unknown[]): Schema {
  const names = values.map((value) => JSON.stringify(value));
  const list = [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' or ');
  return field(Joi.valid(...values), list, names[0] ?? '');
}

const SWIZZLE =
  'Wrap a component of the page: `npx docusaurus swizzle docusaurus-openapi-reference/theme`.';

/** Options of the plugin itself. */
export const PLUGIN_OPTIONS = {
  id: {
    schema: text('api').required(),
    effect: 'Name of the plugin instance, for `--plugin-id`.',
  },
  docsPlugin: {
    schema: text('@docusaurus/plugin-content-docs'),
    effect: 'The pages belong to an instance of `@docusaurus/plugin-content-docs`.',
    instead: 'Remove it, and set `docsPluginId` to the id of that instance.',
    isIgnored: (value) => value !== '@docusaurus/plugin-content-docs',
  },
  docsPluginId: {
    schema: text('classic').required(),
    effect: 'The docs instance, or the preset, that contains the pages.',
  },
  config: {
    schema: object(
      "{ petstore: { specPath: 'petstore.yaml', outputDir: 'docs/petstore' } }",
    ).required(),
    effect: 'The APIs by name; commands use the names.',
  },
} satisfies StockOptions;

/** Options of an API, `config.<api>`. */
export const API_OPTIONS = {
  specPath: {
    schema: text('openapi/petstore.yaml').disallow('').required(),
    effect:
      'The document: a file or a URL. The documents of a folder share one folder of pages and one sidebar.',
  },
  outputDir: {
    schema: text('docs/petstore').disallow('').required(),
    effect: 'Folder of the pages and of `sidebar.ts`, below that of the docs.',
  },
  template: {
    schema: text('api.mustache'),
    effect:
      'Its own text and front matter surround the pages of operations, and the info page as well unless that has its own template or `categoryLinkSource` is `info`. Tags other than `{{{markdown}}}` are left out, and reported: they would make text of the document code.',
  },
  infoTemplate: {
    schema: text('info.mustache'),
    effect: 'The same for the info page.',
  },
  tagTemplate: {
    schema: text('tag.mustache'),
    effect: 'The same for the pages of tags.',
  },
  schemaTemplate: {
    schema: text('schema.mustache'),
    effect: 'The same for the pages of schemas.',
  },
  downloadUrl: {
    schema: text('https://example.com/openapi.yaml'),
    effect: 'Target of a link on the info page that downloads the document.',
  },
  hideSendButton: {
    schema: FLAG,
    effect: '"Try it" shows a form and samples, and sends nothing.',
  },
  proxy: {
    schema: text('https://proxy.example.com'),
    effect:
      'Requests of "Try it" are sent through the proxy, unless the reader decides otherwise. Takes precedence over `themeConfig.api.proxy`.',
  },
  showExtensions: {
    schema: FLAG,
    effect: 'Shows all extensions of operations, wherever they occur.',
  },
  showSchemas: {
    schema: FLAG,
    effect:
      'Schemas get pages and a list in the sidebar. Without it, only those that have `x-tags` do.',
  },
  showInfoPage: { schema: FLAG, effect: 'If `false`, there is no info page.' },
  schemasOnly: {
    schema: FLAG,
    effect: 'Only the pages of schemas are generated, without a sidebar.',
  },
  maskCredentials: {
    schema: FLAG,
    effect:
      "Samples have placeholders instead of the reader's credentials. If `false`, they are copied with what the reader has entered.",
  },
  sidebarOptions: {
    schema: object("{ groupPathsBy: 'tag' }"),
    effect: 'Contents of `sidebar.ts`. If empty or absent, there is no such file.',
  },
  markdownGenerators: {
    schema: object('{ createApiPageMD: (item) => … }'),
    effect: 'See its functions below.',
  },
  version: {
    schema: text('2.0.0'),
    effect: 'Name of the version in `specPath`, for `versions.json` and pages.',
  },
  label: {
    schema: text('v2.0.0'),
    effect:
      'Its label in `versions.json` and on pages, and in the addresses of the lists of `categoryLinkSource: "auto"`.',
  },
  baseUrl: { schema: text('/petstore/'), effect: 'Its address in `versions.json`.' },
  versions: {
    schema: object("{ '1.0.0': { specPath: … } }"),
    effect:
      'Other versions by name, each with its pages. They are listed in `versions.json`, which `versionSelector` reads. A list on each page also leads to the same page in the others.',
  },
  externalJsonProps: {
    schema: FLAG,
    effect: 'Nothing to do: pages contain no JSON. Their data is in a file beside each page.',
  },
  disableCompression: {
    schema: FLAG,
    effect: 'Nothing to do: front matter contains no data to compress.',
  },
  requestOptions: {
    schema: object('{ timeout: 60_000 }'),
    effect: 'Version 5.2 of the stock plugin does not have it either.',
    instead: 'Set `themeConfig.api.requestTimeout` and `themeConfig.api.requestCredentials`.',
  },
} satisfies StockOptions;

/** Options of a version, `config.<api>.versions.<version>`; all others are those of the API. */
export const VERSION_OPTIONS = {
  specPath: { ...API_OPTIONS.specPath, effect: 'The document of the version.' },
  outputDir: { ...API_OPTIONS.outputDir, effect: 'Folder of its pages.' },
  label: {
    schema: text('v1.0.0').required(),
    effect: 'Its label in `versions.json` and on pages.',
  },
  baseUrl: {
    schema: text('/petstore/1.0.0/').required(),
    effect: 'Its address in `versions.json`.',
  },
  downloadUrl: {
    ...API_OPTIONS.downloadUrl,
    effect: 'As for the API, whose own is not used for the version. It is also in `versions.json`.',
  },
} satisfies StockOptions;

/** `config.<api>.sidebarOptions`. */
export const SIDEBAR_OPTIONS = {
  groupPathsBy: {
    schema: oneOf('tag', 'tagGroup', 'tagParent'),
    effect:
      'Categories are tags, groups of `x-tagGroups` with their tags, or tags in their `parent` (OpenAPI 3.2). Without it, the list is flat; the stock plugin writes an empty one.',
  },
  categoryLinkSource: {
    schema: oneOf('tag', 'info', 'auto'),
    effect:
      'A category is linked to the page of the tag, to the info page of the document that declares it, or to a list of its pages. Only `tag` generates pages of tags.',
  },
  customProps: { schema: object('{ isBeta: true }'), effect: '`customProps` of each page.' },
  sidebarCollapsible: { schema: FLAG, effect: '`collapsible` of the categories.' },
  sidebarCollapsed: { schema: FLAG, effect: '`collapsed` of the categories.' },
  sidebarGenerators: {
    schema: object('{ createDocItem: (item, context) => … }'),
    effect: 'See `createDocItem`.',
  },
} satisfies StockOptions;

/** `config.<api>.sidebarOptions.sidebarGenerators`. */
export const SIDEBAR_GENERATORS = {
  createDocItem: {
    schema: FUNCTION,
    effect:
      'Called with each operation and schema, and returns its item in the sidebar. `$ref`s in the operation are not resolved.',
  },
} satisfies StockOptions;

const GENERATOR =
  'Not called: a page only names its components, which show the whole operation from the data beside the page.';

/** `config.<api>.markdownGenerators`. */
export const MARKDOWN_GENERATORS = {
  createApiPageMD: { schema: FUNCTION, effect: GENERATOR, instead: SWIZZLE },
  createInfoPageMD: {
    schema: FUNCTION,
    effect: 'Not called, as above.',
    instead:
      'Set `showInfoPage` to `false` and write the page by hand, or wrap `InfoPage`: `npx docusaurus swizzle docusaurus-openapi-reference/theme InfoPage --wrap`.',
  },
  createTagPageMD: { schema: FUNCTION, effect: 'Not called, as above.', instead: SWIZZLE },
  createSchemaPageMD: { schema: FUNCTION, effect: 'Not called, as above.', instead: SWIZZLE },
} satisfies StockOptions;

/** `themeConfig.api`. */
export const THEME_OPTIONS = {
  proxy: { ...API_OPTIONS.proxy, effect: 'The proxy of APIs that do not set one.' },
  authPersistence: {
    schema: oneOf('sessionStorage', 'localStorage', false),
    effect:
      "How long the reader's credentials are kept: until the tab is closed, for good, or only while the console is open.",
  },
  authPersistance: {
    schema: oneOf('sessionStorage', 'localStorage', false),
    effect: 'A misspelling in the documentation of the stock theme, which does not read it either.',
    instead: 'Rename it to `authPersistence`.',
  },
  requestTimeout: {
    schema: field(Joi.number().positive(), 'a positive number of milliseconds', '60000'),
    effect:
      'Milliseconds after which "Try it" cancels a request. Without it, readers cancel requests.',
  },
  requestCredentials: {
    schema: oneOf('omit', 'same-origin', 'include'),
    effect:
      'Whether "Try it" sends cookies. Without it, they are sent if the operation has a cookie to send.',
  },
  schemaExpansion: { schema: object('{ default: 1 }'), effect: 'See its options below.' },
  hideGeneratedSnippets: {
    schema: FLAG,
    effect: 'In languages in which an operation has `x-codeSamples`, only those are shown.',
  },
} satisfies StockOptions;

const NO_LEVELS = 'There is no control for levels: pages have "Expand all" and "Collapse all".';

/** `themeConfig.api.schemaExpansion`. */
export const EXPANSION_OPTIONS = {
  default: {
    schema: checked<unknown>(field(Joi.any(), 'a number of levels or "all"', '1'), (value) =>
      value === 'all' || (Number.isInteger(value) && (value as number) >= 0)
        ? undefined
        : `themeConfig.api.schemaExpansion.default is ${JSON.stringify(value)}. Set it to a number of levels, or to "all".`,
    ),
    effect: 'Levels of nested properties that are open at first. Without it, the first one is.',
  },
  enabled: {
    schema: FLAG,
    effect: NO_LEVELS,
    instead: 'Remove it, or set it to `false`.',
    isIgnored: (value) => value === true,
  },
  max: { schema: Joi.any(), effect: NO_LEVELS, instead: 'Remove it.' },
  persist: {
    schema: FLAG,
    effect: NO_LEVELS,
    instead: 'Remove it, or set it to `false`.',
    isIgnored: (value) => value === true,
  },
} satisfies StockOptions;

/** An entry of `themeConfig.languageTabs`. Without the option, all languages of samples are shown. */
export const LANGUAGE_OPTIONS = {
  language: {
    schema: text('python').required(),
    effect:
      'A language of samples, in this place: `shell` is HTTPie, `nodejs` is Node.js. Those without generated samples are reported.',
  },
  label: { schema: text('Python'), effect: 'Name of the tab.' },
  variant: {
    schema: text('requests'),
    effect: 'A language has one kind of generated samples. Other ones are reported.',
  },
  variants: { schema: field(Joi.array(), 'a list', "['requests']"), effect: 'As for `variant`.' },
  codeSampleLanguage: {
    schema: text('Python'),
    effect:
      'Nothing to do: `x-codeSamples` are shown in the tab of their language, by any of its usual names, or else in a tab of their own.',
  },
  highlight: { schema: text('python'), effect: 'Nothing to do: each language has its grammar.' },
  logoClass: { schema: text('python'), effect: 'Nothing to do: tabs have no logos.' },
  options: {
    schema: object('{ longFormat: false }'),
    effect: 'Nothing to do: settings of a generator of samples that is not used.',
  },
} satisfies StockOptions;

/** All options, by their place in a configuration. */
export const STOCK_OPTIONS: readonly (readonly [place: string, options: StockOptions])[] = [
  ['', PLUGIN_OPTIONS],
  ['config.<api>.', API_OPTIONS],
  ['config.<api>.sidebarOptions.', SIDEBAR_OPTIONS],
  ['config.<api>.sidebarOptions.sidebarGenerators.', SIDEBAR_GENERATORS],
  ['config.<api>.markdownGenerators.', MARKDOWN_GENERATORS],
  ['config.<api>.versions.<version>.', VERSION_OPTIONS],
  ['themeConfig.api.', THEME_OPTIONS],
  ['themeConfig.api.schemaExpansion.', EXPANSION_OPTIONS],
  ['themeConfig.languageTabs[].', LANGUAGE_OPTIONS],
];
