import type { ReactNode } from 'react';

/**
 * `<ref-panel>`: a tab's panel. React drops `hidden="until-found"` on elements it knows, but passes the
 * attributes of custom elements through unchanged.
 */
interface PanelAttributes {
  readonly id: string;
  readonly key?: string;
  readonly hidden?: 'until-found';
  /** Its name, where all panels are shown; absent if a heading in it says it. */
  readonly 'data-label'?: string | undefined;
  readonly children?: ReactNode;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'ref-panel': PanelAttributes;
    }
  }
}
