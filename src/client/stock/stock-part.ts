import type { ReactNode } from 'react';
import type { StockProps } from '../../stock-pages/slice.ts';

/**
 * The element around everything that a component of a stock page renders. Like that around a slice
 * (`client/app/reference-root.ts`) it has three implementations.
 */
export interface StockPartProps {
  /** As given to the component in the page. */
  readonly given: StockProps;
  /** The component's name, for messages. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Name of the element, `data-part`: equal for equal props, which show the same. */
export function stockPart(given: object): string {
  let hash = 0;
  for (const letter of JSON.stringify(given)) hash = (hash * 31 + letter.charCodeAt(0)) | 0;
  return `stock ${(hash >>> 0).toString(36)}`;
}
