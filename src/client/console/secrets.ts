import type { Secret } from '../../model/request/credentials.ts';
import { secretsKey } from '../protocol.ts';

/** What a reader has entered for a security scheme, and how a token was obtained. */
export interface StoredSecret extends Secret {
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** When the token expires, in milliseconds since 1970. */
  readonly expires?: number;
}

export type Secrets = Readonly<Record<string, StoredSecret>>;

/**
 * The secrets for a server of an API by scheme name, from the tab's session storage: they are gone when the
 * tab closes. Empty if storage is disabled.
 */
export function readSecrets(api: string, baseUrl: string): Secrets {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(secretsKey(api, baseUrl)) ?? '{}');
    return typeof stored === 'object' && stored !== null ? (stored as Secrets) : {};
  } catch {
    return {};
  }
}

/** Stores the secrets for a server of an API in the tab's session storage. */
export function writeSecrets(api: string, baseUrl: string, secrets: Secrets): void {
  try {
    if (Object.keys(secrets).length === 0) sessionStorage.removeItem(secretsKey(api, baseUrl));
    else sessionStorage.setItem(secretsKey(api, baseUrl), JSON.stringify(secrets));
  } catch {
    // Storage is disabled or full: they last as long as the console is open.
  }
}
