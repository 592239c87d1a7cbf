import { translate } from '@docusaurus/Translate';
import TextField from '@theme/ApiExplorer/TextField';
import { type ReactNode, useId } from 'react';
import type { Applicant } from '../../../client/console/get-token.ts';
import type { Grant } from '../../../model/request/grant.ts';

export interface Props {
  readonly grant: Grant;
  readonly applicant: Applicant;
  readonly onChange: (applicant: Applicant) => void;
}

type TextPart = 'clientId' | 'clientSecret' | 'username' | 'password';

/** The fields that an authorization server requires for a token. */
export default function GrantFields({ grant, applicant, onChange }: Props): ReactNode {
  const text = (part: TextPart, label: string, type: 'text' | 'password'): ReactNode => (
    <TextField
      label={label}
      type={type}
      value={applicant[part] ?? ''}
      onChange={(value) => onChange({ ...applicant, [part]: value })}
    />
  );
  const secretLabel =
    grant.type === 'clientCredentials'
      ? translate({ id: 'ref.try.clientSecret', message: 'Client secret' })
      : translate({
          id: 'ref.try.clientSecretOptional',
          message: 'Client secret (if any)',
        });
  return (
    <>
      {text('clientId', translate({ id: 'ref.try.clientId', message: 'Client ID' }), 'text')}
      {text('clientSecret', secretLabel, 'password')}
      {grant.type === 'password' && (
        <>
          {text('username', translate({ id: 'ref.try.username', message: 'Username' }), 'text')}
          {text('password', translate({ id: 'ref.try.password', message: 'Password' }), 'password')}
        </>
      )}
      <Scopes grant={grant} applicant={applicant} onChange={onChange} />
    </>
  );
}

function Scopes({ grant, applicant, onChange }: Props): ReactNode {
  const id = useId();
  if (grant.scopes.length === 0) return null;
  const toggle = (name: string, isOn: boolean): void => {
    const others = applicant.scopes.filter((scope) => scope !== name);
    onChange({ ...applicant, scopes: isOn ? [...others, name] : others });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is inside a fieldset of the form.
    <div className="ref-try-item" role="group" aria-labelledby={id}>
      <span id={id}>{translate({ id: 'ref.try.scopes', message: 'Scopes' })}</span>
      <div className="ref-try-options">
        {grant.scopes.map(({ name, description }) => (
          <label key={name} title={description}>
            <input
              type="checkbox"
              checked={applicant.scopes.includes(name)}
              onChange={({ target }) => toggle(name, target.checked)}
            />{' '}
            {name}
          </label>
        ))}
      </div>
    </div>
  );
}
