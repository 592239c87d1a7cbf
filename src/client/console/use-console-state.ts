import { useEffect, useMemo, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { pageKey } from '../../address/address.ts';
import {
  chosenBaseUrl,
  type FormValues,
  followedValues,
  initialValues,
  needsHost,
  requestOf,
} from '../../model/request/form-values.ts';
import type { SampleRequest } from '../../model/request/request.ts';
import type { RequestForm } from '../../model/request/request-form.ts';
import { restoreSamples, showSamples } from '../samples/page-samples.ts';
import type { Console } from './console-context.tsx';
import { isLinked, linkedServer } from './linked-server.ts';
import { showBaseUrl } from './page-endpoint.ts';
import {
  type Filled,
  rememberedHost,
  rememberedInput,
  rememberHost,
  rememberInput,
} from './remembered.ts';
import type { Secrets } from './secrets.ts';
import { sharedValues } from './share.ts';
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
  const start = useMemo((): Filled => {
    const initial = initialValues(form, rememberedHost(api));
    const shared = sharedValues(hash, initial, form);
    return shared
      ? { values: shared, isShared: true, linked: linkedServer(shared, initial) }
      : (rememberedInput(name) ?? { values: initial, isShared: false });
  }, [form, hash, api, name]);
  const [linked, setLinked] = useState(start.linked);
  const fields = useForm<FormValues>({ defaultValues: start.values, mode: 'onChange' });
  const followed = useRef(form);
  useEffect(() => {
    const before = followed.current;
    followed.current = form;
    if (before === form) return;
    const { parameters, bodies } = followedValues(fields.getValues(), before, form);
    fields.setValue('parameters', parameters);
    fields.setValue('bodies', bodies);
  }, [form, fields]);
  const values = fields.watch();
  const baseUrl = chosenBaseUrl(form, values);
  const isFromLink = isLinked(form, values, linked);
  const store = useSecrets(
    page,
    baseUrl,
    values.host !== '' || !needsHost(form, values),
    isFromLink,
  );
  const requestWith = (secrets: Secrets): SampleRequest => requestOf(form, values, secrets, 'send');
  const request = requestOf(form, values, store.secrets);

  const key = JSON.stringify(request);
  useEffect(() => {
    let timer = 0;
    const show = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void showSamples(JSON.parse(key), page, samples), PAUSE);
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
  useEffect(() => {
    rememberInput(name, { ...start, values, linked });
    // Values from a link are not the reader's.
    if (!isFromLink) rememberHost(api, values);
  });
  const leaveLinked = (): void => {
    const { server, host, variables } = initialValues(form, {
      ...rememberedHost(api),
      server: '0',
    });
    fields.setValue('server', server);
    fields.setValue('host', host);
    fields.setValue('variables', variables);
  };
  return {
    console: { form, fields, values, request, baseUrl, store, isFromLink },
    isShared: start.isShared,
    trustLinked: () => setLinked(undefined),
    leaveLinked,
    requestWith,
  };
}
