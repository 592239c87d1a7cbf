import { DataAttributeQueryStringInlineJavaScript } from '@docusaurus/theme-classic/lib/inlineScripts.js';
import { TAB_KEY } from '../../client/protocol.ts';
import type { Scripts } from '../page-script.ts';

/**
 * Without scripts nothing opens a panel, so all panels show; buttons that do nothing go; and on a
 * phone, where the sidebar is behind one of them, it stands below the text.
 */
const NO_SCRIPT = `<noscript><style>
ref-panel[hidden]{display:block!important;content-visibility:visible!important}
.navbar button,.ref-button{display:none!important}
.navbar__link{display:block!important}
@media(max-width:996px){
.navbar{height:auto}
.navbar__inner,.navbar__items{flex-wrap:wrap}
[class*=navbarSearchContainer_]{position:static!important}
[class*=docRoot_]{flex-direction:column-reverse}
.theme-doc-sidebar-container,.theme-doc-sidebar-container div{display:block!important}
.ref-sidebar,.theme-doc-sidebar-menu{display:block!important;height:auto;padding:1rem}
}
</style></noscript>`.replaceAll('\n', '');

/**
 * Shows the language of samples that the reader chose on another page before anything is painted: as the
 * parser brings them, and until the page's script takes over, which marks the page with `data-ref`. As long
 * as tabs are still to come none is chosen; of a language that is not among them the first is.
 */
const LANGUAGE = `<script>
try{let k=localStorage.getItem("${TAB_KEY}language"),d=document;
k&&new MutationObserver((m,o)=>{
if("ref"in d.documentElement.dataset)return o.disconnect();
for(let g of d.querySelectorAll("[data-tabs=language]")){
let[l,...p]=g.children,t=[...l?l.children:[]],i=t.findIndex(a=>a.dataset.key==k);
i<0&&p[0]&&(i=0);
t.map((a,n)=>n==i?a.setAttribute("aria-current","true"):a.removeAttribute("aria-current"));
p.map((e,n)=>n==i?e.removeAttribute("hidden"):e.setAttribute("hidden","until-found"))}
}).observe(d,{childList:!0,subtree:!0})}catch{}
</script>`.replaceAll('\n', '');

/**
 * While the app is not there, browsers that know speculation rules have the next page ready before
 * its link is clicked: drawn, or where they do not draw ahead, fetched. Pages of this site only.
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
 * Docusaurus' script that makes attributes of the page of a link's query (`?docusaurus-data-ref=x`). It is left
 * out: by attributes our scripts, and Docusaurus' own `data-has-hydrated`, say whether the app is there and
 * what a click is for, and that is no business of whoever wrote a link.
 */
const QUERY_ATTRIBUTES = JSON.stringify(DataAttributeQueryStringInlineJavaScript);

/**
 * The HTML around every page (Docusaurus' `ssrTemplate`, in Eta's syntax). It differs from
 * Docusaurus' own in that the app's scripts are named and not loaded: the page's script brings them
 * when the reader turns to a control.
 *
 * @param own Our own scripts.
 * @param baseUrl The site's, with slashes at both ends.
 * @param loadApp `intent`, or `page` for the app with every page, as Docusaurus does.
 */
export function pageTemplate(own: Scripts, baseUrl: string, loadApp: 'intent' | 'page'): string {
  const scripts = 'it.scripts.map((script) => it.baseUrl + script)';
  const script = `<script src="<%= it.baseUrl %>${own.page}" data-search="<%= it.baseUrl %>${own.search}"`;
  const app =
    loadApp === 'intent'
      ? `${script} data-app="<%= ${scripts}.join(' ') %>" defer></script>`
      : `${script} data-page-app="<%= ${scripts}.join(' ') %>" defer></script><% ${scripts}.forEach((src) => { %><script src="<%= src %>" defer></script><% }); %>`;
  return `<!DOCTYPE html>
<html <%~ it.htmlAttributes %>>
<head>
<meta charset="UTF-8">
<% it.metaAttributes.forEach((attribute) => { %><%~ attribute %><% }); %>
<%~ it.headTags %>
${LANGUAGE}
<% it.stylesheets.forEach((sheet) => { %><link rel="stylesheet" href="<%= it.baseUrl %><%= sheet %>" /><% }); %>
${app}
${NO_SCRIPT}
${loadApp === 'intent' ? `<script type="speculationrules">${speculation(baseUrl)}</script>` : ''}
</head>
<body <%~ it.bodyAttributes %>>
<%~ it.preBodyTags.replace(${QUERY_ATTRIBUTES}, '').replace('style="display: none;"', 'display="none"') %>
<div id="__docusaurus"><%~ it.appHtml %></div>
<%~ it.postBodyTags %>
</body>
</html>
`;
}
