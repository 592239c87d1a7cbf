import { useLocation } from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { useEffect, useRef, useState } from 'react';
import { contentChanged } from '../protocol.ts';
import { Kept } from './kept.tsx';
import { fetchPart, knownPart, rememberPart } from './part-fetch.ts';
import { partOf, type ReferenceRootProps } from './reference-root.ts';

/**
 * In the browser, on pages besides the reference (the home page, guides): the server's HTML is kept, and
 * where the app moves to such a page, its part is taken from that page's HTML.
 */
export default function ReferenceRoot(props: ReferenceRootProps) {
  const part = partOf(props);
  const wrapper = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  const isBrowser = useIsBrowser();
  const [html] = useState(() => (isBrowser ? (knownPart(pathname, part) ?? '') : ''));
  useEffect(() => {
    const element = wrapper.current?.firstElementChild;
    if (!element) return;
    if (element.firstChild) {
      rememberPart(pathname, part, element.innerHTML);
      // What the first page came with has been seen to.
      if (html !== '') contentChanged();
      return;
    }
    let isShown = true;
    fetchPart(pathname, part).then(
      (fetched) => {
        if (!isShown) return;
        element.innerHTML = fetched;
        contentChanged();
      },
      () => {
        // Whatever went wrong, the browser's own navigation shows the page or tells the reason.
        if (isShown) window.location.reload();
      },
    );
    return () => {
      isShown = false;
    };
  }, [part, pathname, html]);
  return (
    <div ref={wrapper}>
      <Kept as="div" part={part} html={html} attributes={{ className: props.className }} />
    </div>
  );
}
