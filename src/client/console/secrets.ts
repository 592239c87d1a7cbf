import type { Secret } from '../../model/request/credentials.ts';
import type { PageInfo } from '../../slices/slice.ts';
import { secretsKey } from '../protocol.ts';

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

/** Stores the secrets for a server of an API. */
export function writeSecrets(of: SecretsOf, baseUrl: string, secrets: Secrets): void {
  const key = secretsKey(of.api, baseUrl);
  try {
    if (Object.keys(secrets).length === 0) storageOf(of)?.removeItem(key);
    else storageOf(of)?.setItem(key, JSON.stringify(secrets));
  } catch {
    // Storage is disabled or full: they last as long as the console is open.
  }
}

function storageOf({ authPersistence }: SecretsOf): Storage | undefined {
  if (authPersistence === false) return undefined;
  return authPersistence === 'localStorage' ? localStorage : sessionStorage;
}
