import { translate } from '@docusaurus/Translate';
import GrantFields from '@theme/ApiExplorer/GrantFields';
import Select from '@theme/ApiExplorer/Select';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { say } from '../../../client/app/words.ts';
import { type Applicant, getToken, redirectUri } from '../../../client/console/get-token.ts';
import type { StoredSecret } from '../../../client/console/secrets.ts';
import type { SecretStore } from '../../../client/console/use-secrets.ts';
import type { Grant as GrantModel } from '../../../model/request/grant.ts';

export interface Props {
  readonly scheme: string;
  readonly grants: readonly GrantModel[];
  readonly store: SecretStore;
}

type OAuth = typeof import('../../../client/console/oauth.ts');

/** Gets a token from an authorization server. */
export default function Grant({ scheme, grants, store }: Props): ReactNode {
  const secret: StoredSecret = store.secrets[scheme] ?? {};
  const id = useId();
  const [chosen, setChosen] = useState(0);
  const [applicant, setApplicant] = useState<Applicant>(() => ({
    clientId: secret.clientId ?? '',
    clientSecret: secret.clientSecret ?? '',
    scopes: requiredScopes(grants[0]),
  }));
  const [status, setStatus] = useState('');
  const [isBusy, setBusy] = useState(false);
  const oauth = useOAuth();
  const grant = grants[chosen];
  if (!grant) return null;
  const authorize = (): void => {
    if (!oauth || isBusy) return;
    const { clientId, clientSecret = '' } = applicant;
    setBusy(true);
    setStatus(translate({ id: 'ref.try.waiting', message: 'Waiting for a response' }));
    getToken(grant, applicant, oauth)
      .then(
        (token) => {
          store.keep(scheme, { clientId, clientSecret, ...token });
          setStatus(receivedText(token.expires));
        },
        (error: Error) => setStatus(error.message),
      )
      .finally(() => setBusy(false));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    // Enter would send the request.
    event.preventDefault();
    authorize();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is inside a fieldset.
    <div
      role="group"
      aria-labelledby={`${id}-name`}
      className="ref-try-grant"
      onKeyDown={onKeyDown}
    >
      <p id={`${id}-name`}>{translate({ id: 'ref.try.getToken', message: 'Get a token' })}</p>
      {grants.length > 1 && (
        <Select
          label={translate({ id: 'ref.try.flow', message: 'Flow' })}
          options={grants.map(({ type }) => say(`ref.flow.${type}`))}
          value={chosen}
          onChange={({ target }) => {
            setChosen(Number(target.value));
            setApplicant({ ...applicant, scopes: requiredScopes(grants[Number(target.value)]) });
          }}
        />
      )}
      <GrantFields grant={grant} applicant={applicant} onChange={setApplicant} />
      {grant.type === 'authorizationCode' && (
        <p className="ref-quiet">
          {translate({ id: 'ref.try.redirect', message: 'Redirect URI to register:' })}{' '}
          <code>{redirectUri()}</code>
        </p>
      )}
      <button
        type="button"
        className="ref-button"
        disabled={!oauth || isBusy || applicant.clientId === ''}
        onClick={authorize}
      >
        {say(`ref.flow.${grant.type}`)}:{' '}
        {translate({ id: 'ref.try.authorize', message: 'get token' })}
      </button>
      <p role="status">{status}</p>
    </div>
  );
}

/** The OAuth code, loaded before the click that needs it at once. */
function useOAuth(): OAuth | undefined {
  const [oauth, setOAuth] = useState<OAuth>();
  useEffect(() => {
    const load = import(/* webpackChunkName: "console-oauth" */ '../../../client/console/oauth.ts');
    load.then(
      (module) => setOAuth(module),
      () => {},
    );
  }, []);
  return oauth;
}

function requiredScopes(grant: GrantModel | undefined): readonly string[] {
  return (grant?.scopes ?? []).filter(({ isRequired }) => isRequired).map(({ name }) => name);
}

function receivedText(expires: number | undefined): string {
  return expires === undefined
    ? translate({ id: 'ref.try.tokenCame', message: 'Token received.' })
    : translate(
        { id: 'ref.try.tokenExpires', message: 'Token received. Expires at {time}.' },
        { time: new Date(expires).toLocaleTimeString() },
      );
}
