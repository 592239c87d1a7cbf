import { useLocation } from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useApiTable from '@reference/api-table';
import { apiAt, pathOf } from '../../address/address.ts';
import { type CredentialsApi, credentialsOnHome } from './credentials-api.ts';
import { usePublishedBase } from './published.ts';
import { useSite } from './site-data.ts';

/** In static rendering and in the development server: from the table of APIs. */
export default function useCredentialsApi(): CredentialsApi | undefined {
  const path = pathOf(useLocation().pathname, { baseUrl: useBaseUrl('/') });
  const apis = useApiTable()?.apis ?? [];
  const published = usePublishedBase();
  const site = useSite();
  const current = path === undefined ? undefined : apiAt(path, apis);
  if (path === undefined || !current) return credentialsOnHome(path, site, published);
  const versions = (current.versions ?? []).map((one) => ({ ...one, bases: [one.base] }));
  const { id, authentication } = apiAt(path, versions) ?? current;
  return authentication === undefined ? undefined : { id, slice: published + authentication };
}
