import { translate } from '@docusaurus/Translate';
import Grant from '@theme/ApiExplorer/Grant';
import Select from '@theme/ApiExplorer/Select';
import TextField from '@theme/ApiExplorer/TextField';
import type { ReactNode } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import type { StoredSecret } from '../../../client/console/secrets.ts';
import {
  credentialsOf,
  isBasic,
  missingSecrets,
  schemeOf,
} from '../../../model/request/credentials.ts';
import { grantsOf } from '../../../model/request/grant.ts';
import type { SecurityAlternative } from '../../../model/request/security.ts';

type Requirement = SecurityAlternative['schemes'][number];

/** The authentication of the request: one of the alternatives, with a secret for each of its schemes. */
export default function Authorization(): ReactNode {
  const { form, fields, values, isFromLink } = useConsole();
  const alternatives = form.operation.security;
  const chosen = alternatives[Number(values.alternative)];
  // No secrets are asked for that a server from a link could receive.
  if (!chosen || isFromLink) return null;
  return (
    <fieldset>
      <legend>{translate({ id: 'ref.authentication', message: 'Authentication' })}</legend>
      {alternatives.length > 1 && (
        <Select
          label={translate({ id: 'ref.try.alternative', message: 'Authenticate with' })}
          options={namesOf(alternatives)}
          {...fields.register('alternative')}
        />
      )}
      {/* Another alternative may require other scopes of the same scheme. */}
      {chosen.schemes.map((requirement) => (
        <Scheme
          key={`${values.alternative} ${requirement.scheme.name}`}
          requirement={requirement}
        />
      ))}
      <Missing chosen={chosen} />
      {chosen.schemes.length > 0 && (
        <p className="ref-quiet">
          {translate({
            id: 'ref.try.kept',
            message: 'Stored only in this tab, for this server. Cleared when you close it.',
          })}
        </p>
      )}
    </fieldset>
  );
}

/** What is missing from the request. */
function Missing({ chosen }: { readonly chosen: SecurityAlternative }): ReactNode {
  const { form, store } = useConsole();
  const missing = missingSecrets(chosen, form.context, store.secrets);
  if (missing.length === 0) return null;
  const isAll = missing.length === credentialsOf(chosen, form.context).length;
  return (
    <p role="status">
      {isAll
        ? translate({
            id: 'ref.try.unauthenticated',
            message: 'No credentials entered: the request is sent without authentication.',
          })
        : translate(
            {
              id: 'ref.try.missingSecrets',
              message: 'The request is sent without {names}.',
            },
            { names: missing.join(', ') },
          )}
    </p>
  );
}

/** The names of the schemes, with their scopes if several alternatives have the same names. */
function namesOf(alternatives: readonly SecurityAlternative[]): string[] {
  const names = alternatives.map(({ schemes }) =>
    schemes.length === 0
      ? translate({ id: 'ref.withoutAuthentication', message: 'No authentication' })
      : schemes.map(({ scheme }) => scheme.name).join(' + '),
  );
  return alternatives.map(({ schemes }, index) => {
    const name = names[index] ?? '';
    const scopes = schemes.flatMap((scheme) => scheme.scopes.map((scope) => scope.name));
    const isAlone = names.indexOf(name) === names.lastIndexOf(name);
    return isAlone || scopes.length === 0 ? name : `${name} (${scopes.join(', ')})`;
  });
}

function Scheme({ requirement }: { readonly requirement: Requirement }): ReactNode {
  const { form, baseUrl } = useConsole();
  const { name, title } = requirement.scheme;
  const scheme = schemeOf(name, form.context);
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
  const grants = grantsOf(requirement, baseUrl, form.context);
  return (
    <>
      {isBasic(scheme) ? (
        <>
          <SecretField
            scheme={name}
            part="username"
            label={translate({ id: 'ref.try.username', message: 'Username' })}
          />
          <SecretField
            scheme={name}
            part="password"
            label={translate({ id: 'ref.try.password', message: 'Password' })}
          />
        </>
      ) : (
        <SecretField
          scheme={name}
          part="token"
          label={type === 'apiKey' ? title : translate({ id: 'ref.try.token', message: 'Token' })}
        />
      )}
      {grants.length > 0 && <Grant scheme={name} grants={grants} />}
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
}

/** A secret: hidden unless it is a user name, and stored as it is typed. */
function SecretField({ scheme, part, label }: SecretFieldProps): ReactNode {
  const { store } = useConsole();
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
