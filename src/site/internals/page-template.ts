import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { LANGUAGE, noScript } from '../page-tags.ts';
import { internal, isPlain, warnOnce } from './level.ts';

const PIECE = {
  name: 'page-template',
  loss: "The app's scripts are loaded with every page.",
};

/**
 * As long as the app is not loaded, browsers with speculation rules prerender the next page before its link
 * is clicked, or prefetch it. Only pages of this site.
 */
function speculation(baseUrl: string): string {
  const where = {
    and: [
      { href_matches: `${baseUrl}*` },
      { not: { href_matches: '/*.json' } },
      // Tabs and anchors stay on the page.
      { not: { selector_matches: '[href^="#"], [download], [target=_blank], [data-search]' } },
    ],
  };
  const rule = [{ where, eagerness: 'moderate' }];
  return JSON.stringify({ prefetch: rule, prerender: rule });
}

/**
 * Docusaurus' script that turns a link's query into attributes of the page (`?docusaurus-data-ref=x`). It is
 * removed: our scripts, and Docusaurus' own `data-has-hydrated`, use attributes for the state of the app and
 * for clicks, which the author of a link must not control.
 */
function queryAttributes(): string {
  const scripts = createRequire(import.meta.url)('@docusaurus/theme-classic/lib/inlineScripts.js');
  const { DataAttributeQueryStringInlineJavaScript: code } = scripts;
  if (typeof code !== 'string') throw new Error('the theme has no script of query attributes');
  return JSON.stringify(code);
}

/**
 * The HTML around every page (Docusaurus' `ssrTemplate`, in Eta's syntax). It differs from
 * Docusaurus' own in that the app's scripts are named but not loaded: the page's script, which the plugin adds to
 * the head, loads them when the reader first uses a control. The script of sidebars is the first of them.
 *
 * @param baseUrl The site's, with slashes at both ends.
 * @param loadApp `intent`, or `page` to load the app with every page, as Docusaurus does.
 * @param isOurs Whether the whole site is ours. Otherwise the app is loaded with all pages but those of the reference.
 * @param noOrigin The origin in Docusaurus' tags if nobody knows the site's: their addresses are then relative to it.
 * @returns undefined to use Docusaurus' own.
 */
export function pageTemplate(
  baseUrl: string,
  loadApp: 'intent' | 'page',
  isOurs: boolean,
  noOrigin?: string,
): string | undefined {
  return internal(
    PIECE,
    () => template(baseUrl, loadApp, isOurs, noOrigin),
    () => undefined,
  );
}

function template(
  baseUrl: string,
  loadApp: 'intent' | 'page',
  isOurs: boolean,
  noOrigin?: string,
): string {
  const isIntent = loadApp === 'intent';
  const relative = noOrigin ? `.replaceAll(${JSON.stringify(`${noOrigin}/`)}, '/')` : '';
  return `<%
const own = /<script [^>]*\\/assets\\/reference\\/page\\.[^>]*(?= defer><\\/script>)/.exec(it.headTags)?.[0];
const [menuTag = '', menu] = /<script src="([^"]*\\/assets\\/reference\\/menu\\.[^"]*)" defer><\\/script>/.exec(it.headTags) ?? [];
const end = ' defer></script>';
const isOurs = ${isOurs} || it.appHtml.includes('data-part="page"');
const scripts = [...(menu ? [menu] : []), ...it.scripts.map((script) => it.baseUrl + script)];
const isEager = ${!isIntent} || !own || !isOurs;
%><!DOCTYPE html>
<html <%~ it.htmlAttributes %>>
<head>
<meta charset="UTF-8">
<% it.metaAttributes.forEach((attribute) => { %><%~ attribute${relative} %><% }); %>
<%~ it.headTags.replace(own + end, '').replace(menuTag, '').trim() %>
${LANGUAGE}
<% it.stylesheets.forEach((sheet) => { %><link rel="stylesheet" href="<%= it.baseUrl %><%= sheet %>" /><% }); %>
<% if (own) { %><%~ own %> data-${isIntent ? '' : 'page-'}app="<%= scripts.join(' ') %>" defer></script><% } %><% if (isEager) scripts.forEach((src) => { %><script src="<%= src %>" defer></script><% }); %><%~ '\\n' %>
${noScript(isOurs)}
${isIntent && isOurs ? `<script type="speculationrules">${speculation(baseUrl)}</script>` : ''}
</head>
<body <%~ it.bodyAttributes %>>
<%~ isOurs ? it.preBodyTags.replace(${queryAttributes()}, '').replace('style="display: none;"', 'display="none"') : it.preBodyTags %>
<div id="__docusaurus"><%~ it.appHtml${relative} %></div>
<%~ it.postBodyTags %>
</body>
</html>
`;
}

/** Warns if pages were not written with the template, or lack the tag that it expects. */
export function checkTemplate(outDir: string): void {
  const html = fs.readFileSync(path.join(outDir, '404.html'), 'utf8');
  if (!isPlain() && !/<script [^>]*data-(page-)?app="/.test(html))
    warnOnce(PIECE, new Error('pages do not name the scripts of the app'));
}
