/**
 * Names shared by the parts of a page. The theme renders HTML; the page script, the app, the console and the
 * search are loaded separately, and interact only through these.
 */

/** Name of the Docusaurus plugin, by which its global data are found. */
export const PLUGIN = 'openapi-reference';

/** Event on the document: content was added, so the page script upgrades it. */
export const CONTENT_CHANGED = 'ref:update';

/** Cancelable event on the document: the search navigates; `detail` is the path. The app handles it. */
export const GO = 'ref:go';

/** Event on the document, in development: `detail` contains the changed slices. */
export const SLICES_CHANGED = 'ref:slices';

/** Where the development server sends its state, below the base URL: server-sent events. */
export const LIVE_EVENTS = '__reference/events';

/** Event on the document: the app has replaced the list of the sidebar, which loses what the reader opened in it. */
export const SIDEBAR_CHANGED = 'ref:sidebar';

/** Id of the mobile menu, which the button in the navbar opens. */
export const PHONE_MENU = 'phone-menu';

/** Id of the menu of a page, in its other forms. */
export const PAGE_MENU = 'page-menu';

/**
 * What the part of an address begins with that compares two versions: `#rev=1.0..2.0`. The page script loads the app for
 * it.
 */
export const COMPARES = '#rev=';

/** Makes the page script upgrade new content. */
export function contentChanged(): void {
  document.dispatchEvent(new Event(CONTENT_CHANGED));
}

/**
 * Prefix of local storage keys: the tab that a reader selected in groups of one name, such as `language`.
 */
export const TAB_KEY = 'ref-tab-';

/** Local storage key: recent searches. */
export const SEARCHES_KEY = 'ref-search-recent';

/**
 * Name of the radio buttons for the fields of samples, and of the choice, which is kept as that of tabs is: `all`, or
 * nothing if the reader has returned to the required ones.
 */
export const FIELDS = 'fields';

/**
 * Name under which it is kept, as the choice of tabs is, that a reader has chosen a server or entered credentials, which
 * samples then show from the start.
 */
export const OWN = 'own';

/** The key, in the storage that the server or the credentials are in. */
export function ownKey(): string {
  return TAB_KEY + OWN;
}

/** Event on the document: the reader has chosen other fields of samples, or another variant of a schema. */
export const SELECTION_CHANGED = 'ref:selection';

/**
 * Event on the document: credentials, or the server that they are for, have changed; `detail` is a `SecretsChange`,
 * or nothing if only the server has.
 */
export const SECRETS_CHANGED = 'ref:secrets';

/** Session storage key: the server that a reader chose for an API. */
export function serverKey(api: string): string {
  return `${SERVER}${api}`;
}

/** Local storage key: the environments that a reader has named for an API. */
export function environmentsKey(api: string): string {
  return `ref-environments ${api}`;
}

/** Session storage key: secrets for a server of an API. Secrets for one server never go to another. */
export function secretsKey(api: string, baseUrl: string): string {
  return `${secretsPrefix(api)}${baseUrl}`;
}

/** What these keys begin with, for all servers of an API. */
export function secretsPrefix(api: string): string {
  return `${SECRETS}${api} `;
}

/** Whether a key of a storage is one of these. */
export function isOfReader(key: string): boolean {
  return key.startsWith(SECRETS) || key.startsWith(SERVER);
}

const SECRETS = 'ref-secrets ';
const SERVER = 'ref-server ';

/** Address of the slice of a stock page, which has none: the app reads the page's front matter. */
export const STOCK = '#stock';

/** Value of `data-search` where the search lists the pages that a wrong address may mean. */
export const GUESS = 'guess';

/** Our attributes, and their meaning. A test compares this list with those in use. */
export const DATA_ATTRIBUTES = {
  'data-also': 'key of a tab that is not there, and that this one replaces',
  'data-app': 'on the page script: scripts of the app, loaded at the first intent',
  'data-base': 'the base URL in the endpoint, which follows the console',
  'data-branch':
    'what opens and closes a category: a button, or a summary with the address of its first page',
  'data-compare': 'the form that compares two versions: path of the API’s pages within the site',
  'data-console': 'the place of the console, on the page of its own operation',
  'data-copy':
    'a click copies this text, or else that of the element before; of links, the address',
  'data-count': 'how the filter of the sidebar says what it found',
  'data-credentials':
    'the button for credentials: id of the API, and the address of the slice with its security schemes',
  'data-description': 'description of the page, for the app, which sets it in the head',
  'data-done': 'what copy buttons show once they have copied',
  'data-filter': 'a field that narrows the list in what this selects',
  'data-found': 'the pages that the filter of the sidebar found, instead of its list',
  'data-key': 'key of a tab, the same in every group of one name',
  'data-label': 'name of a panel, where all of a group are shown',
  'data-later':
    'on the page script: the address of what it loads when the reader scrolls or opens a menu',
  'data-menu': 'the field that filters the sidebar: address of its pages as data',
  'data-narrow': 'a field that narrows the tabs after it',
  'data-none': 'what a filter says that finds nothing, and the label of the link to the search',
  'data-page-app': 'on the page script: scripts of the app, loaded with the page',
  'data-part': 'a part that the app takes from the HTML of the next page, by its name',
  'data-ref': 'on the root: the page script is there',
  'data-release': 'on versions that can be compared: address of what changed in them',
  'data-search': 'link, dialog and page of the search; on scripts, the address of its module',
  'data-section': 'a section whose folds one button opens and closes',
  'data-show': 'names of the buttons that open categories of the sidebar',
  'data-slice': 'the address of the slice, on pages without a console',
  'data-stale': 'the response of a request that is no longer the one in the form',
  'data-status': 'first digit of the status of a response, for its color',
  'data-tabs': 'a group of tabs; groups of one name follow each other',
  'data-target': 'what the address points to',
  'data-title': 'title of the page, for the app, which sets it in the head',
  'data-toggle': 'a button that opens and closes folds: its two labels',
  'data-try': 'a button that opens the console: the address of the slice',
} as const;
