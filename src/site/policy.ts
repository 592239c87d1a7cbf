import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import type { PolicyOptions } from '../generate/config.ts';

/** Directives of a Content-Security-Policy with their sources, in output order. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Code in pages that a policy has to list: its source in the policy, and its beginning. */
export interface PageCode {
  readonly scripts: ReadonlyMap<string, string>;
  readonly styles: ReadonlyMap<string, string>;
  readonly hasStyleAttributes: boolean;
}

/** Blocks of data, which no browser runs. */
const DATA = /^application\/(?:ld\+)?json$/;

/** Relative URLs belong to the site itself, whose origin is 'self' in the policy. */
const SITE = 'https://site.invalid';

/**
 * The scripts and styles of a page, other than files of the site: inline ones by their hash (CSP Level 3,
 * section 2.3.1), and the hosts of external scripts.
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

/** Scripts and styles in a page's HTML. */
const PIECES = /<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi;
const DATA_PIECE = /^<script type="application\/ld\+json">/;
const SUSPECT = /<(?:script|style)|style\s*=/i;

/** The scripts and styles of a page, for `bringsNothing`. */
export function piecesOf(html: string): string[] {
  return (html.match(PIECES) ?? []).filter((piece) => !DATA_PIECE.test(piece));
}

/**
 * Whether a page certainly has no more than earlier pages: scanning takes a fraction of the time of parsing.
 * Anything that only looks like a script is unknown, so the answer is no.
 *
 * @param known Pieces of pages that were parsed.
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

/** Unencrypted requests: on a secure page, browsers only allow them to the reader's own machine. */
const LOCAL = ['http://localhost:*', 'http://127.0.0.1:*'];

/**
 * The policy of a site: only what it needs.
 *
 * @param code Of all pages.
 * @param siteUrl URL of the site. An unencrypted site may call unencrypted APIs.
 */
export function policyOf(
  { scripts, styles, hasStyleAttributes }: PageCode,
  siteUrl: string,
  { directives = {} }: PolicyOptions = {},
): Policy {
  const isSecure = !siteUrl.startsWith('http:');
  const policy = new Map<string, readonly string[]>([
    ['default-src', ["'none'"]],
    // Full-text search uses WebAssembly.
    ['script-src', ["'self'", "'wasm-unsafe-eval'"]],
    ['style-src', ["'self'"]],
    // Descriptions may contain images from anywhere, as can responses in the console.
    ['img-src', ["'self'", 'data:', 'blob:', ...(isSecure ? ['https:'] : ['https:', 'http:'])]],
    ['font-src', ["'self'"]],
    // The console calls the servers that a document names or that its reader enters.
    ['connect-src', ["'self'", 'https:', ...(isSecure ? LOCAL : ['http:'])]],
    // The console reads long responses in one.
    ['worker-src', ["'self'"]],
    ['base-uri', ["'none'"]],
    ['form-action', ["'none'"]],
    [FRAME_ANCESTORS, ["'none'"]],
  ]);
  for (const [name, sources] of Object.entries(directives)) {
    policy.set(name, sources.split(' ').filter(Boolean));
  }
  const allow = (name: string, sources: Iterable<string>): void => {
    const former = policy.get(name) ?? [];
    // A hash beside 'unsafe-inline' would cancel it.
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

/** The policy that allows what either of two policies of the same site allows. */
export function joinPolicies(one: Policy, other: Policy): Policy {
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return new Map(
    names.map((name) => [
      name,
      [...new Set([...(one.get(name) ?? []), ...(other.get(name) ?? [])])],
    ]),
  );
}

/** A policy as a header value. */
export function policyText(policy: Policy): string {
  return [...policy].map((directive) => directive.flat().join(' ')).join('; ');
}

/** Parses the output of `policyText`. */
export function readPolicy(text: string): Policy {
  const directives = text.trim().split(/;\s*/).filter(Boolean);
  return new Map(
    directives.map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

/**
 * A page that includes the policy itself. Directives that only work in a header are omitted (CSP Level 3,
 * section 3.3).
 */
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
