import { useEffect, useMemo, useRef, useState } from 'react';
import { pageKey } from '../../address/address.ts';
import { chosenBaseUrl, hasHost, initialServer } from '../../model/request/chosen-server.ts';
import { suitedAlternative } from '../../model/request/credentials.ts';
import {
  type FormValues,
  followedValues,
  initialValues,
  requestOf,
} from '../../model/request/form-values.ts';
import type { SampleRequest } from '../../model/request/request.ts';
import type { RequestForm } from '../../model/request/request-form.ts';
import { SECRETS_CHANGED } from '../protocol.ts';
import { restoreSamples, showSamples } from '../samples/page-samples.ts';
import { chooseServer, serverOf } from './choose-server.ts';
import type { Console } from './console-context.tsx';
import { isLinked, linkedServer } from './linked-server.ts';
import { showBaseUrl } from './page-endpoint.ts';
import { type Filled, rememberedInput, rememberedServer, rememberInput } from './remembered.ts';
import { maskedSecrets, readSecrets, type Secrets } from './secrets.ts';
import { sharedValues } from './share.ts';
import { useFields } from './use-fields.ts';
import { useSecrets } from './use-secrets.ts';

export interface ConsoleState {
  readonly console: Console;
  /** Whether a link filled in the form. */
  readonly isShared: boolean;
  /** The reader agrees to the server from a link. */
  readonly trustLinked: () => void;
  /** Replaces the server from a link with the document's first one. */
  readonly leaveLinked: () => void;
  /** The request as filled in, with these secrets and without placeholders for others. */
  readonly requestWith: (secrets: Secrets) => SampleRequest;
}

/** Delay between a key press and the update of the samples, in milliseconds. */
const PAUSE = 150;

/** The state of the console; the page's samples follow it. */
export function useConsoleState(form: RequestForm, hash: string): ConsoleState {
  const { page } = form.context;
  const { samples } = form.operation;
  const { api } = page;
  const name = pageKey(api, page.id);
  const { start, opened } = useMemo((): { start: Filled; opened: FormValues } => {
    const initial = withStored(form, initialValues(form, rememberedServer(api)));
    const shared = sharedValues(hash, initial, form);
    const start: Filled = shared
      ? { values: shared, isShared: true, linked: linkedServer(shared, initial) }
      : (rememberedInput(name) ?? { values: initial, isShared: false });
    return { start, opened: start.linked ? initial : start.values };
  }, [form, hash, api, name]);
  const [linked, setLinked] = useState(start.linked);
  const fields = useFields(form, start.values);
  const { values, change } = fields;
  const followed = useRef(form);
  useEffect(() => {
    const before = followed.current;
    followed.current = form;
    if (before === form) return;
    change(followedValues(values, before, form));
  }, [form, values, change]);
  const baseUrl = chosenBaseUrl(form, values);
  const isFromLink = isLinked(form, values, linked);
  const store = useSecrets(page, baseUrl, hasHost(form, values), isFromLink);
  const requestWith = (secrets: Secrets): SampleRequest => requestOf(form, values, secrets, 'send');
  const request = requestOf(form, values, maskedSecrets(store.secrets));
  // Maintainers may want samples to keep their placeholders, also in what is copied.
  const copied = page.maskCredentials ? request : requestOf(form, values, store.secrets);
  const { url: shownUrl } = requestOf(form, values, {});

  const key = JSON.stringify([request, copied]);
  useEffect(() => {
    let timer = 0;
    const show = (): void => {
      clearTimeout(timer);
      const [shown, real] = JSON.parse(key);
      timer = window.setTimeout(
        () => void showSamples(shown, page, samples, { sent: real }),
        PAUSE,
      );
    };
    show();
    // Another language may be visible.
    const events = ['click', 'keyup'];
    for (const event of events) document.addEventListener(event, show);
    return () => {
      clearTimeout(timer);
      for (const event of events) document.removeEventListener(event, show);
    };
  }, [key, page, samples]);
  useEffect(() => showBaseUrl(baseUrl), [baseUrl]);
  useEffect(() => restoreSamples, []);
  // Opening the console chooses no server.
  const chosen = useRef(JSON.stringify(serverOf(form, opened)));
  useEffect(() => {
    rememberInput(name, { ...start, values, linked });
    const text = JSON.stringify(serverOf(form, values));
    // Values from a link are not the reader's.
    if (isFromLink || text === chosen.current) return;
    chosen.current = text;
    chooseServer(api, form, values);
  });
  // It was chosen in the navbar.
  useEffect(() => {
    const follow = (event: Event): void => {
      const areSecrets = (event as CustomEvent).detail !== null;
      const other = initialServer(form.operation, rememberedServer(api));
      if (!areSecrets && !isFromLink && chosenBaseUrl(form, other) !== baseUrl) change(other);
    };
    document.addEventListener(SECRETS_CHANGED, follow);
    return () => document.removeEventListener(SECRETS_CHANGED, follow);
  }, [form, api, baseUrl, isFromLink, change]);
  const leaveLinked = (): void => {
    const { server, host, variables } = initialValues(form, {
      host: rememberedServer(api).host,
      server: '0',
    });
    change({ server, host, variables });
  };
  return {
    console: { ...fields, form, request, shownUrl, baseUrl, store, isFromLink },
    isShared: start.isShared,
    trustLinked: () => setLinked(undefined),
    leaveLinked,
    requestWith,
  };
}

/** With the alternative for which there are secrets, if any. */
function withStored(form: RequestForm, values: FormValues): FormValues {
  const { context, operation } = form;
  const secrets = readSecrets(context.page, chosenBaseUrl(form, values));
  const alternative = String(suitedAlternative(operation.security, context, secrets));
  return { ...values, alternative };
}
