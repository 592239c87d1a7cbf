import siteConfig from '@generated/docusaurus.config';
import { LIVE_EVENTS, SLICES_CHANGED } from '../protocol.ts';
import type { LiveState } from './live-state.ts';
import { showOverlay } from './overlay.ts';

/** Client module of the development server: pages follow edits of the document, and its errors are shown. */
let last: number | undefined;

if (typeof window !== 'undefined') {
  // Reconnects by itself after the server was down.
  const events = new EventSource(siteConfig.baseUrl + LIVE_EVENTS);
  events.addEventListener('message', ({ data }: MessageEvent<string>) => take(JSON.parse(data)));
}

function take({ run, changed, problems, failure }: LiveState): void {
  showOverlay(problems, failure);
  // The first state is that of the page as loaded.
  if (last !== undefined && run !== last)
    document.dispatchEvent(new CustomEvent(SLICES_CHANGED, { detail: changed }));
  last = run;
}
