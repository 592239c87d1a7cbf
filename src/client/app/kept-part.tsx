import { useLocation } from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { useEffect, useRef, useState } from 'react';
import { contentChanged } from '../protocol.ts';
import { Kept } from './kept.tsx';
import { fetchPage, loadedPage } from './page-fetch.ts';

export interface KeptPartProps {
  /** Name of the element, `data-part`. */
  readonly part: string;
  readonly className?: string;
}

/**
 * In the browser, on pages other than the reference (home page, guides): keeps the server's HTML, and when
 * the app navigates to such a page, takes the part from that page's HTML.
 */
export function KeptPart({ part, className }: KeptPartProps) {
  const wrapper = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  const isBrowser = useIsBrowser();
  const [isStart] = useState(!isBrowser);
  const [html] = useState(() =>
    isBrowser ? (loadedPage(pathname, part)?.parts.get(part) ?? '') : '',
  );
  useEffect(() => {
    const element = wrapper.current?.firstElementChild;
    if (!element) return;
    if (element.firstChild || isStart) {
      // The page's script has upgraded the first page.
      if (html !== '') contentChanged();
      return;
    }
    let isShown = true;
    fetchPage(pathname, part).then(
      (page) => {
        if (!isShown) return;
        element.innerHTML = page.parts.get(part) ?? '';
        contentChanged();
      },
      () => {
        // Whatever went wrong, the browser's own navigation shows the page or the reason.
        if (isShown) window.location.reload();
      },
    );
    return () => {
      isShown = false;
    };
  }, [part, pathname, html, isStart]);
  return (
    <div ref={wrapper}>
      <Kept as="div" part={part} html={html} attributes={{ className }} />
    </div>
  );
}
