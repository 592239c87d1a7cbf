import '../../../css/console.css';
import { translate } from '@docusaurus/Translate';
import SecretFields, { KeptNote } from '@theme/ApiExplorer/SecretFields';
import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import { say } from '../../../client/app/words.ts';
import { rememberedServer } from '../../../client/console/remembered.ts';
import { useSecrets } from '../../../client/console/use-secrets.ts';
import { closeOnBack } from '../../../client/page/back.ts';
import { createContext } from '../../../model/page/context.ts';
import { mainSchemes } from '../../../model/request/api-security.ts';
import { chosenBaseUrl, initialServer, needsHost } from '../../../model/request/chosen-server.ts';
import { buildServers } from '../../../model/request/server.ts';
import type { SliceDocument } from '../../../slices/slice.ts';

export interface Props {
  /** Of the info page of the API. */
  readonly slice: SliceDocument;
  readonly onClose: () => void;
}

/**
 * A dialog for the credentials of an API: those that most operations accept, for the server that the reader has chosen.
 * The console uses the same, and samples are copied with them.
 */
export default function Credentials({ slice, onClose }: Props): ReactNode {
  const { context, servers, schemes } = useMemo(() => credentialsIn(slice), [slice]);
  const { page } = context;
  const operation = { servers };
  const chosen = initialServer(operation, rememberedServer(page.api));
  const baseUrl = chosenBaseUrl({ operation }, chosen);
  const hasHost = chosen.host !== '' || !needsHost({ operation }, chosen);
  const store = useSecrets(page, baseUrl, hasHost, false);
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector('input')?.focus();
    return closeOnBack(() => element?.close(), true);
  }, []);
  const isGiven = schemes.some(({ scheme }) => store.secrets[scheme.name] !== undefined);
  const clear = (): void => {
    store.clear(schemes.map(({ scheme }) => scheme.name));
    dialog.current?.querySelector('input')?.focus();
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
      <form method="dialog" noValidate>
        <h2 id={title}>{translate({ id: 'ref.authentication', message: 'Authentication' })}</h2>
        <p>
          {translate({
            id: 'ref.try.forAll',
            message: 'For “Try it” and copied samples on all pages of this API.',
          })}
        </p>
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
        <p className="ref-quiet">
          {translate({ id: 'ref.try.baseUrl', message: 'Base URL:' })} <code>{baseUrl}</code>
        </p>
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
