/** Without scripts nothing opens a panel, so all panels show. */
const NO_SCRIPT =
  '<noscript><style>ref-panel[hidden]{display:block!important;content-visibility:visible!important}</style></noscript>';

/** Next pages are fetched when a link is hovered, by browsers that know speculation rules. */
const SPECULATION = JSON.stringify({
  prefetch: [{ where: { selector_matches: 'a[href]:not([download])' }, eagerness: 'moderate' }],
});

/**
 * The HTML around every page (Docusaurus' `ssrTemplate`, in Eta's syntax). It differs from
 * Docusaurus' own in that the app's scripts are named and not loaded: the page's script brings them
 * when the reader turns to a control.
 *
 * @param pageScript Address of the page's script below the base URL.
 * @param loadApp `intent`, or `page` for the app with every page, as Docusaurus does.
 */
export function pageTemplate(pageScript: string, loadApp: 'intent' | 'page'): string {
  const scripts = 'it.scripts.map((script) => it.baseUrl + script)';
  const app =
    loadApp === 'intent'
      ? `<script src="<%= it.baseUrl %>${pageScript}" data-app="<%= ${scripts}.join(' ') %>" defer></script>`
      : `<script src="<%= it.baseUrl %>${pageScript}" defer></script><% ${scripts}.forEach((src) => { %><script src="<%= src %>" defer></script><% }); %>`;
  return `<!DOCTYPE html>
<html <%~ it.htmlAttributes %>>
<head>
<meta charset="UTF-8">
<% it.metaAttributes.forEach((attribute) => { %><%~ attribute %><% }); %>
<%~ it.headTags %>
<% it.stylesheets.forEach((sheet) => { %><link rel="stylesheet" href="<%= it.baseUrl %><%= sheet %>" /><% }); %>
${app}
${NO_SCRIPT}
<script type="speculationrules">${SPECULATION}</script>
</head>
<body <%~ it.bodyAttributes %>>
<%~ it.preBodyTags %>
<div id="__docusaurus"><%~ it.appHtml %></div>
<%~ it.postBodyTags %>
</body>
</html>
`;
}
