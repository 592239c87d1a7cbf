import { translate } from '@docusaurus/Translate';
import TextField from '@theme/ApiExplorer/TextField';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import {
  chosenEnvironment,
  environmentOf,
  keepEnvironment,
  readEnvironments,
  removeEnvironment,
  serverOf,
} from '../../../client/console/environments.ts';
import { needsHost } from '../../../model/request/chosen-server.ts';

export interface Props {
  /** What the reader who has shared a link calls its server. */
  readonly sharedName: string | undefined;
}

/** Servers that the reader has named, with their variables: to choose, to save and to remove. */
export default function Environments({ sharedName = '' }: Props): ReactNode {
  const { form, values, change, errorOf, isFromLink } = useConsole();
  const { api } = form.context.page;
  const [environments, setEnvironments] = useState(() => readEnvironments(api));
  const [name, setName] = useState(sharedName);
  const [status, setStatus] = useState('');
  const select = useRef<HTMLSelectElement>(null);
  const id = useId();
  const chosen = chosenEnvironment(form, values, environments);
  const isComplete = !(needsHost(form, values) && values.host.trim() === '') && !errorOf('host');
  const refresh = (text: string): void => {
    setEnvironments(readEnvironments(api));
    // The link to copy has the name.
    change({});
    setStatus(text);
    // The pressed button disappears.
    select.current?.focus();
  };
  const save = (): void => {
    keepEnvironment(api, environmentOf(form, values, name.trim()));
    setName('');
    refresh(translate({ id: 'ref.try.environmentSaved', message: 'Saved in this browser.' }));
  };
  const choose = (wanted: string): void => {
    const environment = environments.find((one) => one.name === wanted);
    const server = environment && serverOf(form, environment);
    if (server) change(server);
    setStatus('');
  };
  return (
    <>
      <div className="ref-try-item">
        <label htmlFor={id}>
          {translate({ id: 'ref.try.environment', message: 'Environment' })}
        </label>
        <select
          id={id}
          ref={select}
          value={chosen?.name ?? ''}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="" disabled={environments.length > 0}>
            {translate({ id: 'ref.try.noEnvironment', message: 'None' })}
          </option>
          {environments.map((environment) => (
            <option
              key={environment.name}
              // Of another operation.
              disabled={serverOf(form, environment) === undefined}
            >
              {environment.name}
            </option>
          ))}
        </select>
      </div>
      {!isFromLink &&
        (chosen ? (
          <button
            type="button"
            className="ref-button"
            onClick={() => {
              removeEnvironment(api, chosen.name);
              refresh(translate({ id: 'ref.try.environmentRemoved', message: 'Removed.' }));
            }}
          >
            {translate({ id: 'ref.try.removeEnvironment', message: 'Remove environment' })}
          </button>
        ) : (
          <>
            <TextField
              label={translate({ id: 'ref.try.environmentName', message: 'Name of this server' })}
              type="text"
              value={name}
              onChange={setName}
            />
            <button
              type="button"
              className="ref-button"
              disabled={name.trim() === '' || !isComplete}
              onClick={save}
            >
              {translate({ id: 'ref.try.saveEnvironment', message: 'Save environment' })}
            </button>
          </>
        ))}
      <p role="status">{status}</p>
    </>
  );
}
