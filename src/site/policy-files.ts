import fs from 'node:fs';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import { pathOfHtml } from '../address/address.ts';
import type { PolicyOptions } from '../generate/config.ts';
import { builtLanguage } from './languages.ts';
import { API_CATALOG } from './machine-files.ts';
import {
  bringsNothing,
  joinPolicies,
  type PageCode,
  pageCode,
  piecesOf,
  policyOf,
  policyText,
  readPolicy,
  withPolicy,
} from './policy.ts';
import { htmlFiles } from './search-guides.ts';

/** The policy on one line, relative to the folder of the site. */
const POLICY_FILE = 'csp.txt';

/** The format of Netlify and Cloudflare Pages. */
const HEADERS_FILE = '_headers';

/** RFC 9727 section 4.2. */
const CATALOG_TYPE = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"';

/** Different inline scripts at most. We have three; a reader has to trust each one. */
export const MAX_SCRIPTS = 8;

/**
 * Writes the Content-Security-Policy of a built site, based on its pages, so that it always matches them. In
 * a site with several languages, each adds to the policy of the previous ones.
 *
 * @param outDir Folder of the language that was built.
 * @param pages Paths of the reference's pages.
 * @throws Error if a page has a forbidden script.
 */
export function writePolicy(
  context: LoadContext,
  outDir: string,
  options: PolicyOptions,
  pages: ReadonlySet<string>,
): void {
  const { siteDir, siteConfig, i18n } = context;
  const { siteUrl, up, others } = builtLanguage(context, outDir);
  const files = htmlFiles(outDir, others);
  const policy = policyOf(codeOf(pages, outDir, files), siteConfig.url, options);
  if (options.inPages)
    for (const file of files.map((file) => path.join(outDir, file)))
      fs.writeFileSync(file, withPolicy(fs.readFileSync(file, 'utf8'), policy));
  const site = path.join(outDir, up);
  const before = path.join(site, POLICY_FILE);
  const text = policyText(
    up === '' || !fs.existsSync(before)
      ? policy
      : joinPolicies(readPolicy(fs.readFileSync(before, 'utf8')), policy),
  );
  fs.writeFileSync(before, `${text}\n`);
  // The site's own file has the headers for its host.
  const bases = Object.values(i18n.localeConfigs).map(({ baseUrl }) => baseUrl);
  if (!fs.existsSync(path.join(siteDir, 'static', HEADERS_FILE)))
    fs.writeFileSync(path.join(site, HEADERS_FILE), headersOf(text, siteUrl, bases));
}

function headersOf(policy: string, top: string, bases: readonly string[]): string {
  const rules: (readonly [place: string, ...headers: string[]])[] = [
    [`${top}*`, `Content-Security-Policy: ${policy}`, 'X-Content-Type-Options: nosniff'],
    [`${top}${API_CATALOG}`, `Content-Type: ${CATALOG_TYPE}`],
    ...bases.map(
      (base) => [`${base}assets/*`, 'Cache-Control: public, max-age=31536000, immutable'] as const,
    ),
  ];
  return rules.map((lines) => `${lines.join('\n  ')}\n`).join('');
}

/**
 * Pages of the reference are generated from documents, and add nothing to the scripts of the others: text
 * from a document that became a script would be blocked.
 */
function codeOf(pages: ReadonlySet<string>, folder: string, files: readonly string[]): PageCode {
  const isReference = (file: string): boolean => pages.has(pathOfHtml(file));
  const scripts = new Map<string, { readonly begins: string; readonly file: string }>();
  const styles = new Map<string, string>();
  const known = new Set<string>();
  let hasStyleAttributes = false;
  /** Pages of the reference have tags of their own for scripts that all pages have. */
  const isListed = (code: PageCode): boolean =>
    !code.hasStyleAttributes &&
    [...code.scripts.keys()].every((source) => scripts.has(source)) &&
    [...code.styles.keys()].every((source) => styles.has(source));
  const sorted = [
    ...files.filter((file) => !isReference(file)),
    ...files.filter((file) => isReference(file)),
  ];
  for (const file of sorted) {
    const html = fs.readFileSync(path.join(folder, file), 'utf8');
    if (bringsNothing(html, known)) continue;
    const code = pageCode(html);
    hasStyleAttributes ||= code.hasStyleAttributes;
    for (const [source, begins] of code.styles) styles.set(source, begins);
    for (const [source, begins] of code.scripts) {
      if (scripts.has(source)) continue;
      if (isReference(file))
        throw new Error(
          `${file} has a script that no page outside of the reference has: ${begins}\nThe Content-Security-Policy does not allow scripts of individual reference pages, so that text from a document can never run as one. If the script is yours, move it to a file in static/ and list that file in \`scripts\` of docusaurus.config.ts.`,
        );
      scripts.set(source, { begins, file });
    }
    for (const piece of piecesOf(html))
      if (!isReference(file) || isListed(pageCode(piece))) known.add(piece);
  }
  if (scripts.size > MAX_SCRIPTS) {
    const list = [...scripts.values()].map(({ begins, file }) => `  ${file}: ${begins}`);
    throw new Error(
      `The pages have ${scripts.size} different inline scripts and script hosts; the Content-Security-Policy lists at most ${MAX_SCRIPTS}.\n${list.join('\n')}\nMove scripts to files in static/, and list those in \`scripts\` of docusaurus.config.ts.`,
    );
  }
  return {
    scripts: new Map([...scripts].map(([source, { begins }]) => [source, begins])),
    styles,
    hasStyleAttributes,
  };
}
