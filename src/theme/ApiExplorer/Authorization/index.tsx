import { translate } from '@docusaurus/Translate';
import SecretFields, { KeptNote } from '@theme/ApiExplorer/SecretFields';
import Select from '@theme/ApiExplorer/Select';
import type { ReactNode } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import { hasStoredSecrets } from '../../../client/console/secrets.ts';
import { credentialsOf, missingSecrets } from '../../../model/request/credentials.ts';
import type { SecurityAlternative } from '../../../model/request/security.ts';

/** The authentication of the request: one of the alternatives, with a secret for each of its schemes. */
export default function Authorization(): ReactNode {
  const { form, values, baseUrl, store, change, isFromLink } = useConsole();
  const { context } = form;
  const alternatives = form.operation.security;
  const chosen = alternatives[Number(values.alternative)];
  // No secrets are asked for that a server from a link could receive.
  if (!chosen || isFromLink) return null;
  return (
    <fieldset className="ref-try-secrets">
      <legend>{translate({ id: 'ref.authentication', message: 'Authentication' })}</legend>
      {alternatives.length > 1 && (
        <Select
          label={translate({ id: 'ref.try.alternative', message: 'Authenticate with' })}
          options={namesOf(alternatives)}
          value={values.alternative}
          onChange={({ target }) => change({ alternative: target.value })}
        />
      )}
      {/* Another alternative may require other scopes of the same scheme. */}
      {chosen.schemes.map((requirement) => (
        <SecretFields
          key={`${values.alternative} ${requirement.scheme.name}`}
          requirement={requirement}
          context={context}
          baseUrl={baseUrl}
          store={store}
        />
      ))}
      <Missing chosen={chosen} />
      {chosen.schemes.length > 0 && <KeptNote persistence={context.page.authPersistence} />}
    </fieldset>
  );
}

/** What is missing from the request. */
function Missing({ chosen }: { readonly chosen: SecurityAlternative }): ReactNode {
  const { form, store } = useConsole();
  const missing = missingSecrets(chosen, form.context, store.secrets);
  if (missing.length === 0) return null;
  const { api } = form.context.page;
  const hasOthers = Object.keys(store.secrets).length === 0 && hasStoredSecrets(api);
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
      {hasOthers &&
        ` ${translate({
          id: 'ref.try.otherServer',
          message: 'Credentials that you entered for another server are not sent to this one.',
        })}`}
    </p>
  );
}

/** What the schemes are called, with their scopes if several alternatives have the same names. */
function namesOf(alternatives: readonly SecurityAlternative[]): string[] {
  const names = alternatives.map(({ schemes }) =>
    schemes.length === 0
      ? translate({ id: 'ref.withoutAuthentication', message: 'No authentication' })
      : schemes.map(({ scheme }) => scheme.label).join(' + '),
  );
  return alternatives.map(({ schemes }, index) => {
    const name = names[index] ?? '';
    const scopes = schemes.flatMap((scheme) => scheme.scopes.map((scope) => scope.name));
    const isAlone = names.indexOf(name) === names.lastIndexOf(name);
    return isAlone || scopes.length === 0 ? name : `${name} (${scopes.join(', ')})`;
  });
}
