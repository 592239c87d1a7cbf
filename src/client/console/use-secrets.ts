import { useEffect, useState } from 'react';
import { readSecrets, type Secrets, type StoredSecret, writeSecrets } from './secrets.ts';

export interface SecretStore {
  /** For the server that is chosen; empty while another one is being typed. */
  readonly secrets: Secrets;
  /** Keeps what the reader gives for a scheme; undefined forgets it. */
  readonly keep: (scheme: string, secret: StoredSecret | undefined) => void;
  /** To be called when the choice of the server is made: its own secrets take the place of the others. */
  readonly settle: () => Secrets;
}

/**
 * The secrets for the server that a reader has chosen.
 *
 * @param hasHost False as long as the reader has not said where the API is: what has been given by then is
 *   meant for the server that is going to be named.
 * @param isFromLink A server that a link brought gets none and is given none, until the reader agrees to it.
 */
export function useSecrets(
  api: string,
  baseUrl: string,
  hasHost: boolean,
  isFromLink: boolean,
): SecretStore {
  const [held, setHeld] = useState(() => ({
    baseUrl,
    hasHost,
    secrets: readSecrets(api, baseUrl),
  }));
  const settle = (): Secrets => {
    if (isFromLink) return {};
    if (held.baseUrl === baseUrl) return held.secrets;
    const own = readSecrets(api, baseUrl);
    const isFirst = !held.hasHost && Object.keys(own).length === 0;
    const secrets = isFirst ? held.secrets : own;
    if (isFirst) {
      writeSecrets(api, held.baseUrl, {});
      writeSecrets(api, baseUrl, secrets);
    }
    setHeld({ baseUrl, hasHost, secrets });
    return secrets;
  };
  const keep = (scheme: string, secret: StoredSecret | undefined): void => {
    if (isFromLink) return;
    const { [scheme]: _former, ...others } = settle();
    const secrets = secret ? { ...others, [scheme]: secret } : others;
    writeSecrets(api, baseUrl, secrets);
    setHeld({ baseUrl, hasHost, secrets });
  };
  // The reader has agreed, or gone back to a server that has secrets.
  useEffect(() => void settle(), [isFromLink]);
  const isSettled = !isFromLink && (held.baseUrl === baseUrl || !held.hasHost);
  return { secrets: isSettled ? held.secrets : {}, keep, settle };
}
