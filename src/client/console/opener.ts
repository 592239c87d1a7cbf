import type { ClientModule } from '@docusaurus/types';
import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { fetchSlice } from '../app/fetch-slice.ts';
import { closeOnBack } from '../page/back.ts';
import { reloadPage } from '../page/reload.ts';
import { CONTENT_CHANGED } from '../protocol.ts';
import { followAgain } from '../samples/follower.ts';

/** Starts the part of a URL that opens the console with a filled-in form. */
const OPENS = /^#try(=|$)/;

/** The open console; a page has at most one. */
let open:
  | { readonly root: Root; readonly button: HTMLElement; readonly closed: () => void }
  | undefined;

if (typeof document !== 'undefined') {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button[data-try]');
    if (!button) return;
    if (open?.button === button) close();
    else void openConsole(button, '');
  });
  // The page on which it was opened has been replaced.
  document.addEventListener(CONTENT_CHANGED, () => {
    if (open && !open.button.isConnected) close();
  });
}

export const onRouteDidUpdate: ClientModule['onRouteDidUpdate'] = ({ location }) => {
  if (!OPENS.test(location.hash)) return;
  const button = document.querySelector<HTMLElement>('button[data-try]');
  if (button && open?.button !== button) void openConsole(button, location.hash);
};

async function openConsole(button: HTMLElement, hash: string): Promise<void> {
  const place = document.querySelector('[data-console]');
  if (!place || button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  try {
    const [{ default: ApiExplorer }, slice] = await Promise.all([
      import(/* webpackChunkName: "console" */ '@reference/console'),
      fetchSlice(button.dataset.try ?? ''),
    ]);
    if (!button.isConnected) return;
    close();
    const root = createRoot(place);
    root.render(createElement(ApiExplorer, { slice, hash, onClose: close }));
    open = { root, button, closed: closeOnBack(close, false) };
    button.ariaExpanded = 'true';
  } catch {
    reloadPage();
  } finally {
    button.ariaBusy = null;
  }
}

function close(): void {
  if (!open) return;
  const { root, button, closed } = open;
  open = undefined;
  closed();
  root.unmount();
  button.ariaExpanded = 'false';
  if (button.isConnected) button.focus();
  followAgain();
}
