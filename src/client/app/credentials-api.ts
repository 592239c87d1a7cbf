import type { SiteData } from './site-data.ts';

/** The API of a page, for whoever enters credentials for it. */
export interface CredentialsApi {
  readonly id: string;
  /** Address of the slice with its security schemes. */
  readonly slice: string;
}

/** As `data-credentials`. No id of an API contains a space. */
export function credentialsAttribute({ id, slice }: CredentialsApi): string {
  return `${id} ${slice}`;
}

/** What such an attribute says. */
export function readCredentials(attribute: string): CredentialsApi {
  const at = attribute.indexOf(' ');
  return { id: attribute.slice(0, at), slice: attribute.slice(at + 1) };
}

/** On the home page, those of the API that the site starts with; undefined elsewhere, or if it needs none. */
export function credentialsOnHome(
  path: string | undefined,
  { main }: Pick<SiteData, 'main'>,
  published: string,
): CredentialsApi | undefined {
  if (path !== '' || main?.authentication === undefined) return undefined;
  return { id: main.id, slice: published + main.authentication };
}
