import { useEffect, useRef } from 'react';
import { Kept } from './kept.tsx';
import type { ReferenceRootProps } from './reference-root.ts';

/**
 * In the browser, on pages besides the reference (the home page): the server's HTML is kept, and
 * where the app moves to such a page, its part is taken from that page's HTML.
 */
export default function ReferenceRoot({ slice, className }: ReferenceRootProps) {
  const wrapper = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = wrapper.current?.firstElementChild;
    if (!element || element.firstChild) return;
    const abort = new AbortController();
    fetchPart(slice, abort.signal).then(
      (html) => {
        element.innerHTML = html;
        document.dispatchEvent(new Event('ref:update'));
      },
      () => {
        // Whatever went wrong, the browser's own navigation shows the page or tells the reason.
        if (!abort.signal.aborted) window.location.reload();
      },
    );
    return () => abort.abort();
  }, [slice]);
  return (
    <div ref={wrapper}>
      <Kept as="div" part={`slice ${slice}`} html="" attributes={{ className }} />
    </div>
  );
}

/** The inside of the same element in the page's own HTML. */
async function fetchPart(slice: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(window.location.pathname, { signal });
  if (!response.ok) throw new Error(`${response.status} for ${window.location.pathname}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const part = page.querySelector(`[data-part="${CSS.escape(`slice ${slice}`)}"]`);
  if (!part) throw new Error(`no ${slice} in ${window.location.pathname}`);
  return part.innerHTML;
}
