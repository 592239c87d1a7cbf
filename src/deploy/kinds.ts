/** What a file is to readers, which determines when it is uploaded. */
export type Kind = 'assets' | 'data' | 'pages' | 'markdown' | 'entries';

/** In the order of reports. */
export const KINDS: Readonly<Record<Kind, string>> = {
  /** Scripts, style sheets, search blocks: never changed, as their names contain a hash of their content. */
  assets: 'hashed assets',
  /** Slices, documents, images. */
  data: 'data and images',
  pages: 'pages',
  markdown: 'Markdown twins',
  /** What leads to pages, or is about all of the site. */
  entries: 'entry points',
};

/** What leads to pages from anywhere in a site: feeds, sitemaps, and lists for machines. */
const ENTRIES = /(?:^|\/)(?:[^/]+\.xml|feed\.json|llms(?:-[^/]+)?\.txt)$/;

/** The same, in the folder of a language. */
const ROOT_ENTRIES =
  /^(?:404\.html|search\.json|robots\.txt|csp\.txt|_headers|_redirects|(?:manifest|site)\.(?:json|webmanifest)|(?:sw|service-worker)\.js|\.well-known\/.*)$/;

/** Part of a name. Webpack's have 8 digits, those of images 32, and pagefind's 7 or 10. */
const HASH = /(?:^|[._-])[0-9a-f]{7,}(?:[._-]|$)/;

/** Files that hosts serve in compressed form, beside those that they are made of. */
export const COMPRESSED = /\.(?:gz|br|zst)$/;

/**
 * Finds out what files of a site are.
 *
 * @param paths Those of the whole site, now and before.
 */
export function kindsOf(paths: Iterable<string>): (path: string) => Kind {
  const roots = rootsOf(paths);
  return (given) => {
    const path = given.replace(COMPRESSED, '');
    for (const root of roots) {
      if (!path.startsWith(root)) continue;
      const below = path.slice(root.length);
      const isHashed =
        below.startsWith('assets/') &&
        below
          .split('/')
          .slice(1)
          .some((part) => HASH.test(part));
      if (isHashed) return 'assets';
      if (ROOT_ENTRIES.test(below)) return 'entries';
    }
    if (ENTRIES.test(path)) return 'entries';
    if (path.endsWith('.html')) return 'pages';
    return path.endsWith('.md') ? 'markdown' : 'data';
  };
}

/** Folders of the languages of a site: Docusaurus writes a page for missing files into each. */
function rootsOf(paths: Iterable<string>): string[] {
  const roots = new Set(['']);
  for (const path of paths) {
    const [folder = '', name, ...deeper] = path.split('/');
    if (name === '404.html' && deeper.length === 0) roots.add(`${folder}/`);
  }
  return [...roots];
}

/** Header fields of a file. Hosts that guess them do not know some of these types, or leave out the charset. */
export function headersOf(path: string, kind: Kind): { type: string; cacheControl: string } {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const end = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return {
    type: NAMED_TYPES[name] ?? TYPES[end] ?? 'application/octet-stream',
    cacheControl: kind === 'assets' ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

const text = (subtype: string): string => `text/${subtype}; charset=utf-8`;

/** Of files without an extension. `api-catalog`: RFC 9727, section 4.2. */
const NAMED_TYPES: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  'api-catalog': 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
  _headers: text('plain'),
  _redirects: text('plain'),
});

const TYPES: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  html: text('html'),
  css: text('css'),
  js: text('javascript'),
  mjs: text('javascript'),
  md: text('markdown'),
  txt: text('plain'),
  csv: text('csv'),
  json: 'application/json',
  map: 'application/json',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  xml: 'application/xml',
  webmanifest: 'application/manifest+json',
  wasm: 'application/wasm',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff: 'font/woff',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
  zip: 'application/zip',
});
