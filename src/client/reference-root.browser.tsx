import { useLayoutEffect, useRef } from 'react';
import type { ReferenceRootProps } from './reference-root.ts';

/**
 * In the browser: nothing of the reference is drawn again. On the first page the server's HTML is
 * kept as it is; on a page that the app moves to, it is taken from that page's HTML.
 */
export default function ReferenceRoot({ slice, className }: ReferenceRootProps) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = root.current;
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
    <div
      ref={root}
      className={className}
      data-slice={slice}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: empty; it tells React to leave the inside alone
      dangerouslySetInnerHTML={{ __html: '' }}
    />
  );
}

/** The inside of the same element in the page's own HTML. */
async function fetchPart(slice: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(window.location.pathname, { signal });
  if (!response.ok) throw new Error(`${response.status} for ${window.location.pathname}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const part = page.querySelector(`[data-slice="${CSS.escape(slice)}"]`);
  if (!part) throw new Error(`no ${slice} in ${window.location.pathname}`);
  return part.innerHTML;
}
