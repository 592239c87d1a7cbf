import { useHistory } from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';
import { createElement, type MouseEvent, type Ref, type SyntheticEvent } from 'react';
import { isFetched } from './fetched-routes.ts';
import { fetchPage } from './page-fetch.ts';

export interface KeptProps {
  readonly as: 'div' | 'nav';
  /** Name of the element, `data-part`. */
  readonly part: string;
  /** HTML of the element. Empty on the first page: React then keeps what the server rendered. */
  readonly html: string;
  readonly element?: Ref<HTMLElement>;
  readonly attributes?: { readonly [name: string]: string | undefined };
}

/**
 * An element whose contents the server rendered. React leaves them alone; their links navigate within the
 * app, and a link's page is prefetched on hover or focus.
 */
export function Kept({ as, part, html, element, attributes }: KeptProps) {
  const history = useHistory();
  const baseUrl = useBaseUrl('/');
  const follow = (event: MouseEvent): void => {
    const address = addressOf(event.target, baseUrl);
    if (!address || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.push(address.pathname + address.search + address.hash);
  };
  const prefetch = (event: SyntheticEvent): void => {
    const address = addressOf(event.target, baseUrl);
    if (!address || address.pathname === window.location.pathname) return;
    if (isFetched(address.pathname)) fetchPage(address.pathname).catch(() => {});
  };
  return createElement(as, {
    ...attributes,
    ref: element,
    'data-part': part,
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: { __html: html },
    onClick: follow,
    onMouseOver: prefetch,
    onFocus: prefetch,
    onTouchStart: prefetch,
  });
}

/** The target of a link within the site; undefined for links that the browser handles. */
function addressOf(target: EventTarget, baseUrl: string): URL | undefined {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link?.href || link.target || link.hasAttribute('download')) return undefined;
  const address = new URL(link.href);
  if (!address.href.startsWith(window.location.origin + baseUrl)) return undefined;
  // Anchors on this page scroll without the app; files have no route.
  const isHere = address.pathname === window.location.pathname && address.hash !== '';
  return isHere || /\.\w+$/.test(address.pathname) ? undefined : address;
}
