import { translate } from '@docusaurus/Translate';
import { type ReactNode, useId } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import type { ServerModel } from '../../../model/page/page.ts';
import { isHost } from '../../../model/request/form-values.ts';
import { isRelative } from '../../../model/request/request.ts';

/** Where the request goes: a server of the document with its variables, or a custom one. */
export default function Server(): ReactNode {
  const { form, values, baseUrl, isFromLink } = useConsole();
  const { servers } = form.operation;
  const server = servers[Number(values.server)];
  const needsHost = isRelative(server);
  // A custom host is entered anyway.
  const hasChoice = servers.length > 1 || (servers[0] !== undefined && !isRelative(servers[0]));
  return (
    <fieldset>
      <legend>{translate({ id: 'ref.try.server', message: 'Server' })}</legend>
      {hasChoice && <Choice servers={servers} />}
      {server?.variables.map((variable, index) => (
        <Variable key={variable.name} variable={variable} index={index} />
      ))}
      {needsHost && <Host isOwn={values.server === 'own' || server === undefined} />}
      <p className="ref-quiet">
        {translate({ id: 'ref.try.baseUrl', message: 'Base URL:' })} <code>{baseUrl}</code>
        {isFromLink && ` (${translate({ id: 'ref.try.fromLink', message: 'from a link' })})`}
      </p>
    </fieldset>
  );
}

function Choice({ servers }: { readonly servers: readonly ServerModel[] }): ReactNode {
  const { fields } = useConsole();
  const choose = (chosen: string): void => {
    const variables = servers[Number(chosen)]?.variables ?? [];
    fields.setValue(
      'variables',
      variables.map((variable) => variable.default ?? ''),
    );
  };
  return (
    <div className="ref-try-wide">
      <select
        aria-label={translate({ id: 'ref.try.server', message: 'Server' })}
        {...fields.register('server', { onChange: ({ target }) => choose(target.value) })}
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
}

function Variable({ variable, index }: VariableProps): ReactNode {
  const { fields } = useConsole();
  const id = useId();
  const registered = fields.register(`variables.${index}`);
  return (
    <div className="ref-try-item">
      <label htmlFor={id}>
        <code>{variable.name}</code>
      </label>
      {variable.enum.length > 0 ? (
        <select id={id} {...registered}>
          {variable.enum.map((value) => (
            <option key={value}>{value}</option>
          ))}
        </select>
      ) : (
        <input id={id} {...registered} autoComplete="off" spellCheck={false} />
      )}
    </div>
  );
}

function Host({ isOwn }: { readonly isOwn: boolean }): ReactNode {
  const { fields, store } = useConsole();
  const id = useId();
  const error = fields.formState.errors.host;
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
          {...fields.register('host', {
            onBlur: () => store.settle(),
            validate: (host) =>
              isHost(host) ||
              translate({
                id: 'ref.try.hostNeeded',
                message:
                  'Enter the base URL of the API: http or https, without a user name or query, such as https://api.example.com',
              }),
          })}
        />
        {error && (
          <p className="ref-try-error" id={`${id}-error`}>
            {error.message}
          </p>
        )}
      </div>
    </div>
  );
}
