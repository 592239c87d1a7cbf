import { DATA_ATTRIBUTES, TAB_KEY } from '../client/protocol.ts';
import type { Scripts } from './page-script.ts';

/** Without scripts nothing opens a panel, so all panels are visible; buttons that do nothing are hidden. */
const PAGE = `
ref-panel[hidden]{display:block!important;content-visibility:visible!important}
.ref-button,.ref-credentials,button[data-branch],[popover] :disabled,.ref-filter{display:none!important}
`;

/** The same for the site around them. The browser opens the mobile menu without a script. */
const SITE = '.navbar button:not([popovertarget]){display:none!important}';

/** @param isOurs Whether the whole site is ours, not only its pages of the reference. */
export function noScript(isOurs: boolean): string {
  const styles = isOurs ? PAGE + SITE : PAGE;
  return `<noscript><style>${styles.replaceAll('\n', '')}</style></noscript>`;
}

/**
 * Selects the reader's stored language of samples before the first paint: while the page is parsed, until the
 * page's script takes over, which marks the page with `data-ref`. While tabs are still missing, none is
 * selected; if the language is not among them, the first is.
 */
export const LANGUAGE = `<script>
try{let k=localStorage.getItem("${TAB_KEY}language"),d=document;
k&&new MutationObserver((m,o)=>{
if("ref"in d.documentElement.dataset)return o.disconnect();
for(let g of d.querySelectorAll("[data-tabs=language]")){
let[l]=g.children,p=[...g.querySelectorAll(":scope>ref-panel")],t=[...l?l.children:[]],i=t.findIndex(a=>a.dataset.key==k);
i<0&&p[0]&&(i=0);
t.map((a,n)=>n==i?a.setAttribute("aria-current","true"):a.removeAttribute("aria-current"));
p.map((e,n)=>n==i?e.removeAttribute("hidden"):e.setAttribute("hidden","until-found"))}
}).observe(d,{childList:!0,subtree:!0})}catch{}
</script>`.replaceAll('\n', '');

/**
 * Removes our attributes from the root before the page's script runs. Docusaurus' own template has a script that
 * sets them from a link's query (`?docusaurus-data-copy=x`); the author of a link must not control what a click
 * does. Our template has no such script. A module runs after the page is parsed, in order with the others.
 */
export const OWN_ATTRIBUTES = `<script type="module">
for(const name of ${JSON.stringify(['data-has-hydrated', ...Object.keys(DATA_ATTRIBUTES)])})
document.documentElement.removeAttribute(name)
</script>`.replaceAll('\n', '');

/** The scripts of our own that pages carry or load, as `injectHtmlTags` takes them. */
export function scriptTags(
  { page, menu, later, search }: Scripts,
  baseUrl: string,
  hasMenu: boolean,
) {
  const attributes = {
    src: baseUrl + page,
    'data-later': baseUrl + later,
    ...(search !== undefined && { 'data-search': baseUrl + search }),
    defer: true,
  };
  return [
    { tagName: 'script', attributes },
    ...(hasMenu ? [{ tagName: 'script', attributes: { src: baseUrl + menu, defer: true } }] : []),
  ];
}
