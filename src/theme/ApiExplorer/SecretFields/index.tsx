import { translate } from '@docusaurus/Translate';
import TextField from '@theme/ApiExplorer/TextField';
import { type ReactNode, Suspense } from 'react';
import { lazyPart } from '../../../client/console/lazy-part.ts';
import type { SecretsOf, StoredSecret } from '../../../client/console/secrets.ts';
import type { SecretStore } from '../../../client/console/use-secrets.ts';
import type { ModelContext } from '../../../model/page/context.ts';
import { isBasic, schemeOf } from '../../../model/request/credentials.ts';
import { grantsOf } from '../../../model/request/grant.ts';
import type { SecurityAlternative } from '../../../model/request/security.ts';

const Grant = lazyPart(
  () => import(/* webpackChunkName: "console-grant" */ '@theme/ApiExplorer/Grant'),
);

export interface Props {
  readonly requirement: SecurityAlternative['schemes'][number];
  readonly context: ModelContext;
  /** Of the server that the secrets are for. */
  readonly baseUrl: string;
  readonly store: SecretStore;
}

/** The fields for the secrets of a scheme, and the ways to get a token. */
export default function SecretFields({ requirement, context, baseUrl, store }: Props): ReactNode {
  const { name, title } = requirement.scheme;
  const scheme = schemeOf(name, context);
  const { type, in: place } = scheme;
  if (type === 'mutualTLS')
    return (
      <p>
        {title}:{' '}
        {translate({
          id: 'ref.try.mutualTLS',
          message: 'your browser will ask for a client certificate.',
        })}
      </p>
    );
  const grants = grantsOf(requirement, baseUrl, context);
  return (
    <>
      {isBasic(scheme) ? (
        <>
          <SecretField
            scheme={name}
            store={store}
            part="username"
            label={translate({ id: 'ref.try.username', message: 'Username' })}
          />
          <SecretField
            scheme={name}
            store={store}
            part="password"
            label={translate({ id: 'ref.try.password', message: 'Password' })}
          />
        </>
      ) : (
        <SecretField
          scheme={name}
          store={store}
          part="token"
          label={type === 'apiKey' ? title : translate({ id: 'ref.try.token', message: 'Token' })}
        />
      )}
      {grants.length > 0 && (
        <Suspense>
          <Grant scheme={name} grants={grants} store={store} />
        </Suspense>
      )}
      {place === 'cookie' && (
        <p className="ref-quiet">
          {translate({
            id: 'ref.try.cookieKey',
            message:
              'Browsers let a page send cookies only to its own host. For other hosts, use the curl sample.',
          })}
        </p>
      )}
    </>
  );
}

interface SecretFieldProps {
  readonly scheme: string;
  readonly part: 'token' | 'username' | 'password';
  readonly label: string;
  readonly store: SecretStore;
}

/** A secret: hidden unless it is a user name, and stored as it is typed. */
function SecretField({ scheme, part, label, store }: SecretFieldProps): ReactNode {
  const secret: StoredSecret = store.secrets[scheme] ?? {};
  return (
    <TextField
      label={label}
      type={part === 'username' ? 'text' : 'password'}
      value={secret[part] ?? ''}
      onChange={(value) => {
        const { expires: _, ...others } = secret;
        store.keep(scheme, { ...others, [part]: value });
      }}
    />
  );
}

/** Where the secrets are kept, and how long. */
export function KeptNote({
  persistence,
}: {
  readonly persistence: SecretsOf['authPersistence'];
}): ReactNode {
  const notes = {
    tab: translate({
      id: 'ref.try.kept',
      message: 'Stored only in this tab, for this server. Cleared when you close it.',
    }),
    browser: translate({
      id: 'ref.try.keptInBrowser',
      message: 'Stored in this browser, for this server, until you remove it.',
    }),
    nowhere: translate({
      id: 'ref.try.notKept',
      message: 'Not stored. Cleared when you close “Try it”.',
    }),
  };
  const place = persistence === undefined ? 'tab' : persistence ? 'browser' : 'nowhere';
  return <p className="ref-quiet">{notes[place]}</p>;
}
