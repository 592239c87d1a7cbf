import { useEffect, useState } from 'react';
import { apiOf, compressedApi } from '../../stock-pages/page.ts';
import { contentChanged } from '../protocol.ts';
import { useStockDoc } from './doc.ts';
import { inflated } from './inflated.ts';
import { offerDoc } from './offered.ts';
import { StockContents } from './stock-contents.tsx';
import type { StockPartProps } from './stock-part.ts';

/** In the development server: renders the component in the browser. */
export default function StockPart(props: StockPartProps) {
  const doc = useStockDoc();
  const compressed = compressedApi(doc);
  const [text, setText] = useState<string>();
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    if (compressed !== undefined) inflated(compressed).then(setText, setFailure);
  }, [compressed]);
  useEffect(() => offerDoc(doc), [doc]);
  const isWaiting = compressed !== undefined && text === undefined && failure === undefined;
  useEffect(() => {
    if (!isWaiting) contentChanged();
  }, [isWaiting]);
  if (isWaiting) return null;
  const api = apiOf(doc, () => {
    if (text === undefined) throw failure;
    return text;
  });
  return <StockContents {...props} doc={doc} api={api} />;
}
