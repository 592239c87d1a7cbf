import path from 'node:path';
import memoize from 'lodash/memoize.js';
import { stringify } from 'yaml';
import { joined, pageName } from '../address/address.ts';
import { docId, infoSlug, type Place } from '../address/docs.ts';
import { FILE_KIND, type FileKind } from '../address/files.ts';
import type { PlannedPage } from '../slices/plan.ts';
import type { Slice } from '../slices/slices.ts';
import { BANNER_TEXT } from './banner.ts';

/** First line of each generated page's body. */
const BANNER = `{/* ${BANNER_TEXT} */}`;

/** What the site wants around the pages of a kind: MDX of its maintainer, and front matter. */
export interface PageFrame {
  readonly frontMatter: { readonly [key: string]: unknown };
  readonly before: string;
  readonly after: string;
}

/** Frames by kind of page. */
export type PageFrames = { readonly [kind in FileKind]?: PageFrame };

/** What the pages of an API depend on besides their slices. */
export interface PagesAt {
  readonly place: Place;
  /** Whether the address of the info page has its id. */
  readonly hasInfoPath: boolean;
  /** Whether the API has several versions. */
  readonly hasVersions?: boolean;
  /** Page id of the info page. */
  readonly infoId: string;
  readonly frames?: PageFrames | undefined;
}

const NO_FRAME: PageFrame = { frontMatter: {}, before: '', after: '' };

/** The components of a page, in order. None has a value from the document as a prop: they read the slice. */
const OPERATION = ['OperationHeading', 'Request', 'StatusCodes', 'Callbacks'];

const BODIES: Record<PlannedPage['kind'], readonly string[]> = {
  info: ['InfoPage'],
  tag: ['TagPage'],
  schema: ['SchemaPage'],
  schemaList: ['SchemaList'],
  changelog: ['Changelog'],
  release: ['ReleasePage'],
  operation: OPERATION,
  webhook: OPERATION,
};

/** Before the others, if the API has several versions. */
const VERSIONS = 'ApiVersions';

/** After the others, if anything changed on the page. */
const CHANGES = 'PageChanges';

/** All components inside the reference of generated pages. */
export const PAGE_COMPONENTS: readonly string[] = [
  ...new Set([VERSIONS, ...Object.values(BODIES).flat(), CHANGES]),
];

/** Whether the source of a page is a generated one that nobody has made their own. */
export function isGeneratedPage(source: string): boolean {
  return source.includes(BANNER);
}

/**
 * The MDX of a page: front matter with the keys of upstream's pages, written by a YAML library, and a body
 * that only names components. No text of the document becomes source.
 *
 * @param slice Name of the slice's file, beside that of the page.
 */
export function pageSource(
  { page, description, hasHistory }: Slice,
  slice: string,
  at: PagesAt,
): string {
  const values = Object.entries({ ...frontMatterOf(page, description, at), slice });
  const safe = Object.fromEntries(values.map(([key, value]) => [key, withoutBackslashes(value)]));
  const { before, after } = at.frames?.[FILE_KIND[page.kind]] ?? NO_FRAME;
  const parts = [BANNER, before, bodyOf(page, slice, at, hasHistory), after].filter(Boolean);
  return `---\n${yaml(safe)}---\n\n${parts.join('\n\n')}\n`;
}

/**
 * What Docusaurus reads from a page when it loads it, unlike the slice, which is read when the page is
 * rendered.
 */
export function loadedKey({ page, description }: Slice, at: PagesAt): string {
  return JSON.stringify(frontMatterOf(page, description, at));
}

/** A watching process writes the same front matter again and again, and the library is slow. */
const yaml = memoize(
  (value: Record<string, unknown>): string =>
    stringify(value, {
      lineWidth: 0,
      defaultStringType: 'QUOTE_DOUBLE',
      defaultKeyType: 'PLAIN',
    }),
  JSON.stringify,
);

/**
 * Docusaurus' MDX loader writes front matter into the page's module as JavaScript strings, and escapes quotes
 * but not backslashes: a title with both would end its string and continue as code. In the head and in links
 * to the page, a look-alike character replaces the backslash; the page itself shows the original.
 */
function withoutBackslashes(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\\', '\u2216') : value;
}

function frontMatterOf(
  page: PlannedPage,
  description: string,
  { place, hasInfoPath, infoId, frames }: PagesAt,
): Record<string, unknown> {
  const { kind, id, title, label = title, operation, method, path } = page;
  const isOperation = operation !== undefined;
  return {
    id: pageName(id),
    title,
    // Without one, Docusaurus uses the first text of the page, which is the banner.
    description: description || title,
    sidebar_label: kind === 'info' ? 'Introduction' : label,
    hide_title: true,
    hide_table_of_contents: true,
    ...(isOperation && { sidebar_class_name: sidebarClass(page) }),
    ...(kind !== 'info' && infoId && { info_path: docId(place, infoId) }),
    // Below its folder, other pages would come before it in a sidebar that Docusaurus generates.
    ...(kind === 'info' && (hasInfoPath ? { sidebar_position: 0 } : { slug: infoSlug(place) })),
    custom_edit_url: null,
    ...(method && { method, path }),
    ...(frames?.[FILE_KIND[kind]] ?? NO_FRAME).frontMatter,
  };
}

/** Class names that upstream gives to operation items. */
export function sidebarClass(page: PlannedPage): string {
  const method =
    page.kind === 'webhook' ? 'event' : /^[a-z]+$/.test(page.method ?? '') ? page.method : 'other';
  return `${method} api-method${page.operation?.deprecated === true ? ' menu__list-item--deprecated' : ''}`;
}

function bodyOf(
  page: PlannedPage,
  slice: string,
  { place, hasVersions }: PagesAt,
  hasHistory: boolean,
): string {
  const names = [
    ...(hasVersions ? [VERSIONS] : []),
    ...BODIES[page.kind],
    ...(hasHistory ? [CHANGES] : []),
  ];
  const imports = ['Reference', ...names].map((name) => `import ${name} from '@theme/${name}';`);
  const elements = names.map((name) => `  <${name} />`);
  // For pages that import this one.
  const folder = attribute(joined(place.outputDir, path.posix.dirname(page.id)));
  return `${imports.join('\n')}\n\n<Reference slice="${slice}" folder="${folder}">\n${elements.join('\n')}\n</Reference>`;
}

/** What the body of a generated page names. */
export interface PageBody {
  readonly slice: string;
  readonly folder: string;
  /** Names of the components inside the reference, in order. */
  readonly components: readonly string[];
}

const BODY =
  /^(?:import (\w+) from '@theme\/\1';\n)+\n<Reference slice="([^"&]+)" folder="([^"&]+)">\n((?: {2}<\w+ \/>\n)+)<\/Reference>\n$/;

/**
 * The reverse of `pageSource`.
 *
 * @returns undefined if the page contains anything else: somebody has edited it, or a frame has MDX of its own.
 */
export function readPageBody(source: string): PageBody | undefined {
  const [, body] = source.split(`\n---\n\n${BANNER}\n\n`, 2);
  const [, , slice = '', folder = '', elements = ''] = BODY.exec(body ?? '') ?? [];
  const components = Array.from(elements.matchAll(/<(\w+)/g), ([, name]) => name ?? '');
  const isKnown = components.every((name) => PAGE_COMPONENTS.includes(name));
  return components.length > 0 && isKnown ? { slice, folder, components } : undefined;
}

/** A text in a JSX attribute, with character references for what would end it. */
function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
