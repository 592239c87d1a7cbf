import { slicePath } from '../../address/address.ts';
import { STOCK } from '../protocol.ts';
import { useStock } from '../stock/context.ts';
import { useOperation } from './page-context.tsx';
import { usePublishedBase } from './published.ts';

/** Where the browser finds the slice of the page, for `fetchSlice`; undefined if there is none, or no operation. */
export function useSliceAddress(): string | undefined {
  const operation = useOperation();
  const stock = useStock();
  const base = usePublishedBase();
  if (!operation || stock?.hasApi === false) return undefined;
  return stock ? STOCK : `${base}${slicePath(operation.page, operation.page.id)}`;
}
