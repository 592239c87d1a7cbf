import '../../../css/console.css';
import { translate } from '@docusaurus/Translate';
import SecretFields, { KeptNote } from '@theme/ApiExplorer/SecretFields';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { say } from '../../../client/app/words.ts';
import { chooseServer } from '../../../client/console/choose-server.ts';
import { hostNeeded } from '../../../client/console/field-errors.ts';
import { rememberedServer } from '../../../client/console/remembered.ts';
import { useSecrets } from '../../../client/console/use-secrets.ts';
import { closeOnBack } from '../../../client/page/back.ts';
import { createContext } from '../../../model/page/context.ts';
import { mainSchemes } from '../../../model/request/api-security.ts';
import { chosenBaseUrl, hasHost, initialServer } from '../../../model/request/chosen-server.ts';
import { buildServers } from '../../../model/request/server.ts';
import { typedServer } from '../../../model/request/typed-server.ts';
import type { SliceDocument } from '../../../slices/slice.ts';

export interface Props {
  /** Of the info page of the API. */
  readonly slice: SliceDocument;
  readonly onClose: () => void;
}

/**
 * A dialog for where an API is and the credentials for it: those that most operations accept. The console uses the same,
 * and samples are copied with them.
 */
export default function Credentials({ slice, onClose }: Props): ReactNode {
  const { context, servers, schemes } = useMemo(() => credentialsIn(slice), [slice]);
  const { page } = context;
  const api = useMemo(() => ({ operation: { servers } }), [servers]);
  const [chosen, setChosen] = useState(() =>
    initialServer(api.operation, rememberedServer(page.api)),
  );
  const baseUrl = chosenBaseUrl(api, chosen);
  const [url, setUrl] = useState(baseUrl);
  const [isWrong, setWrong] = useState(false);
  const store = useSecrets(page, baseUrl, hasHost(api, chosen), false);
  /** Takes the URL as it is now; false if it is none. */
  const choose = (): boolean => {
    if (url === baseUrl) return true;
    const typed = typedServer(url, api.operation);
    setWrong(!typed);
    if (!typed) return false;
    const values = initialServer(api.operation, typed);
    setChosen(values);
    setUrl(chosenBaseUrl(api, values));
    chooseServer(page.api, api, values);
    return true;
  };
  // The credentials for another server, or those that were entered before it was named.
  useEffect(() => void store.settle(), [baseUrl]);
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const field = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // What is missing: where the API is, or the credentials for it.
    const isKnown = hasHost(api, chosen);
    element?.querySelector<HTMLInputElement>(isKnown ? 'fieldset input' : 'input')?.select();
    return closeOnBack(() => element?.close(), true);
  }, []);
  const isGiven = schemes.some(({ scheme }) => store.secrets[scheme.name] !== undefined);
  const clear = (): void => {
    store.clear(schemes.map(({ scheme }) => scheme.name));
    dialog.current?.querySelector<HTMLElement>('fieldset input')?.focus();
  };
  return (
    <dialog
      ref={dialog}
      className="ref-try"
      aria-labelledby={title}
      onClose={onClose}
      // A click beside it; not in TypeScript's library yet.
      {...{ closedby: 'any' }}
    >
      {/* Enter closes it, as everything has been kept. */}
      <form
        method="dialog"
        noValidate
        onSubmit={(event) => {
          if (!choose()) event.preventDefault();
        }}
      >
        <h2 id={title}>{translate({ id: 'ref.try.access', message: 'Server and credentials' })}</h2>
        <p>
          {translate({
            id: 'ref.try.forAll',
            message: 'For “Try it” and copied samples on all pages of this API.',
          })}
        </p>
        <div className="ref-try-item">
          <label htmlFor={field}>{translate({ id: 'ref.try.ownUrl', message: 'Base URL' })}</label>
          <div>
            <input
              id={field}
              type="url"
              autoComplete="url"
              spellCheck={false}
              aria-invalid={isWrong || undefined}
              aria-describedby={isWrong ? `${field}-error` : undefined}
              value={url}
              onChange={({ target }) => setUrl(target.value)}
              onBlur={choose}
            />
            {isWrong && (
              <p className="ref-try-error" id={`${field}-error`}>
                {hostNeeded()}
              </p>
            )}
          </div>
        </div>
        {schemes.map((requirement) => (
          <fieldset key={requirement.scheme.name}>
            {schemes.length > 1 && <legend>{requirement.scheme.label}</legend>}
            <SecretFields
              requirement={requirement}
              context={context}
              baseUrl={baseUrl}
              store={store}
            />
          </fieldset>
        ))}
        <KeptNote persistence={page.authPersistence} />
        <div className="ref-try-tools">
          <button type="submit" className="ref-button ref-try-primary">
            {translate({ id: 'ref.try.done', message: 'Done' })}
          </button>
          <button
            type="button"
            className="ref-button"
            aria-disabled={!isGiven}
            onClick={() => isGiven && clear()}
          >
            {translate({ id: 'ref.try.clear', message: 'Clear' })}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function credentialsIn(slice: SliceDocument) {
  const context = createContext(slice, { say });
  const servers = buildServers([context.document.servers], context);
  return { context, servers, schemes: mainSchemes(context) };
}
