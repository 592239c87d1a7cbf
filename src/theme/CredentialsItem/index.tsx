import { translate } from '@docusaurus/Translate';
import useCredentialsApi from '@reference/credentials';
import type CredentialsType from '@theme/ApiExplorer/Credentials';
import clsx from 'clsx';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { type CredentialsApi, credentialsAttribute } from '../../client/app/credentials-api.ts';
import { fetchSlice } from '../../client/app/fetch-slice.ts';
import { rememberedServer } from '../../client/console/remembered.ts';
import { hasStoredSecrets } from '../../client/console/secrets.ts';
import { SECRETS_CHANGED } from '../../client/protocol.ts';
import type { SliceDocument } from '../../slices/slice.ts';
import styles from './styles.module.css';

export interface Props {
  readonly mobile?: boolean;
}

/**
 * An item of the navbar on the pages of an API that needs credentials, and on the home page of the site's main API: where
 * it is and the credentials for it are entered once, for all of its pages. Its type is `custom-credentials`.
 */
export default function CredentialsItem({ mobile = false }: Props): ReactNode {
  const api = useCredentialsApi();
  if (!api) return null;
  // Another API has other credentials.
  const button = <Opener key={api.slice} api={api} mobile={mobile} />;
  return mobile ? <li className="menu__list-item">{button}</li> : button;
}

interface Loaded {
  readonly Credentials: typeof CredentialsType;
  readonly slice: SliceDocument;
}

function Opener({ api, mobile }: Required<Props> & { readonly api: CredentialsApi }): ReactNode {
  const isSet = useIsSet(api.id);
  const [isBusy, setBusy] = useState(false);
  const [loaded, setLoaded] = useState<Loaded>();
  const open = async (): Promise<void> => {
    if (isBusy || loaded) return;
    setBusy(true);
    try {
      const [{ default: Credentials }, slice] = await Promise.all([
        import(/* webpackChunkName: "console-credentials" */ '@theme/ApiExplorer/Credentials'),
        fetchSlice(api.slice),
      ]);
      setLoaded({ Credentials, slice });
    } catch {
      // The site has been redeployed, or there is no network: as for the console.
      window.location.reload();
    }
    setBusy(false);
  };
  return (
    <>
      <button
        type="button"
        // Without a script, the page hides it.
        className={clsx(
          'clean-btn',
          'ref-credentials',
          mobile ? 'menu__link' : 'navbar__item navbar__link',
          styles.button,
        )}
        // The app reads it from there; once per page is enough.
        data-credentials={mobile ? undefined : credentialsAttribute(api)}
        aria-haspopup="dialog"
        aria-busy={isBusy || undefined}
        onClick={() => void open()}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M7.6 8.4 14 2m-2.6 2.6 2 2M8.5 11a3.25 3.25 0 1 1-6.5 0 3.25 3.25 0 0 1 6.5 0z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
          />
        </svg>
        {translate({ id: 'ref.try.credentials', message: 'Credentials' })}
        {isSet && (
          <span className={styles.set}>
            <span> {translate({ id: 'ref.try.isSet', message: 'entered' })}</span>
          </span>
        )}
      </button>
      {loaded && <loaded.Credentials slice={loaded.slice} onClose={() => setLoaded(undefined)} />}
    </>
  );
}

/** Whether the browser keeps credentials for the server that the reader has chosen. */
function useIsSet(api: string): boolean {
  const isSet = useSyncExternalStore(
    subscribe,
    () => hasStoredSecrets(api, rememberedServer(api).baseUrl),
    () => false,
  );
  return isSet;
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener(SECRETS_CHANGED, onChange);
  // Another tab has changed them.
  window.addEventListener('storage', onChange);
  return () => {
    document.removeEventListener(SECRETS_CHANGED, onChange);
    window.removeEventListener('storage', onChange);
  };
}
