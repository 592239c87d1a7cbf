import { useLocation } from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { apiAt, pathOf } from '../../address/address.ts';
import { usePublishedBase } from './published.ts';
import { useSite } from './site-data.ts';

/** The API of a page, for whoever enters credentials for it. */
export interface CredentialsApi {
  readonly id: string;
  /** Address of the slice with its security schemes. */
  readonly slice: string;
}

/** The API, or the version of it, that the current page belongs to; undefined if it needs no credentials. */
export function useCredentialsApi(): CredentialsApi | undefined {
  const path = pathOf(useLocation().pathname, { baseUrl: useBaseUrl('/') });
  const { apis } = useSite();
  const published = usePublishedBase();
  // The 404 page belongs to no API, wherever it is shown: React expects what the server rendered.
  const isStart = !useIsBrowser() && typeof document !== 'undefined';
  const isMissing = isStart && !document.querySelector('.ref-credentials');
  const current = path === undefined ? undefined : apiAt(path, apis);
  if (path === undefined || !current || isMissing) return undefined;
  const versions = (current.versions ?? []).map((one) => ({ ...one, bases: [one.base] }));
  const { id, authentication } = apiAt(path, versions) ?? current;
  return authentication === undefined ? undefined : { id, slice: published + authentication };
}
