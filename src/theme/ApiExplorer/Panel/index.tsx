import { translate } from '@docusaurus/Translate';
import Authorization from '@theme/ApiExplorer/Authorization';
import Body from '@theme/ApiExplorer/Body';
import Execute from '@theme/ApiExplorer/Execute';
import LinkedServer from '@theme/ApiExplorer/LinkedServer';
import ParamOptions from '@theme/ApiExplorer/ParamOptions';
import Response from '@theme/ApiExplorer/Response';
import Server from '@theme/ApiExplorer/Server';
import Share from '@theme/ApiExplorer/Share';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { ConsoleProvider } from '../../../client/console/console-context.tsx';
import { filesOf } from '../../../client/console/files.ts';
import { browserRequest } from '../../../client/console/request-init.ts';
import { useConsoleState } from '../../../client/console/use-console-state.ts';
import { useExchange } from '../../../client/console/use-exchange.ts';
import type { RequestForm } from '../../../model/request/request-form.ts';

export interface Props {
  readonly form: RequestForm;
  readonly hash: string;
  readonly onClose: () => void;
}

/** The form, the Send button and the response, one below the other. */
export default function Panel({ form, hash, onClose }: Props): ReactNode {
  const { console, isShared, trustLinked, leaveLinked, requestWith } = useConsoleState(form, hash);
  const { hideSendButton, proxy, requestCredentials, ...page } = form.context.page;
  const { sent, isBusy, send, cancel } = useExchange(page.requestTimeout);
  const [usesProxy, setUsesProxy] = useState(page.usesProxy === true);
  const heading = useRef<HTMLHeadingElement>(null);
  const trust = useRef<HTMLButtonElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const prepare = (request = console.request) =>
    browserRequest(request, filesOf(form, console.values), {
      proxy: usesProxy ? proxy : undefined,
      cookies: requestCredentials,
    });
  const submit = console.fields.handleSubmit(() => {
    if (hideSendButton) return;
    const request = requestWith(console.store.settle());
    send(request, prepare(request));
  });
  const refuse = (event: FormEvent): void => {
    event.preventDefault();
    trust.current?.focus();
  };
  // The pressed button disappears.
  const after = (choose: () => void) => (): void => {
    choose();
    heading.current?.focus();
  };
  return (
    <ConsoleProvider value={console}>
      <form className="ref-try" noValidate onSubmit={console.isFromLink ? refuse : submit}>
        <div className="ref-title">
          <h2 ref={heading} tabIndex={-1} id="try">
            {translate({ id: 'ref.try', message: 'Try it' })}
          </h2>
          <span className="ref-try-tools">
            <Share />
            <button type="button" className="ref-button" onClick={onClose}>
              {translate({ id: 'ref.try.close', message: 'Close' })}
            </button>
          </span>
        </div>
        {isShared && (
          <p className="ref-try-notice">
            {translate({
              id: 'ref.try.shared',
              message: 'This form was filled in by a link. Check it before you send.',
            })}
          </p>
        )}
        {console.isFromLink && (
          <LinkedServer
            trustButton={trust}
            onTrust={after(trustLinked)}
            onLeave={after(leaveLinked)}
          />
        )}
        <Server />
        <Authorization />
        <ParamOptions />
        <Body />
        {!hideSendButton && (
          <Execute
            prepared={prepare()}
            isBusy={isBusy}
            onCancel={cancel}
            {...(proxy && { proxy: { isUsed: usesProxy, onChange: setUsesProxy } })}
          />
        )}
        {sent && <Response sent={sent} />}
      </form>
    </ConsoleProvider>
  );
}
