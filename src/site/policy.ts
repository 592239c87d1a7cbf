import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';

/** Directives of a Content-Security-Policy with their sources, in the order in which they are written. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** What a site says about its policy. */
export interface PolicyOptions {
  /** Whether every page carries the policy itself, for hosts that do not let a site choose its headers. */
  readonly inPages?: boolean;
  /** Directives that replace ours: `{ 'connect-src': "'self' https://api.example.com" }`. */
  readonly directives?: Readonly<Record<string, string>>;
}

/** Code of pages that a policy has to name: its source in the policy, and how it begins. */
export interface PageCode {
  readonly scripts: ReadonlyMap<string, string>;
  readonly styles: ReadonlyMap<string, string>;
  readonly hasStyleAttributes: boolean;
}

/** Blocks of data, which no browser runs. */
const DATA = /^application\/(?:ld\+)?json$/;

/** Relative addresses are of the site itself, whose origin the policy calls 'self'. */
const SITE = 'https://site.invalid';

/**
 * What a page runs and how it is styled, apart from files of the site: inline scripts and style sheets, each
 * as its hash (CSP Level 3, section 2.3.1), and the hosts of scripts from elsewhere.
 */
export function pageCode(html: string): PageCode {
  const scripts = new Map<string, string>();
  const styles = new Map<string, string>();
  let hasStyleAttributes = false;
  let open: { readonly name: string; readonly isData: boolean; text: string } | undefined;
  const parser = new Parser({
    onopentag(name, { style, src, type = '' }) {
      hasStyleAttributes ||= style !== undefined;
      if (name === 'script' && src !== undefined) {
        const { origin } = new URL(src, SITE);
        if (origin !== SITE) scripts.set(origin, src);
      } else if (name === 'script' || name === 'style')
        open = { name, isData: DATA.test(type.trim().toLowerCase()), text: '' };
    },
    ontext(text) {
      if (open) open.text += text;
    },
    onclosetag(name) {
      if (!open || name !== open.name) return;
      const { isData, text } = open;
      open = undefined;
      if (isData || text === '') return;
      (name === 'script' ? scripts : styles).set(hashOf(text), text.trim().slice(0, 60));
    },
  });
  parser.end(html);
  return { scripts, styles, hasStyleAttributes };
}

/** Scripts and styles as they stand in a page. */
const PIECES = /<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi;
const DATA_PIECE = /^<script type="application\/ld\+json">/;
const SUSPECT = /<(?:script|style)|style\s*=/i;

/** The scripts and styles of a page, for `bringsNothing`. */
export function piecesOf(html: string): string[] {
  return (html.match(PIECES) ?? []).filter((piece) => !DATA_PIECE.test(piece));
}

/**
 * Whether a page surely has no more than pages before it: it is looked over, which takes a fraction of the
 * time that reading it takes. What only looks like a script is not known, and so is no answer.
 *
 * @param known Pieces of pages that were read.
 */
export function bringsNothing(html: string, known: ReadonlySet<string>): boolean {
  let isKnown = true;
  const rest = html.replace(PIECES, (piece) => {
    isKnown &&= known.has(piece) || (DATA_PIECE.test(piece) && !SUSPECT.test(piece.slice(1)));
    return '';
  });
  return isKnown && !SUSPECT.test(rest);
}

function hashOf(text: string): string {
  // As browsers read it.
  const read = text.replace(/\r\n?/g, '\n');
  return `'sha256-${createHash('sha256').update(read).digest('base64')}'`;
}

/** What a browser asks without encryption: on a secure page it does so of the reader's machine alone. */
const LOCAL = ['http://localhost:*', 'http://127.0.0.1:*'];

/**
 * The policy of a site: nothing but what it needs.
 *
 * @param code Of all pages.
 * @param siteUrl Where the site will be. Without encryption it may ask APIs without it, too.
 * @throws Error for a directive of the options that is none.
 */
export function policyOf(
  { scripts, styles, hasStyleAttributes }: PageCode,
  siteUrl: string,
  { directives = {} }: PolicyOptions = {},
): Policy {
  const isSecure = !siteUrl.startsWith('http:');
  const policy = new Map<string, readonly string[]>([
    ['default-src', ["'none'"]],
    // Full-text search is WebAssembly.
    ['script-src', ["'self'", "'wasm-unsafe-eval'"]],
    ['style-src', ["'self'"]],
    // Descriptions may show pictures from anywhere, as answers in the console do.
    ['img-src', ["'self'", 'data:', 'blob:', ...(isSecure ? ['https:'] : ['https:', 'http:'])]],
    ['font-src', ["'self'"]],
    // The console asks the servers that a document names, or that its reader types.
    ['connect-src', ["'self'", 'https:', ...(isSecure ? LOCAL : ['http:'])]],
    ['base-uri', ["'none'"]],
    ['form-action', ["'none'"]],
    [FRAME_ANCESTORS, ["'none'"]],
  ]);
  for (const [name, sources] of Object.entries(directives)) {
    if (!/^[a-z-]+$/.test(name) || !/^[\x21-\x2b\x2d-\x3a\x3c-\x7e ]*$/.test(sources))
      throw new Error(
        `The Content-Security-Policy cannot have the directive ${JSON.stringify(`${name} ${sources}`)}. A name is of small letters and hyphens; sources are separated by spaces, without commas and semicolons.`,
      );
    policy.set(name, sources.split(' ').filter(Boolean));
  }
  const allow = (name: string, sources: Iterable<string>): void => {
    const former = policy.get(name) ?? [];
    // A hash beside it would take back that everything is allowed.
    if (!former.includes(UNSAFE))
      policy.set(name, [...new Set([...former, ...[...sources].sort()])]);
  };
  allow('script-src', scripts.keys());
  allow('style-src', styles.keys());
  if (hasStyleAttributes && !policy.get('style-src')?.includes(UNSAFE))
    allow('style-src-attr', [UNSAFE]);
  return policy;
}

const UNSAFE = "'unsafe-inline'";

const FRAME_ANCESTORS = 'frame-ancestors';

/** What allows all that one of two policies of the same site does. */
export function joinPolicies(one: Policy, other: Policy): Policy {
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return new Map(
    names.map((name) => [
      name,
      [...new Set([...(one.get(name) ?? []), ...(other.get(name) ?? [])])],
    ]),
  );
}

/** A policy as the value of its header. */
export function policyText(policy: Policy): string {
  return [...policy].map((directive) => directive.flat().join(' ')).join('; ');
}

/** Reads what `policyText` wrote. */
export function readPolicy(text: string): Policy {
  const directives = text.trim().split(/;\s*/).filter(Boolean);
  return new Map(
    directives.map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

/** A page that carries the policy itself. What works in a header alone is left out (CSP Level 3, section 3.3). */
export function withPolicy(html: string, policy: Policy): string {
  const inPages = new Map(policy);
  inPages.delete(FRAME_ANCESTORS);
  const text = policyText(inPages).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  // Before the first script; browsers look for the encoding at the very beginning.
  const before =
    /<meta\s+charset[^>]*>/i.exec(html) ??
    /<head[^>]*>/i.exec(html) ??
    /^<!doctype[^>]*>/i.exec(html);
  const place = before ? before.index + before[0].length : 0;
  return `${html.slice(0, place)}<meta http-equiv="Content-Security-Policy" content="${text}">${html.slice(place)}`;
}
