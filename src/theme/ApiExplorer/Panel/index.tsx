import { translate } from '@docusaurus/Translate';
import Body from '@theme/ApiExplorer/Body';
import Execute from '@theme/ApiExplorer/Execute';
import ParamOptions from '@theme/ApiExplorer/ParamOptions';
import Server from '@theme/ApiExplorer/Server';
import Share from '@theme/ApiExplorer/Share';
import {
  type KeyboardEvent,
  type ReactNode,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { ConsoleProvider } from '../../../client/console/console-context.tsx';
import { filesOf } from '../../../client/console/files.ts';
import { lazyPart, optionalPart } from '../../../client/console/lazy-part.ts';
import { browserRequest } from '../../../client/console/request-init.ts';
import { maskedSecrets } from '../../../client/console/secrets.ts';
import { useBeside } from '../../../client/console/use-beside.ts';
import { useConsoleState } from '../../../client/console/use-console-state.ts';
import { useExchange } from '../../../client/console/use-exchange.ts';
import { isSafeMethod, refusedByFetch } from '../../../model/request/fetch-rules.ts';
import type { RequestForm } from '../../../model/request/request-form.ts';

const Authorization = lazyPart(
  () => import(/* webpackChunkName: "console-authorization" */ '@theme/ApiExplorer/Authorization'),
);

/** Not needed before something is sent. Without a network, there is neither a response nor what shows it. */
const Response = optionalPart(
  () => import(/* webpackChunkName: "console-response" */ '@theme/ApiExplorer/Response'),
  () => (
    <p className="ref-try-error" role="alert">
      {translate({ id: 'ref.try.offline', message: 'You are offline.' })}
    </p>
  ),
);

const LinkedServer = lazyPart(
  () => import(/* webpackChunkName: "console-link" */ '@theme/ApiExplorer/LinkedServer'),
);

export interface Props {
  readonly form: RequestForm;
  readonly hash: string;
  readonly onClose: () => void;
}

/** The form with its Send button, and the response: beside it if there is room, or else below it. */
export default function Panel({ form, hash, onClose }: Props): ReactNode {
  const { console, isShared, trustLinked, leaveLinked, requestWith } = useConsoleState(form, hash);
  const { hideSendButton, proxy, requestCredentials, ...page } = form.context.page;
  const { history, isBusy, send, cancel } = useExchange(page.requestTimeout);
  const [usesProxy, setUsesProxy] = useState(page.usesProxy === true);
  const [isRefused, setRefused] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const trust = useRef<HTMLButtonElement>(null);
  const fields = useRef<HTMLFormElement>(null);
  const sendButton = useRef<HTMLButtonElement>(null);
  const beside = useBeside();
  useEffect(() => heading.current?.focus(), []);
  // The errors are there now.
  useLayoutEffect(() => {
    if (!isRefused) return;
    setRefused(false);
    const first = fields.current?.querySelector<HTMLElement>('[aria-invalid=true], .ref-try-error');
    for (let fold = first?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
      fold.open = true;
    // Of what is no control, such as a list, the first one inside.
    const controls = 'input, select, textarea, button';
    const isControl = first?.matches(controls);
    (isControl ? first : first?.parentElement?.querySelector<HTMLElement>(controls))?.focus();
  }, [isRefused]);
  const prepare = (request = console.request) =>
    browserRequest(request, filesOf(form, console.values), {
      proxy: usesProxy ? proxy : undefined,
      cookies: requestCredentials,
    });
  const submit = (isAnyway: boolean): void => {
    if (hideSendButton || isBusy) return;
    if (console.isFromLink) trust.current?.focus();
    else if (!isAnyway && !console.check()) setRefused(true);
    else {
      const secrets = console.store.settle();
      const request = requestWith(secrets);
      const shown = requestWith(maskedSecrets(secrets));
      const { values } = console;
      if (!refusedByFetch(request)) send({ request, shown, values, prepared: prepare(request) });
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      fields.current?.requestSubmit();
    } else if (
      event.target instanceof HTMLInputElement &&
      (event.target.type === 'search' || !isSafeMethod(console.request.method))
    ) {
      // Whoever finishes a field does not mean to change something on the server.
      event.preventDefault();
    }
  };
  // The pressed button disappears.
  const after = (choose: () => void) => (): void => {
    choose();
    heading.current?.focus();
  };
  const response = history.length > 0 && (
    <Suspense>
      <Response
        history={history}
        isBusy={isBusy}
        sendButton={sendButton}
        current={requestWith(console.store.secrets)}
      />
    </Suspense>
  );
  return (
    <ConsoleProvider value={console}>
      <div className="ref-try">
        <form
          ref={fields}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit(false);
          }}
          onKeyDown={onKeyDown}
        >
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
          {(isShared || console.isFromLink) && (
            <Suspense>
              <LinkedServer
                isShared={isShared}
                trustButton={trust}
                onTrust={after(trustLinked)}
                onLeave={after(leaveLinked)}
              />
            </Suspense>
          )}
          <Server />
          {form.operation.security.length > 0 && (
            <Suspense>
              <Authorization />
            </Suspense>
          )}
          <ParamOptions />
          <Body />
          {!hideSendButton && (
            <Execute
              prepared={prepare()}
              isBusy={isBusy}
              sendButton={sendButton}
              onCancel={cancel}
              onSendAnyway={() => submit(true)}
              {...(proxy && { proxy: { isUsed: usesProxy, onChange: setUsesProxy } })}
            />
          )}
        </form>
        {beside && response
          ? createPortal(<div className="ref-try">{response}</div>, beside)
          : response}
      </div>
    </ConsoleProvider>
  );
}
