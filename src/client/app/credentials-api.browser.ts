import { useLocation } from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';
import { useSyncExternalStore } from 'react';
import { apiAt, pathOf } from '../../address/address.ts';
import { CONTENT_CHANGED } from '../protocol.ts';
import { type CredentialsApi, credentialsOnHome, readCredentials } from './credentials-api.ts';
import { credentialsIn, fetchedPages, keyOf } from './page-fetch.ts';
import { usePublishedBase } from './published.ts';
import { useSite } from './site-data.ts';

/** Of the start page, from before the app changed it. The 404 page has none, wherever it is shown. */
const start = credentialsIn(document);

/** In the browser: from the HTML of the pages. No script has a table of all APIs. */
export default function useCredentialsApi(): CredentialsApi | undefined {
  const { pathname } = useLocation();
  const baseUrl = useBaseUrl('/');
  const published = usePublishedBase();
  const given = useSyncExternalStore(
    subscribe,
    () => givenAt(pathname, baseUrl, published),
    () => start,
  );
  const site = useSite();
  return given === undefined
    ? credentialsOnHome(pathOf(pathname, { baseUrl }), site, published)
    : readCredentials(given);
}

/** Pages change when they have been fetched. */
function subscribe(onChange: () => void): () => void {
  document.addEventListener(CONTENT_CHANGED, onChange);
  return () => document.removeEventListener(CONTENT_CHANGED, onChange);
}

/** What a page says or, if it is one that the app renders itself, other pages of the API that it is below. */
function givenAt(pathname: string, baseUrl: string, published: string): string | undefined {
  const own = fetchedPages.get(keyOf(pathname));
  if (own) return own.credentials;
  const known = new Set([start, ...Array.from(fetchedPages.values(), (page) => page.credentials)]);
  const apis = [...known].flatMap((given) => {
    if (given === undefined) return [];
    const slice = pathOf(readCredentials(given).slice, { baseUrl: published }) ?? '';
    return [{ given, bases: [slice.slice(0, Math.max(slice.lastIndexOf('/'), 0))] }];
  });
  return apiAt(pathOf(pathname, { baseUrl }) ?? '', apis)?.given;
}
