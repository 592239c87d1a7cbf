import siteConfig from '@generated/docusaurus.config';
import { LIVE_EVENTS, SLICES_CHANGED } from '../protocol.ts';
import type { LiveState } from './live-state.ts';
import { showOverlay } from './overlay.ts';

/** Client module of the development server: pages follow the document, mistakes in it show up. */
let last: number | undefined;

if (typeof window !== 'undefined') {
  // Goes on by itself when the server was away.
  const events = new EventSource(siteConfig.baseUrl + LIVE_EVENTS);
  events.addEventListener('message', ({ data }: MessageEvent<string>) => take(JSON.parse(data)));
}

function take({ run, changed, problems, failure }: LiveState): void {
  showOverlay(problems, failure);
  // The first state is that of the page as it was loaded.
  if (last !== undefined && run !== last) {
    document.dispatchEvent(new CustomEvent(SLICES_CHANGED, { detail: changed }));
  }
  last = run;
}
