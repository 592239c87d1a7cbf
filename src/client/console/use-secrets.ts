import { useEffect, useState } from 'react';
import { SECRETS_CHANGED } from '../protocol.ts';
import {
  readSecrets,
  type Secrets,
  type SecretsChange,
  type SecretsOf,
  type StoredSecret,
  writeSecrets,
} from './secrets.ts';

export interface SecretStore {
  /** For the selected server; empty while another one is being typed. */
  readonly secrets: Secrets;
  /** Stores what the reader enters for a scheme; undefined removes it. */
  readonly keep: (scheme: string, secret: StoredSecret | undefined) => void;
  /** Removes those of some schemes. */
  readonly clear: (schemes: readonly string[]) => void;
  /** Called when a server has been chosen: its own secrets replace the others. */
  readonly settle: () => Secrets;
}

/**
 * The secrets for the server that a reader has chosen.
 *
 * @param hasHost False until the reader has said where the API is: what has been entered by then is
 * meant for the server that will be named.
 * @param isFromLink A server from a link gets no secrets, and none are stored for it, until the reader agrees
 * to it.
 */
export function useSecrets(
  of: SecretsOf,
  baseUrl: string,
  hasHost: boolean,
  isFromLink: boolean,
): SecretStore {
  const [held, setHeld] = useState(() => ({
    baseUrl,
    hasHost,
    secrets: readSecrets(of, baseUrl),
  }));
  const settle = (): Secrets => {
    if (isFromLink) return {};
    if (held.baseUrl === baseUrl) return held.secrets;
    const own = readSecrets(of, baseUrl);
    const isFirst = !held.hasHost && Object.keys(own).length === 0;
    const secrets = isFirst ? held.secrets : own;
    if (isFirst) {
      writeSecrets(of, held.baseUrl, {});
      writeSecrets(of, baseUrl, secrets);
    }
    setHeld({ baseUrl, hasHost, secrets });
    return secrets;
  };
  const change = (changed: (former: Secrets) => Secrets): void => {
    if (isFromLink) return;
    const secrets = changed(settle());
    writeSecrets(of, baseUrl, secrets);
    setHeld({ baseUrl, hasHost, secrets });
  };
  const without = (secrets: Secrets, schemes: readonly string[]): Secrets =>
    Object.fromEntries(Object.entries(secrets).filter(([scheme]) => !schemes.includes(scheme)));
  // The reader has agreed, or returned to a server that has secrets.
  useEffect(() => void settle(), [isFromLink]);
  // Another part of the page has changed them.
  useEffect(() => {
    const follow = (event: Event): void => {
      const change = (event as CustomEvent<SecretsChange | undefined>).detail;
      if (change?.api !== of.api) return;
      setHeld((before) =>
        before.baseUrl === change.baseUrl ? { ...before, secrets: change.secrets } : before,
      );
    };
    document.addEventListener(SECRETS_CHANGED, follow);
    return () => document.removeEventListener(SECRETS_CHANGED, follow);
  }, [of.api]);
  const isSettled = !isFromLink && (held.baseUrl === baseUrl || !held.hasHost);
  return {
    secrets: isSettled ? held.secrets : {},
    keep: (scheme, secret) =>
      change((former) => ({ ...without(former, [scheme]), ...(secret && { [scheme]: secret }) })),
    clear: (schemes) => change((former) => without(former, schemes)),
    settle,
  };
}
