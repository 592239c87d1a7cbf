import { translate } from '@docusaurus/Translate';
import { type ChangeEvent, type ReactNode, Suspense, useId, useState } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import { readEnvironments } from '../../../client/console/environments.ts';
import { lazyPart } from '../../../client/console/lazy-part.ts';
import { sharedEnvironment } from '../../../client/console/share.ts';
import type { ServerModel } from '../../../model/page/page.ts';
import { needsHost, pastedServer } from '../../../model/request/chosen-server.ts';
import { isRelative } from '../../../model/request/server-url.ts';

const Environments = lazyPart(
  () => import(/* webpackChunkName: "console-environments" */ '@theme/ApiExplorer/Environments'),
);

/** Where the request goes: a server of the document with its variables, or a custom one. */
export default function Server(): ReactNode {
  const { form, values, baseUrl, isFromLink, change } = useConsole();
  const [isPasted, setPasted] = useState(false);
  const { servers } = form.operation;
  const server = servers[Number(values.server)];
  const sharedName = sharedEnvironment(location.hash);
  const [areEnvironmentsOpen, setEnvironmentsOpen] = useState(
    () => sharedName !== undefined || readEnvironments(form.context.page.api).length > 0,
  );
  // A custom host is entered anyway.
  const hasChoice = servers.length > 1 || (servers[0] !== undefined && !isRelative(servers[0]));
  return (
    <fieldset>
      <legend>{translate({ id: 'ref.try.server', message: 'Server' })}</legend>
      {hasChoice && <Choice servers={servers} onChoose={() => setPasted(false)} />}
      {server?.variables.map((variable, index) => (
        <Variable
          key={variable.name}
          variable={variable}
          index={index}
          serverUrl={server.url}
          onBaseUrl={(host) => {
            setPasted(true);
            change({ server: 'own', host, variables: [] });
          }}
        />
      ))}
      {needsHost(form, values) && (
        <Host isOwn={values.server === 'own' || server === undefined} isPasted={isPasted} />
      )}
      <p className="ref-quiet">
        {translate({ id: 'ref.try.baseUrl', message: 'Base URL:' })} <code>{baseUrl}</code>
        {isFromLink && ` (${translate({ id: 'ref.try.fromLink', message: 'from a link' })})`}
      </p>
      {areEnvironmentsOpen ? (
        <Suspense>
          <Environments sharedName={sharedName} />
        </Suspense>
      ) : (
        <button type="button" className="ref-button" onClick={() => setEnvironmentsOpen(true)}>
          {translate({ id: 'ref.try.environments', message: 'Environments' })}
        </button>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly servers: readonly ServerModel[];
  readonly onChoose: () => void;
}

function Choice({ servers, onChoose }: ChoiceProps): ReactNode {
  const { form, values, baseUrl, isFromLink, change } = useConsole();
  const choose = (server: string): void => {
    onChoose();
    const variables = servers[Number(server)]?.variables ?? [];
    // A custom URL starts as the one that it replaces, unless that is somebody else's.
    const isKept =
      server === 'own' && values.host === '' && !needsHost(form, values) && !isFromLink;
    change({
      server,
      variables: variables.map((variable) => variable.default ?? ''),
      ...(isKept && { host: baseUrl }),
    });
  };
  return (
    <div className="ref-try-wide">
      <select
        aria-label={translate({ id: 'ref.try.server', message: 'Server' })}
        value={values.server}
        onChange={({ target }) => choose(target.value)}
      >
        {servers.map(({ url, description }, index) => (
          <option key={`${index} ${url}`} value={index}>
            {description ? `${url} (${description})` : url}
          </option>
        ))}
        <option value="own">
          {translate({ id: 'ref.try.ownServer', message: 'Custom base URL' })}
        </option>
      </select>
    </div>
  );
}

interface VariableProps {
  readonly variable: ServerModel['variables'][number];
  readonly index: number;
  readonly serverUrl: string;
  /** Somebody has pasted another URL than that of the server. */
  readonly onBaseUrl: (url: string) => void;
}

function Variable({ variable, index, serverUrl, onBaseUrl }: VariableProps): ReactNode {
  const { values, change } = useConsole();
  const id = useId();
  const current = values.variables[index] ?? '';
  const onChange = (text: string): void => {
    // Whoever types is not done yet.
    const isPasted = text.length > current.length + 1;
    const pasted = isPasted ? pastedServer(text, serverUrl, variable.name) : undefined;
    if (pasted && 'baseUrl' in pasted) onBaseUrl(pasted.baseUrl);
    else change({ variables: values.variables.with(index, pasted?.value ?? text) });
  };
  const common = {
    id,
    value: current,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      onChange(target.value),
  };
  return (
    <div className="ref-try-item">
      <label htmlFor={id}>
        <code>{variable.name}</code>
      </label>
      {variable.enum.length > 0 ? (
        <select {...common}>
          {variable.enum.map((value) => (
            <option key={value}>{value}</option>
          ))}
        </select>
      ) : (
        <input {...common} autoComplete="off" spellCheck={false} />
      )}
    </div>
  );
}

interface HostProps {
  readonly isOwn: boolean;
  /** Whether its value was pasted into the field that it replaces. */
  readonly isPasted: boolean;
}

function Host({ isOwn, isPasted }: HostProps): ReactNode {
  const { values, change, errorOf, store } = useConsole();
  const id = useId();
  const error = errorOf('host');
  return (
    <div className="ref-try-item">
      <label htmlFor={id}>
        {isOwn
          ? translate({ id: 'ref.try.ownUrl', message: 'Base URL' })
          : translate({ id: 'ref.try.host', message: 'Your instance' })}
      </label>
      <div>
        <input
          id={id}
          type="url"
          placeholder="https://api.example.com"
          autoComplete="url"
          spellCheck={false}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error && `${id}-error`}
          // biome-ignore lint/a11y/noAutofocus: the field that has the focus is replaced by this one.
          autoFocus={isPasted}
          value={values.host}
          onChange={({ target }) => change({ host: target.value }, 'host')}
          onBlur={() => store.settle()}
        />
        {error && (
          <p className="ref-try-error" id={`${id}-error`}>
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
