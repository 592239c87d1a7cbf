import { inflateSync } from 'node:zlib';
import { apiOf, compressedApi } from '../../stock-pages/page.ts';
import { useStockDoc } from './doc.ts';
import { StockContents } from './stock-contents.tsx';
import type { StockPartProps } from './stock-part.ts';

/** In static rendering: renders the component. */
export default function StockPart(props: StockPartProps) {
  const doc = useStockDoc();
  const api = apiOf(doc, () =>
    inflateSync(Buffer.from(compressedApi(doc) ?? '', 'base64')).toString(),
  );
  return <StockContents {...props} doc={doc} api={api} />;
}
