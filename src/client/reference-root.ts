import type { ReactNode } from 'react';

/**
 * The element around everything that is drawn from a slice. There are three, and the site's plugin
 * chooses: the static rendering draws, the browser keeps what was drawn, and the development
 * server, which renders nothing statically, draws in the browser.
 */
export interface ReferenceRootProps {
  /** `<api>/<page id>`. */
  readonly slice: string;
  readonly className?: string;
  readonly children: ReactNode;
}
