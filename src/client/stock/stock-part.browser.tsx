import { useEffect } from 'react';
import { KeptPart } from '../app/kept-part.tsx';
import { useStockDoc } from './doc.ts';
import { offerDoc } from './offered.ts';
import { stockPart } from './stock-part.ts';

/**
 * In the browser, in place of a component of stock pages: keeps what the server rendered. Neither the component
 * nor the model is in the app's bundle.
 */
export default function StockPart(given: object) {
  const doc = useStockDoc();
  useEffect(() => offerDoc(doc), [doc]);
  return <KeptPart part={stockPart(given)} className="reference ref-narrow" />;
}
