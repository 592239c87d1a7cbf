import { translate } from '@docusaurus/Translate';
import MethodBadge from '@theme/MethodBadge';
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import { sharesCookies, takenNames } from '../../../client/console/cookies.ts';
import type { BrowserRequest } from '../../../client/console/request-init.ts';
import { refusedByFetch } from '../../../model/request/fetch-rules.ts';

export interface Props {
  readonly prepared: BrowserRequest;
  readonly isBusy: boolean;
  /** The button. */
  readonly sendButton: RefObject<HTMLButtonElement | null>;
  /** Set if the API's entry has a proxy. */
  readonly proxy?: { readonly isUsed: boolean; readonly onChange: (isUsed: boolean) => void };
  readonly onCancel: () => void;
  readonly onSendAnyway: () => void;
}

/** What the browser will omit, and a line that stays in view: method, URL and the Send button. */
export default function Execute({
  prepared,
  isBusy,
  sendButton,
  proxy,
  onCancel,
  onSendAnyway,
}: Props): ReactNode {
  const { request, shownUrl, isDoubtful } = useConsole();
  const { method } = request;
  const refused = refusedByFetch(request);
  const isOff = isBusy || refused !== undefined;
  return (
    <>
      <div className="ref-try-notes">
        {proxy && (
          <label>
            <input
              type="checkbox"
              checked={proxy.isUsed}
              onChange={({ target }) => proxy.onChange(target.checked)}
            />{' '}
            {translate({
              id: 'ref.try.proxy',
              message: 'Send through the proxy of this site, which sees everything you send',
            })}
          </label>
        )}
        <Notes prepared={prepared} method={method} refused={refused} />
        {isDoubtful && (
          <p role="status">
            {translate({
              id: 'ref.try.doubtful',
              message: 'The request body does not match its schema. The server may reject it.',
            })}
          </p>
        )}
      </div>
      <div className="ref-try-send">
        <MethodBadge method={method} />
        <code title={shownUrl}>{shownUrl}</code>
        {isDoubtful && !isOff && (
          <Passing next={sendButton} onClick={onSendAnyway}>
            {translate({ id: 'ref.try.sendAnyway', message: 'Send anyway' })}
          </Passing>
        )}
        {isBusy && (
          <Passing next={sendButton} onClick={onCancel}>
            {translate({ id: 'ref.try.cancel', message: 'Cancel' })}
          </Passing>
        )}
        {/* Not `disabled`, which would take the focus away from whoever has just pressed it. */}
        <button
          ref={sendButton}
          type="submit"
          className="ref-button ref-try-primary"
          aria-disabled={isOff}
          aria-busy={isBusy || undefined}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          title={translate({ id: 'ref.try.sendKeys', message: 'Ctrl+Enter or ⌘+Enter' })}
          onClick={(event) => isOff && event.preventDefault()}
        >
          {isBusy ? (
            translate({ id: 'ref.try.sending', message: 'Sending…' })
          ) : (
            <>
              {translate({ id: 'ref.try.send', message: 'Send' })} {method}
            </>
          )}
        </button>
      </div>
    </>
  );
}

interface PassingProps {
  /** Gets the focus if the button disappears while focused. */
  readonly next: RefObject<HTMLButtonElement | null>;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button that is there as long as there is something for it to do. */
function Passing({ next, onClick, children }: PassingProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      if (document.activeElement === own) next.current?.focus();
    };
  }, [next]);
  return (
    <button ref={button} type="button" className="ref-button" onClick={onClick}>
      {children}
    </button>
  );
}

interface NotesProps {
  readonly prepared: BrowserRequest;
  readonly method: string;
  /** Parts of the request that browsers do not send. */
  readonly refused: ReturnType<typeof refusedByFetch>;
}

/** Nothing is omitted silently. */
function Notes({ prepared: { cookies, dropped, url }, method, refused }: NotesProps): ReactNode {
  const taken = sharesCookies(url) ? takenNames(cookies) : [];
  const notes = [
    refused === 'method' &&
      translate(
        {
          id: 'ref.try.forbiddenMethod',
          message: 'Browsers cannot send {method}. Use the curl sample.',
        },
        { method },
      ),
    refused === 'body' &&
      translate(
        {
          id: 'ref.try.forbiddenBody',
          message: 'Browsers cannot send a body with {method}. Use the curl sample.',
        },
        { method },
      ),
    cookies !== '' &&
      !sharesCookies(url) &&
      translate({
        id: 'ref.try.cookies',
        message:
          'Pages cannot set cookies for the API. Only cookies that the API has set itself are sent.',
      }),
    taken.length > 0 &&
      translate(
        {
          id: 'ref.try.cookiesTaken',
          message:
            'This site already has cookies with these names, which browsers send instead: {names}. Use the curl sample.',
        },
        { names: taken.join(', ') },
      ),
    dropped.length > 0 &&
      translate(
        { id: 'ref.try.dropped', message: 'Browsers do not let pages set these headers: {names}.' },
        { names: dropped.join(', ') },
      ),
  ].filter((note) => note !== false);
  return notes.map((note) => (
    <p key={note} className="ref-quiet">
      {note}
    </p>
  ));
}
