import type { Page } from 'playwright-core';

/** `long` is the default site, `tiny` the one of a small document. */
export type Site = 'long' | 'tiny';

export interface ShownPage {
  /** Begins the names of its files. */
  readonly name: string;
  readonly site: Site;
  readonly address: string;
  /** What is done to the page before it is taken. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

export const MODES = ['light', 'dark'] as const;
export const WIDTHS = [1440, 820, 390] as const;

const AUTHENTIK = '/reference/authentik';
const CONFORMANCE = '/reference/conformance';
const BOOKSHOP = '/reference/bookshop';

const openAll = (page: Page): Promise<unknown> =>
  page.locator('main details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });

/** Every kind of page, with much on it and with little. */
export const PAGES: readonly ShownPage[] = [
  { name: 'home', site: 'long', address: '/' },
  { name: 'api', site: 'long', address: `${AUTHENTIK}/` },
  { name: 'api-conformance', site: 'long', address: `${CONFORMANCE}/` },
  { name: 'tag', site: 'long', address: `${AUTHENTIK}/core/` },
  { name: 'operation', site: 'long', address: `${AUTHENTIK}/core-users-list/` },
  { name: 'operation-body', site: 'long', address: `${AUTHENTIK}/core-users-create/` },
  { name: 'operation-choices', site: 'long', address: `${AUTHENTIK}/flows-executor-solve/` },
  {
    name: 'operation-open',
    site: 'long',
    address: `${AUTHENTIK}/core-users-create/`,
    prepare: openAll,
  },
  { name: 'operation-security', site: 'long', address: `${CONFORMANCE}/security-alternatives/` },
  { name: 'operation-links', site: 'long', address: `${CONFORMANCE}/link-operation-id/` },
  { name: 'operation-callbacks', site: 'long', address: `${CONFORMANCE}/callback-expressions/` },
  { name: 'operation-composed', site: 'long', address: `${CONFORMANCE}/schema-all-of/` },
  {
    name: 'operation-target',
    site: 'long',
    address: `${AUTHENTIK}/core-users-list/#query-is_active`,
  },
  { name: 'schema', site: 'long', address: `${AUTHENTIK}/schemas/user/` },
  { name: 'guide', site: 'long', address: '/guides/your-own-document/' },
  { name: 'not-found', site: 'long', address: '/no-such-page/' },
  { name: 'tiny-home', site: 'tiny', address: '/' },
  { name: 'tiny-api', site: 'tiny', address: `${BOOKSHOP}/` },
  { name: 'tiny-tag', site: 'tiny', address: `${BOOKSHOP}/catalogue/` },
  { name: 'tiny-operation', site: 'tiny', address: `${BOOKSHOP}/create-book/` },
  { name: 'tiny-webhook', site: 'tiny', address: `${BOOKSHOP}/stock-low/` },
  { name: 'tiny-schema', site: 'tiny', address: `${BOOKSHOP}/schemas/book/` },
];
