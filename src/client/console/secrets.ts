import type { Secret } from '../../model/request/credentials.ts';
import type { PageInfo } from '../../slices/slice.ts';
import { isOfReader, ownKey, SECRETS_CHANGED, secretsKey, secretsPrefix } from '../protocol.ts';

/** What a reader has entered for a security scheme, and how a token was obtained. */
export interface StoredSecret extends Secret {
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** When the token expires, in milliseconds since 1970. */
  readonly expires?: number;
}

export type Secrets = Readonly<Record<string, StoredSecret>>;

/** The API that secrets are for, and where they are kept: see `PageOptions`. */
export type SecretsOf = Pick<PageInfo, 'api' | 'authPersistence'>;

/** What samples show in place of a secret that is there. */
const MASK = '********';

/** Secrets as samples show them: user names, and that there is a secret. */
export function maskedSecrets(secrets: Secrets): Secrets {
  const mask = (text: string | undefined): string => (text ? MASK : '');
  return Object.fromEntries(
    Object.entries(secrets).map(([scheme, { username = '', token, password }]) => [
      scheme,
      { username, token: mask(token), password: mask(password) },
    ]),
  );
}

/**
 * The secrets for a server of an API by scheme name: by default from the tab's session storage, so that they
 * are gone when the tab closes. Empty if storage is disabled.
 */
export function readSecrets(of: SecretsOf, baseUrl: string): Secrets {
  try {
    const stored: unknown = JSON.parse(storageOf(of)?.getItem(secretsKey(of.api, baseUrl)) ?? '{}');
    return typeof stored === 'object' && stored !== null ? (stored as Secrets) : {};
  } catch {
    return {};
  }
}

/** The `detail` of the event: what has been stored for a server. */
export interface SecretsChange {
  readonly api: string;
  readonly baseUrl: string;
  readonly secrets: Secrets;
}

/** Stores the secrets for a server of an API, which the other parts of the page then show. */
export function writeSecrets(of: SecretsOf, baseUrl: string, secrets: Secrets): void {
  const key = secretsKey(of.api, baseUrl);
  try {
    if (Object.values(secrets).some(isGiven)) storageOf(of)?.setItem(key, JSON.stringify(secrets));
    else storageOf(of)?.removeItem(key);
    markOwn(storageOf(of));
  } catch {
    // Storage is disabled or full: they last as long as the console is open.
  }
  const detail: SecretsChange = { api: of.api, baseUrl, secrets };
  document.dispatchEvent(new CustomEvent(SECRETS_CHANGED, { detail }));
}

/** Has pages load the app at once as long as a storage has something of the reader that samples show. */
export function markOwn(storage: Storage | undefined): void {
  if (storage && Object.keys(storage).some(isOfReader)) storage.setItem(ownKey(), 'yes');
  else storage?.removeItem(ownKey());
}

/** Whether a field has been filled in. */
function isGiven(secret: StoredSecret): boolean {
  return Object.values(secret).some(Boolean);
}

/**
 * Whether the browser keeps credentials for an API.
 *
 * @param baseUrl The server that the reader has chosen; any, if absent.
 */
export function hasStoredSecrets(api: string, baseUrl?: string): boolean {
  try {
    return [sessionStorage, localStorage].some((storage) =>
      baseUrl === undefined
        ? Object.keys(storage).some((key) => key.startsWith(secretsPrefix(api)))
        : storage.getItem(secretsKey(api, baseUrl)) !== null,
    );
  } catch {
    // Storage is disabled.
    return false;
  }
}

function storageOf({ authPersistence }: SecretsOf): Storage | undefined {
  if (authPersistence === false) return undefined;
  return authPersistence === 'localStorage' ? localStorage : sessionStorage;
}
